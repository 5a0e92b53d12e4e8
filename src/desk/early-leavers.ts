import type { Actor } from '#domain/access/actor.ts';
import { mayRegisterContact } from '#domain/access/may.ts';
import { type Outcome, refused } from '#domain/outcome.ts';
import { type LeavingFile, leavingOf } from '#domain/youth/leaving.ts';
import type { EarlyLeavers } from '#ports/early-leavers.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, doerOf, tell } from './commands.ts';
import { act, type CaseWish, look } from './youths.ts';

interface Ports extends DeskPorts {
  readonly earlyLeavers: EarlyLeavers;
}
export interface LeavingWish extends CaseWish {
  /** What is said of it now; what is left out stays as the case has it. */
  readonly leaving: Partial<Omit<LeavingFile, 'remindedOn'>>;
  readonly school?: string;
  /** What the case knew of it when it was asked, as JSON: where it knows something else now, nothing is done. */
  readonly seen?: string;
}

/** How early leavers left, and what the school still owes. Office staff take in notices as they take in replies. */
export const earlyLeaversDesk = (ports: Ports) => ({
  note: (actor: Actor, wish: LeavingWish) => note(ports, actor, wish),
  /** That the school was reminded; the words were sent by a person. */
  remind: (actor: Actor, wish: CaseWish) => act(ports, actor, wish, mayRegisterContact, 'leaving.reminded', {}),
});

async function note(ports: Ports, actor: Actor, wish: LeavingWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayRegisterContact);
  if (!seen.ok) return seen;
  const { facts, on, at } = seen.value;
  const known = facts.file.leaving ?? leavingOf('OESL');
  if (known === null) return refused({ code: 'youth.notNow', facts: { event: 'leaving.noted' } });
  const isOld = wish.seen !== undefined && wish.seen !== JSON.stringify(known);
  if (isOld && !(await ports.cases.hasTaken(wish.caseId, wish.commandId)))
    return refused({ code: 'youth.otherLeavingNow' });
  const leaving = asOne({ ...known, ...wish.leaving });
  // A pupil may have said when they will stop; what has happened cannot lie ahead.
  const ahead = [leaving.noticeOn, leaving.meetingHeldOn, leaving.planMadeOn].find((day) => day !== null && day > on);
  if (ahead) return refused({ code: 'youth.dayAhead', facts: { on: ahead, today: on } });
  const event = { type: 'leaving.noted', at, doer: doerOf(actor), ...{ on, leaving } };
  const told = await tell(ports, wish, subjects.youth(wish.caseId), event);
  if (told.ok && wish.school !== undefined && !wish.dryRun)
    await ports.earlyLeavers.keepSchool(wish.caseId, wish.school);
  return told;
}

/** A day says that it was held; then nobody says that it was not. */
function asOne(leaving: LeavingFile): LeavingFile {
  return {
    ...leaving,
    meetingNotHeld: leaving.meetingHeldOn === null ? (leaving.meetingNotHeld ?? null) : null,
    planNotMade: leaving.planMadeOn === null ? (leaving.planNotMade ?? null) : null,
    tookPart: leaving.meetingHeldOn === null ? [] : (leaving.tookPart ?? []),
  };
}
