import { without } from '#domain/standing.ts';
import { type CaseFile, type CodingState, leavingOf } from '#domain/youth/case-file.ts';
import { withoutContact } from '#domain/youth/withdrawn-contact.ts';
import { codeAfter, type Given, isContact } from './guards.ts';

/** The case after a coding; facts given with it stay on the case. */
export function coded({ context, event }: Given): Partial<CaseFile> {
  const code = codeAfter({ context, event });
  if (event.type !== 'status.set' || code === undefined) return {};
  return {
    status: code,
    statusOn: event.on,
    ...(event.viaOt === undefined ? {} : { viaOt: event.viaOt }),
    ...(event.atFirstContact === undefined ? {} : { atFirstContact: event.atFirstContact }),
    ...(event.activity === undefined ? {} : { activity: event.activity }),
    ...(event.reasons === undefined ? {} : { reasons: event.reasons }),
  };
}

export const uncoded = ({ context, event }: Given): Partial<CaseFile> =>
  event.type === 'status.takenBack' ? restored(context, event.restore) : {};

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
  if (event.type === 'choice.takenBack') return { choice: event.restore };
  if (event.type !== 'choice.made') return {};
  return { choice: event.choice, deadlines: without(context.deadlines, 'choice') };
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

export const forgotten = ({ context, event }: Given): Partial<CaseFile> =>
  event.type === 'deadline.passed' ? { deadlines: without(context.deadlines, event.deadline) } : {};
