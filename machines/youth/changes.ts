import { without } from '#domain/standing.ts';
import type { CaseFile, CodingState } from '#domain/youth/case-file.ts';
import { leavingOf } from '#domain/youth/leaving.ts';
import { withoutContact } from '#domain/youth/withdrawn-contact.ts';
import { codeAfter, codingIn, type Given, isContact, restoredBy } from './guards.ts';

/** The case after a coding; facts given with it stay on the case. */
export function coded(given: Given): Partial<CaseFile> {
  const [coding, code] = [codingIn(given), codeAfter(given)];
  if (!coding || code === undefined) return {};
  const { on, viaOt, atFirstContact, activity, reasons } = coding;
  return {
    status: code,
    statusOn: on,
    ...(viaOt === undefined ? {} : { viaOt }),
    ...(atFirstContact === undefined ? {} : { atFirstContact }),
    ...(activity === undefined ? {} : { activity }),
    ...(reasons === undefined ? {} : { reasons }),
  };
}

export function uncoded(given: Given): Partial<CaseFile> {
  const state = restoredBy(given);
  return state ? restored(given.context, state) : {};
}

/** What was heard meanwhile stays heard. */
const restored = (file: CaseFile, state: CodingState): Partial<CaseFile> => ({
  ...state,
  firstContactOn: state.firstContactOn ?? file.firstContactOn,
});

/** The case with one more entry; the first that counts as contact sets the day of first contact. */
export function contacted({ context, event }: Given): Partial<CaseFile> {
  if (event.type !== 'contact.registered') return {};
  const { on, channel, direction, answeredBy, says, minor } = event;
  const entry = { on, channel, direction, answeredBy, says, ...(minor === undefined ? {} : { minor }) };
  const isFirst = context.firstContactOn === null && isContact({ context, event });
  return { contacts: [...context.contacts, entry], ...(isFirst ? { firstContactOn: on } : {}) };
}

/** The case without the entry, as if it had never been; the journal keeps both. */
export const uncontacted = ({ context, event }: Given): Partial<CaseFile> =>
  (event.type === 'contact.withdrawn' && withoutContact(context, event.entry)) || {};

export function chosen({ context, event }: Given): Partial<CaseFile> {
  if (event.type === 'choice.made') return { choice: event.choice, deadlines: without(context.deadlines, 'choice') };
  if (event.type !== 'choice.takenBack') return {};
  const { restore, choiceBy, at } = event;
  const isAhead = restore === null && choiceBy !== undefined && choiceBy > at;
  return { choice: restore, ...(isAhead ? { deadlines: { ...context.deadlines, choice: choiceBy } } : {}) };
}

export const assigned = ({ event }: Given): Partial<CaseFile> =>
  event.type === 'case.assigned' ? { unitId: event.unitId, caseworkerId: event.caseworkerId } : {};

export function transferred({ context, event }: Given): Partial<CaseFile> {
  if (event.type !== 'transfer.received') return {};
  const transfer = event.transfer ?? context.transfer;
  return { transfer, leaving: context.leaving ?? leavingOf(transfer) };
}

export const noted = ({ event }: Given): Partial<CaseFile> =>
  event.type === 'leaving.noted' ? { leaving: event.leaving } : {};

export const reminded = ({ context, event }: Given): Partial<CaseFile> =>
  event.type === 'leaving.reminded' && context.leaving ? { leaving: { ...context.leaving, remindedOn: event.on } } : {};

export const spokenOf = ({ event }: Given): Partial<CaseFile> =>
  event.type === 'nav.checked' ? { navCheckedOn: event.on } : {};

/** Only the youth's own letter says something of the youth. */
export const cameBack = ({ event }: Given): Partial<CaseFile> =>
  event.type === 'letter.cameBack' && event.addressee === 'youth' ? { letterBackOn: event.on } : {};

/** The fields that two cases have together, or one has alone again. */
export const together = ({ event }: Given): Partial<CaseFile> => ('now' in event ? event.now : {});

/** Whose this case is now, where it is another one's. */
export function goneInto({ event }: Given): Partial<CaseFile> {
  if (event.type === 'case.mergedAway') return { mergedInto: event.into };
  return event.type === 'case.cameBack' ? { mergedInto: null } : {};
}

export const forgotten = ({ context, event }: Given): Partial<CaseFile> =>
  event.type === 'deadline.passed' ? { deadlines: without(context.deadlines, event.deadline) } : {};
