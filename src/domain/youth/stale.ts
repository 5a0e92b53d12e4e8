import { daysBetween } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { measureCodes } from '../coding/families.ts';
import { reportCode } from '../status-code/report-code.ts';
import { entryOn, isStatusCode, mainGroupOf } from '../status-code/status-code.ts';
import type { CaseFile } from './case-file.ts';

/** What is stale about a youth who is still open when lists are cleaned before the transfer (flowchart S1; code page). */
export const staleKinds = [
  'no-contact',
  'measure-ended',
  'code-not-valid',
  'service-over',
  'offer-due',
  'never-coded',
] as const;
export type StaleKind = (typeof staleKinds)[number];

export interface Stale {
  readonly kind: StaleKind;
  /** Since when: the last contact, the day the code was set. */
  readonly since: Day | null;
  readonly days: number | null;
}

/** How long each may stand without a word. */
export interface StaleAfter {
  readonly noContactDays: number;
  /** No end is on record for a measure: so long after it was coded somebody must ask. */
  readonly measureDays: number;
  /** First-time service lasts up to 19 months in Norway; the youth is to be reminded of the right after it (code page). */
  readonly serviceDays: number;
}
export const staleAfter: StaleAfter = { noContactDays: 180, measureDays: 180, serviceDays: 365 };

/** Still somebody's to follow up: not sent back, not outside the target group, not part of another case. */
export function isOpen({ status, statusOn, mergedInto }: CaseFile): boolean {
  if (mergedInto) return false;
  return status === null || statusOn === null || mainGroupOf(reportCode(status, statusOn)) !== 5;
}

/** All that is stale about an open youth on a day. */
export function staleIn(file: CaseFile, today: Day, after: StaleAfter = staleAfter): readonly Stale[] {
  const { status, statusOn, contacts } = file;
  const aged = (kind: StaleKind, since: Day | null): Stale => ({
    kind,
    since,
    days: since === null ? null : daysBetween(since, today),
  });
  const heard =
    contacts
      .flatMap(({ on }) => on ?? [])
      .sort()
      .at(-1) ?? null;
  const isOld = (since: Day | null, days: number): boolean => since === null || daysBetween(since, today) > days;
  const isStatus = status !== null && isStatusCode(status);
  return [
    ...(status === null ? [aged('never-coded', null)] : []),
    ...(isOld(heard, after.noContactDays) ? [aged('no-contact', heard)] : []),
    ...(isStatus && measureCodes.includes(status) && isOld(statusOn, after.measureDays)
      ? [aged('measure-ended', statusOn)]
      : []),
    ...(status !== null && entryOn(status, today) === undefined ? [aged('code-not-valid', statusOn)] : []),
    ...(status === 'OTMI' && isOld(statusOn, after.serviceDays) ? [aged('service-over', statusOn)] : []),
    // An explicit no is asked about again every school year (code page, 2015 briefing).
    ...(status === 'OTNO' && (statusOn === null || schoolYearOf(statusOn) < schoolYearOf(today))
      ? [aged('offer-due', statusOn)]
      : []),
  ];
}
