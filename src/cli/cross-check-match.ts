import { matchLists, type Pair } from '#domain/cross-check/match-lists.ts';
import type { Outcome, Refusal } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { readListed } from '#intake/listed/read-listed.ts';

export interface MatchedFile {
  readonly bytes: Uint8Array;
  /** For the messages only: what a file is, its bytes tell. */
  readonly name: string;
  readonly sheet?: string;
}

/**
 * `cross-check match --json`: one pair a line as `{"register":ROW,"list":ROW,"band":…,"score":…,"agrees":[…],"disagrees":[…]}`.
 * Row numbers are those a spreadsheet shows: the heading row is 1 where nothing stands above it, and the first person is 2.
 * A file that cannot be read as a list is refused, with the file it was.
 */
export async function matchFiles(register: MatchedFile, list: MatchedFile): Promise<Outcome<string[]>> {
  const [known, listed] = await Promise.all([read(register), read(list)]);
  if (!known.ok || !listed.ok) {
    return refused(...refusalsOf('register', known), ...refusalsOf('list', listed));
  }
  return accepted(matchLists(known.value, listed.value).map(asLine));
}

const read = ({ bytes, name, sheet }: MatchedFile) => readListed(bytes, name, sheet === undefined ? {} : { sheet });

function refusalsOf(file: 'register' | 'list', reading: Outcome<unknown>): Refusal[] {
  if (reading.ok) return [];
  return reading.refusals.map((refusal) => ({ ...refusal, facts: { ...refusal.facts, file } }));
}

function asLine({ register, list, band, score, agrees, disagrees }: Pair): string {
  return JSON.stringify({ register, list, band, score, agrees, disagrees });
}
