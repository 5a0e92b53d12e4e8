import type { Day } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Contact } from '../coding/situation.ts';
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
  | { readonly stands: 'kept' | 'away'; readonly why: 'only-one' | 'newest' | 'same-day' | 'contact-was-made' };

/**
 * Two histories of one person as one. The newest status by its day stands, the kept case's on the same day; but OTUK does not stand over
 * a status that shows contact in the same school year, nor after contact that either case has (the rule `unknown-after-contact`).
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
  if (isUnknown(newer) && !isUnknown(older) && isSameYear(newer.statusOn, older.statusOn))
    return { stands: newest === 'away' ? 'kept' : 'away', why: 'contact-was-made' };
  return { stands: newest, why: kept.statusOn === away.statusOn ? 'same-day' : 'newest' };
}

const isUnknown = ({ status, statusOn }: CaseFile): boolean =>
  status !== null && statusOn !== null && mainGroupOf(reportCode(status, statusOn)) === 1;
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
