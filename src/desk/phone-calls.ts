import type { Actor } from '#domain/access/actor.ts';
import { mayRegisterContact } from '#domain/access/may.ts';
import type { Day } from '#domain/calendar/day.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { ageFacts, type Direction } from '#domain/coding/situation.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { type CallOutcome, contactOf, type SaidOnPhone } from '#domain/phone/outcome.ts';
import type { CallTold, CallWithdrawn } from '#domain/phone/phone-call.ts';
import { subjects } from '#workflows/messages.ts';
import { type Done, deny, doerOf, missing, tell } from './commands.ts';
import { claimOf, type DriveWish, type PhonePorts, ringing } from './phone-ringing.ts';

export interface CallWish extends DriveWish {
  readonly caseId: string;
  readonly outcome: CallOutcome;
  readonly says: SaidOnPhone | null;
  readonly note?: string;
  /** UTC ms of the run's clock. */
  readonly callBackAt?: number;
  /** `in` when it was the youth who rang. */
  readonly direction?: Direction;
  /** The day, where it is entered from paper afterwards. */
  readonly on?: Day;
}

/** What a caller does with one youth. */
export const phoneCalls = (ports: PhonePorts) => ({
  outcome: (actor: Actor, wish: CallWish) => outcome(ports, actor, wish),
  /** The last call; where a youth is named, only if it was to them. */
  undo: (actor: Actor, wish: DriveWish & { readonly caseId?: string }) => undo(ports, actor, wish),
  /** By hand: somebody rings back, or a protected youth's own caseworker rings. */
  take: async (
    actor: Actor,
    wish: DriveWish & { readonly caseId: string },
  ): Promise<Outcome<{ readonly caseId: string }>> => {
    const found = await ringing(ports, actor, wish.driveId);
    if (!found.ok) return found;
    const facts = await ports.cases.find(wish.caseId);
    if (!facts || facts.runId !== found.value.drive.runId) return missing();
    if (!mayRegisterContact(actor, facts)) return deny();
    const { caseId } = wish;
    const isMine = await ports.phoneDrives.take({ ...claimOf(actor, found.value), caseId });
    return isMine ? accepted({ caseId }) : refused({ code: 'phone.heldByOther' });
  },
});

/**
 * A call is a contact of the youth's case; the card follows in the same step. The case is asked first and last: rows of the card are never
 * without the contact, nor the contact without them.
 */
async function outcome(ports: PhonePorts, actor: Actor, wish: CallWish): Promise<Outcome<Done>> {
  const found = await ringing(ports, actor, wish.driveId);
  if (!found.ok) return found;
  const { drive, now } = found.value;
  const facts = await ports.cases.find(wish.caseId);
  if (!facts || facts.runId !== drive.runId) return missing();
  if (!mayRegisterContact(actor, facts)) return deny();
  const today = dayOf(instant(now));
  const on = wish.on ?? today;
  if (on > today) return refused({ code: 'youth.dayAhead', facts: { on, today } });
  const callBackAt = wish.callBackAt ?? null;
  if (callBackAt !== null && callBackAt <= now) return refused({ code: 'phone.callBackOver' });
  // Sent twice, the card has gone on: taking it up again would put the same youth before the caller once more.
  const isAgain = await ports.cases.hasTaken(wish.caseId, wish.commandId);
  const isMine = isAgain || (await ports.phoneDrives.hold({ ...claimOf(actor, found.value), caseId: wish.caseId }));
  if (isMine === undefined) return missing();
  // A call that has happened is registered, also when its time with the card has run out; but not over somebody who has it now.
  if (!isMine) return refused({ code: 'phone.heldByOther' });
  const call: CallTold = { driveId: drive.driveId, outcome: wish.outcome, says: wish.says, callBackAt };
  const contact = contactOf(wish.outcome, wish.says, wish.direction ?? 'out');
  const { minor } = ageFacts(facts.born, on);
  const event = { type: 'contact.registered', at: now, doer: doerOf(actor), ...{ on, ...contact, minor, call } };
  const told = await tell(ports, wish, subjects.youth(wish.caseId), event);
  if (told.ok && wish.note !== undefined && !wish.dryRun)
    await ports.cases.keepNote({
      noteId: wish.commandId,
      caseId: wish.caseId,
      text: wish.note,
      at: now,
      by: actor.staffId,
    });
  return told;
}

/** The caller's last call is withdrawn and its card is before them again; the one they had meanwhile is let go. */
async function undo(
  ports: PhonePorts,
  actor: Actor,
  wish: DriveWish & { readonly caseId?: string },
): Promise<Outcome<{ readonly caseId: string }>> {
  const found = await ringing(ports, actor, wish.driveId);
  if (!found.ok) return found;
  const { drive, now } = found.value;
  // Sent twice, the last call is the one before it, to somebody else.
  if (wish.caseId !== undefined && (await ports.cases.hasTaken(wish.caseId, wish.commandId)))
    return accepted({ caseId: wish.caseId });
  const last = await ports.phoneDrives.lastCall(drive.driveId, actor.staffId);
  if (!last || (wish.caseId !== undefined && last.caseId !== wish.caseId))
    return refused({ code: 'phone.nothingToUndo' });
  const { caseId, callId, sequence: of } = last;
  const contact = await ports.cases.contact(caseId, { sequence: of });
  if (!contact) return missing();
  if (wish.dryRun) return accepted({ caseId });
  const call: CallWithdrawn = { driveId: drive.driveId, callId };
  const more = { on: dayOf(instant(now)), of, entry: contact.entry, call };
  const event = { type: 'contact.withdrawn', at: now, doer: doerOf(actor), ...more };
  const claim = claimOf(actor, found.value);
  await ports.phoneDrives.letGo(claim);
  if (!(await ports.phoneDrives.hold({ ...claim, caseId }))) return refused({ code: 'phone.heldByOther' });
  const told = await tell(ports, wish, subjects.youth(caseId), event);
  return told.ok ? accepted({ caseId }) : told;
}
