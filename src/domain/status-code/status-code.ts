import type { Day } from '../calendar/day.ts';
import type { CodeEntry, CodeSet, MainGroup } from './entry.ts';
import { set2011 } from './set-2011.ts';
import { set2015 } from './set-2015.ts';
import { set2016 } from './set-2016.ts';
import { set2021 } from './set-2021.ts';

export type Code2011 = (typeof set2011)[number]['code'];
export type Code2015 = (typeof set2015)[number]['code'];
export type Code2016 = (typeof set2016)[number]['code'];
export type Code2021 = (typeof set2021)[number]['code'];
/** Every status code of every version, written as the authority writes it. */
export type StatusCode = Code2011 | Code2015 | Code2016 | Code2021;
/** A row of a list whose code is known to be one of ours. */
export type StatusEntry = CodeEntry & { readonly code: StatusCode; readonly twin?: StatusCode };

interface StatusSet extends CodeSet {
  readonly codes: readonly StatusEntry[];
}

/** All versions, oldest first. */
export const codeSets: readonly StatusSet[] = [
  { version: '2011-09', validFrom: '2011-09-15', codes: set2011 },
  { version: '2015-01', validFrom: '2015-01-01', codes: set2015 },
  { version: '2016-07', validFrom: '2016-07-01', codes: set2016 },
  { version: '2021-04', validFrom: '2021-04-01', codes: set2021 },
];

const rowsOf = new Map(codeSets.map((set) => [set, new Map<string, StatusEntry>(set.codes.map((e) => [e.code, e]))]));

/** The version in force that day; undefined before 15 September 2011. */
export const codeSetOn = (on: Day): StatusSet | undefined => codeSets.findLast((set) => set.validFrom <= on);

/** The code's row in the version in force that day; undefined when the code is not valid then. */
export function entryOn(code: string, on: Day): StatusEntry | undefined {
  const set = codeSetOn(on);
  return set && rowsOf.get(set)?.get(code);
}

/** The newest row there is for the code, whatever the day. */
export function latestEntry(code: StatusCode): StatusEntry {
  const found = codeSets.map((set) => rowsOf.get(set)?.get(code)).findLast((row) => row !== undefined);
  if (!found) throw new Error(`a status code in no list: ${code}`);
  return found;
}

/** Whether any version knows the code. Transfer codes (OSON …) are none of these. */
export const isStatusCode = (text: string): text is StatusCode => codeSets.some((set) => rowsOf.get(set)?.has(text));

/** The code's main group; it never moved between versions. */
export const mainGroupOf = (code: StatusCode): MainGroup => latestEntry(code).group;

/** Groups 1–4 count in the target group, group 5 is registered only (Udir's list). */
export const isInTargetGroup = (code: StatusCode): boolean => mainGroupOf(code) !== 5;
