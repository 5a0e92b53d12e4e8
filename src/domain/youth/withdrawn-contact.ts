import { groundOf, proofOf } from '../coding/evidence.ts';
import { type Contact, situationOn } from '../coding/situation.ts';
import { reportCode } from '../status-code/report-code.ts';
import { mainGroupOf } from '../status-code/status-code.ts';
import type { CaseFile } from './case-file.ts';

type Withdrawn = Pick<CaseFile, 'contacts' | 'firstContactOn'>;

/** Somebody answered so that it counts; a letter, SMS or call without an answer does not (2015 briefing on OTUK). */
export const countsAsContact = (contact: Contact, { reasons }: Pick<CaseFile, 'reasons'>): boolean =>
  contact.on !== null && proofOf(groundOf(contact, situationOn(contact.on, { reasons }))) === 'proved';

/** The case without its newest entry like this one; undefined where it has none. The day of first contact follows what is left. */
export function withoutContact(file: CaseFile, entry: Contact): Withdrawn | undefined {
  const at = file.contacts.findLastIndex((one) => isSame(one, entry));
  if (at === -1) return undefined;
  const contacts = file.contacts.toSpliced(at, 1);
  if (!countsAsContact(entry, file)) return { contacts, firstContactOn: file.firstContactOn };
  return { contacts, firstContactOn: contacts.find((one) => countsAsContact(one, file))?.on ?? null };
}

/** A code that was set that day or later, and says more than that nothing is known, may rest on what was said: it is taken back first. */
export function mayRestOn(file: CaseFile, entry: Contact): boolean {
  if (file.status === null || file.statusOn === null) return false;
  if (!countsAsContact(entry, file) && entry.says === null) return false;
  const saysMore = mainGroupOf(reportCode(file.status, file.statusOn)) !== 1;
  return saysMore && (entry.on === null || file.statusOn >= entry.on);
}

const isSame = (a: Contact, b: Contact): boolean =>
  a.on === b.on &&
  a.channel === b.channel &&
  a.direction === b.direction &&
  a.answeredBy === b.answeredBy &&
  a.says === b.says;
