import type { Day } from '../calendar/day.ts';
import { type RegisteredCode, reportCode } from './report-code.ts';
import { codeSetOn, entryOn, type StatusCode } from './status-code.ts';

/** What became of a code that the list of a day does not have. */
export const codeChanges = [
  /** The same thing by another name: the suffix of group 5. */
  'renamed',
  /** Joined with others, so that the old code told more than the one it counts as. */
  'joined',
  /** Taken out: what it counts as says something else, and a person should look at the youth. */
  'taken-out',
] as const;
export type CodeChange = (typeof codeChanges)[number];

/** How a row's code reads on a day whose list does not have it; the row itself keeps its code. */
export interface CodeMend {
  readonly reads: StatusCode;
  readonly change: CodeChange;
}

/** The mend of a code that is not valid on a day; undefined where it is valid there, and before there was any list. */
export function codeMend(code: RegisteredCode, on: Day): CodeMend | undefined {
  if (codeSetOn(on) === undefined || entryOn(code, on) !== undefined) return undefined;
  const reads = reportCode(code, on);
  return { reads, change: changeOf(code, reads) };
}

function changeOf(code: RegisteredCode, reads: StatusCode): CodeChange {
  // The briefing of 2015: youths with OTIL keep OTOV until there is an offer; nobody is said to be found one.
  if (code === 'OTIL') return 'taken-out';
  return stem(code) === stem(reads) ? 'renamed' : 'joined';
}

const stem = (code: string): string => code.replace(/_(?:IM|FEIL)$/, '');
