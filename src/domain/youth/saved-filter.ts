import { accepted, type Outcome, type Refusal, refused } from '../outcome.ts';

/** A view of the list of youths, kept under a name: one's own, or the county's. It carries codes and ids, never a person. */
export interface SavedFilter {
  readonly filterId: string;
  readonly title: string;
  /** As the list's address says it: `list=otuk&unit=…`. */
  readonly query: string;
  /** Whose it is; null for everybody's. */
  readonly staffId: string | null;
}

const longest = 60;
/** What an address of ours may say of a list; a search is kept by the session and never by an address. */
const keys: readonly string[] = ['list', 'code', 'unit', 'transfer', 'caseworker', 'frozen', 'sort'];
const value = /^[\w.:@-]{1,120}$/;
/** Six digits in a row, with or without spaces, may be a birth date or more of a national id. */
const digits = /\d(?:[ .-]?\d){5}/;

/** What may be kept, as it will be kept; whether the words name a youth is asked of the register. */
export function filterToKeep(
  title: string,
  query: string,
): Outcome<{ readonly title: string; readonly query: string }> {
  const name = title.trim().replaceAll(/\s+/g, ' ');
  const refusals: readonly Refusal[] = [
    ...(name === '' ? [{ code: 'filter.nameless' }] : []),
    ...(name.length > longest ? [{ code: 'filter.tooLong', facts: { longest } }] : []),
    ...(digits.test(name) ? [{ code: 'filter.number' }] : []),
  ];
  const kept = [...new URLSearchParams(query)].filter(([key, said]) => keys.includes(key) && value.test(said));
  if (kept.some(([, said]) => /\d{11}/.test(said))) return refused({ code: 'filter.number' });
  return refusals.length > 0
    ? refused(...refusals)
    : accepted({ title: name, query: new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString() });
}

/** Two titles that differ by case or accents only are one. */
export const filterKey = (title: string): string => title.normalize('NFC').toLocaleLowerCase('nb').trim();
