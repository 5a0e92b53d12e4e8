/** One line for whoever runs the house: when, what, and facts that are never about a person. */
export function logLine(
  event: string,
  facts: Readonly<Record<string, string | number>>,
  at: Date = new Date(),
): string {
  return [at.toISOString(), event, ...Object.entries(facts).map(([name, fact]) => `${name}=${fact}`)].join(' ');
}
