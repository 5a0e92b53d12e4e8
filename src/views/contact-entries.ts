import { groundOf, proofOf } from '#domain/coding/evidence.ts';
import { type Contact, situationOn } from '#domain/coding/situation.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { ContactEntry } from './answers/youth.ts';
import type { Entry } from './journal.ts';

/**
 * A contact as the history shows it. The desk takes none without a channel and a direction; where an older row lacks them it is
 * shown as a call out, and as nobody's answer where nobody was written down.
 */
export function contactEntry(
  entry: Entry,
  reasons: CaseFile['reasons'],
  nameOf: (id: string | null) => string | undefined,
  noteOf: (entry: Entry) => string | undefined,
  mayWithdraw: (entry: Entry) => boolean,
): ContactEntry {
  // `as`: an event of this type is a contact.
  const contact = { ...(entry.event as unknown as Contact), on: entry.on };
  const { channel, direction, answeredBy, says } = contact;
  return {
    id: String(entry.sequence),
    on: entry.on,
    channel: channel ?? 'phone',
    direction: direction ?? 'out',
    answeredBy: answeredBy ?? 'none',
    says: says ?? undefined,
    counts: proofOf(groundOf(contact, situationOn(entry.on, { reasons }))) === 'proved',
    by: nameOf(entry.by),
    note: noteOf(entry),
    mayWithdraw: mayWithdraw(entry),
  };
}
