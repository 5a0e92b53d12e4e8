import type { Day } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { contactsUntil, evidenceIn } from '../coding/evidence.ts';
import { type Contact, type Situation, situationOn } from '../coding/situation.ts';
import { alike } from '../intake/changed-fields.ts';
import { reportCode } from '../status-code/report-code.ts';
import { mainGroupOf } from '../status-code/status-code.ts';
import type { CaseFile } from './case-file.ts';
import type { LeavingFile } from './leaving.ts';
import { countsAsContact } from './withdrawn-contact.ts';

/** What of a case a merge may change: never who the youth is, only what is known and done. */
export type Merged = Pick<
  CaseFile,
  | 'transfer'
  | 'status'
  | 'statusOn'
  | 'viaOt'
  | 'atFirstContact'
  | 'firstContactOn'
  | 'activity'
  | 'reasons'
  | 'contacts'
  | 'unitId'
  | 'caseworkerId'
  | 'choice'
  | 'leaving'
>;
type Coded = Pick<CaseFile, 'status' | 'statusOn' | 'viaOt' | 'atFirstContact' | 'activity' | 'reasons'>;

/** Which of the two statuses stands, and why; said to the one who decides before anything is done. */
export type WhichStands =
  | { readonly stands: 'neither' }
  | {
      readonly stands: 'kept' | 'away';
      readonly why: 'only-one' | 'newest' | 'same-day' | 'contact-was-made' | 'no-contact-yet';
    };

/**
 * Two histories of one person as one. The newest status by its day stands, the kept case's on the same day; but OTUK does not stand over
 * a status of the same school year that rests on contact, and no status of groups 2–4 stands over OTUK where neither case has contact: a
 * youth that somebody meant to reach (own contact) is as unknown as the letter's (rules `unknown-after-contact`, `contact-before-leaving-unknown`).
 * What only one of the two has is kept; where both have something, the kept case's.
 */
export function mergeFiles(kept: CaseFile, away: CaseFile): { readonly now: Merged; readonly status: WhichStands } {
  const status = whichStands(kept, away);
  const coded = status.stands === 'away' ? away : kept;
  const contacts = [...kept.contacts, ...away.contacts].sort(byDay);
  return {
    status,
    now: {
      ...codedOf(coded),
      contacts,
      firstContactOn: earliestOf(kept.firstContactOn, away.firstContactOn),
      transfer: kept.transfer ?? away.transfer,
      unitId: kept.unitId ?? away.unitId,
      caseworkerId: kept.caseworkerId ?? away.caseworkerId,
      choice: kept.choice ?? away.choice,
      leaving: leavingOfBoth(kept.leaving, away.leaving),
    },
  };
}

/**
 * The kept case as it was before the merge, but for what was done since: a status set later stays, and so do contacts that came later.
 * `current` is the case as it is now, `before` and `now` what the merge found and made.
 */
export function partFiles(current: CaseFile, before: Merged, now: Merged): Merged {
  const isUntouched = current.status === now.status && current.statusOn === now.statusOn;
  const contacts = without(current.contacts, without(now.contacts, before.contacts));
  const since = contacts.filter((one) => countsAsContact(one, current)).map(({ on }) => on);
  const kept = <K extends keyof Merged>(field: K): Merged[K] =>
    alike(current[field], now[field]) ? before[field] : current[field];
  return {
    ...(isUntouched ? codedOf(before) : codedOf(current)),
    contacts,
    firstContactOn: since.reduce<Day | null>(earliestOf, before.firstContactOn),
    transfer: kept('transfer'),
    unitId: kept('unitId'),
    caseworkerId: kept('caseworkerId'),
    choice: kept('choice'),
    leaving: kept('leaving'),
  };
}

/** The fields a merge may change, as the case has them. */
export const mergeableOf = (file: CaseFile): Merged => ({
  ...codedOf(file),
  contacts: file.contacts,
  firstContactOn: file.firstContactOn,
  transfer: file.transfer,
  unitId: file.unitId,
  caseworkerId: file.caseworkerId,
  choice: file.choice,
  leaving: file.leaving,
});

function whichStands(kept: CaseFile, away: CaseFile): WhichStands {
  if (kept.status === null || kept.statusOn === null)
    return away.status === null ? { stands: 'neither' } : { stands: 'away', why: 'only-one' };
  if (away.status === null || away.statusOn === null) return { stands: 'kept', why: 'only-one' };
  const newest = away.statusOn > kept.statusOn ? 'away' : 'kept';
  const [newer, older] = newest === 'away' ? [away, kept] : [kept, away];
  const other = newest === 'away' ? 'kept' : 'away';
  const contacts = [...kept.contacts, ...away.contacts];
  if (
    isUnknown(newer) &&
    needsContact(older) &&
    isSameYear(newer.statusOn, older.statusOn) &&
    isReached(older, contacts)
  )
    return { stands: other, why: 'contact-was-made' };
  if (isUnknown(older) && needsContact(newer) && !isReached(newer, contacts))
    return { stands: other, why: 'no-contact-yet' };
  return { stands: newest, why: kept.statusOn === away.statusOn ? 'same-day' : 'newest' };
}

const groupOf = ({ status, statusOn }: CaseFile): number =>
  status === null || statusOn === null ? 0 : mainGroupOf(reportCode(status, statusOn));
const isUnknown = (file: CaseFile): boolean => groupOf(file) === 1;
/** Groups 2–4; group 5 rests on facts of a register or a list. */
const needsContact = (file: CaseFile): boolean => groupOf(file) > 1 && groupOf(file) < 5;
/** Contact that may be judged, by the day of the status that rests on it. */
const isReached = ({ statusOn, reasons }: CaseFile, contacts: readonly Contact[]): boolean =>
  statusOn !== null && evidenceOn(contacts, situationOn(statusOn, { reasons })) !== 'missing';
const evidenceOn = (contacts: readonly Contact[], situation: Situation) =>
  evidenceIn(contactsUntil({ ...situation, contacts }), situation).proof;
const isSameYear = (one: Day | null, other: Day | null): boolean =>
  one !== null && other !== null && schoolYearOf(one) === schoolYearOf(other);

const codedOf = ({ status, statusOn, viaOt, atFirstContact, activity, reasons }: Coded): Coded => ({
  status,
  statusOn,
  viaOt,
  atFirstContact,
  activity,
  reasons,
});

const earliestOf = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one;

const byDay = (one: Contact, other: Contact): number => {
  const [a, b] = [one.on ?? '', other.on ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The first list without the second's, each taken away once. */
function without(contacts: readonly Contact[], taken: readonly Contact[]): readonly Contact[] {
  const left = [...contacts];
  for (const one of taken) {
    const at = left.findIndex((other) => alike(one, other));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

function leavingOfBoth(kept: LeavingFile | null, away: LeavingFile | null): LeavingFile | null {
  if (kept === null || away === null) return kept ?? away;
  return { ...away, ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null)) };
}
