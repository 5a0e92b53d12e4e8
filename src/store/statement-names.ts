/** So many statements a connection keeps planned; each costs it some memory. */
const atMost = 300;
/** Texts seen once are remembered up to here; lists of any length make texts without end. */
const remembered = 2_000;
/** Longer ones are such lists. */
const longest = 8_000;

/** Names a statement when its text comes for the second time, so that the connection keeps its plan; the first time, or too late, none. */
export function statementNames() {
  const names = new Map<string, string>();
  const seen = new Set<string>();

  return (text: string): string | undefined => {
    const name = names.get(text);
    if (name !== undefined || text.length > longest || names.size >= atMost) return name;
    if (!seen.delete(text)) {
      if (seen.size >= remembered) seen.clear();
      seen.add(text);
      return undefined;
    }
    const made = `kept_${names.size}`;
    names.set(text, made);
    return made;
  };
}
