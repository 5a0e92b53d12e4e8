/** A column map as a form has it, one line a column: `Heading = known heading`. Undefined where a line is no such pair. */
export function columnsIn(text: string): Readonly<Record<string, string>> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^(.+)=([^=]*\S)\s*$/.exec(line));
  if (read.some((found) => found === null)) return undefined;
  return Object.fromEntries(read.map((found) => [found?.[1]?.trim() ?? '', found?.[2]?.trim() ?? '']));
}
