import type { Role } from '../plan/role.ts';
import type { Doer } from '../standing.ts';
import { type Actor, hasAs, holds, holdsFor, seesYouths, standsIn, unitsOf, wholeCounty } from './actor.ts';

/** What of a case decides who may see it. */
export interface GuardedCase {
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  /** The address is protected in the population register. */
  readonly isProtected: boolean;
}

/** What of a task decides who may do it. */
export interface GuardedTask {
  readonly role: string;
  readonly unitId: string | null;
  readonly staffId: string | null;
}

export const mayStartRun = (actor: Actor): boolean => holds(actor, 'process_owner');
export const mayChangePlan = (actor: Actor): boolean => holds(actor, 'process_owner');
export const mayCloseYear = (actor: Actor): boolean => holds(actor, 'process_owner');
/** A rehearsal's clock; never the real one. */
export const mayMoveClock = (actor: Actor): boolean => holds(actor, 'process_owner', 'system_owner');

/** What the engine holds, opened: codes by case id. */
export const mayReadEngine = (actor: Actor): boolean => holds(actor, 'system_owner');

export const mayBringLists = (actor: Actor): boolean => holds(actor, 'system_owner', 'process_owner');
/** Whom a list is about, protected persons too; others see its numbers. */
export const maySeeListed = (actor: Actor): boolean => holds(actor, 'system_owner');
/** A list that shrinks or does not add up is approved by somebody who answers for the process. */
export const mayApproveList = (actor: Actor): boolean => holds(actor, 'system_owner', 'process_owner');

/** A selected group compares the offices' lists with the youths of the whole county (flowchart, phase 3). */
export const mayCrossCheck = (actor: Actor): boolean => holds(actor, 'review_group', 'system_owner');

/** The one it is given to, those who hold its role there, and whoever answers for the process. */
export const mayDoTask = (actor: Actor, task: GuardedTask): boolean =>
  holds(actor, 'process_owner') ||
  hasAs(actor, task.staffId) ||
  (task.staffId === null && holdsFor(actor, task.unitId, task.role as Role)) ||
  holdsFor(actor, task.unitId, 'super_user');
/** Skipping work is a change of the plan, by those who answer for it. */
export const maySkipTask = (actor: Actor, task: GuardedTask): boolean =>
  holds(actor, 'process_owner') ||
  (mayDoTask(actor, task) && holdsFor(actor, task.unitId, 'super_user', 'system_owner'));

export const maySeeNumbers = (actor: Actor): boolean => actor.grants.length > 0;
export const maySeeYouths = (actor: Actor): boolean => holds(actor, ...seesYouths);
/**
 * Own unit's youths, own youths anywhere, and those of whoever one stands in for. A protected person only by the system owner and
 * the own caseworker: a substitute is neither.
 */
export function maySeeYouth(actor: Actor, guarded: GuardedCase): boolean {
  const isOwn = guarded.caseworkerId === actor.staffId && maySeeYouths(actor);
  if (guarded.isProtected) return isOwn || holds(actor, 'system_owner');
  const units = unitsOf(actor);
  return (
    isOwn ||
    isStoodInFor(actor, guarded) ||
    units === 'all' ||
    (guarded.unitId !== null && units.includes(guarded.unitId))
  );
}
const isStoodInFor = (actor: Actor, { caseworkerId }: GuardedCase): boolean =>
  maySeeYouths(actor) && standsIn(actor, caseworkerId);
export const maySeeProtected = (actor: Actor): boolean => holds(actor, 'system_owner');

const codes: readonly Role[] = ['adviser', 'super_user', ...wholeCounty];
/** Has youths of their own to choose for, or answers for those of others. */
export const mayHaveOwnList = (actor: Actor): boolean => holds(actor, ...codes);
export const mayCode = (actor: Actor, guarded: GuardedCase): boolean =>
  maySeeYouth(actor, guarded) && (holdsFor(actor, guarded.unitId, ...codes) || mayInsteadOf(actor, guarded, codes));
/** A substitute does what the absent one's work is, with a role of their own for it: standing in gives no role, and no right to go against a rule. */
const mayInsteadOf = (actor: Actor, guarded: GuardedCase, roles: readonly Role[]): boolean =>
  isStoodInFor(actor, guarded) && holds(actor, ...roles);
/** Office staff register replies and calls; they do not set codes. */
export const mayRegisterContact = (actor: Actor, guarded: GuardedCase): boolean => maySeeYouth(actor, guarded);
/** Whoever meets youths by name and works in a unit or for the county takes replies; the review group does not. */
export const mayTakeReplies = (actor: Actor): boolean =>
  holds(actor, 'office_staff', 'adviser', 'super_user', 'system_owner');
/** A reply is shown to those who may see every youth it could be from: a half-shown one would be given to the wrong half. */
export const mayTakeReply = (actor: Actor, candidates: readonly GuardedCase[]): boolean =>
  mayTakeReplies(actor) && candidates.every((each) => maySeeYouth(actor, each));
/** A slip is taken back by whoever made it, or by those who set codes. */
export const mayWithdrawContact = (actor: Actor, guarded: GuardedCase, registeredBy: string | null): boolean =>
  mayRegisterContact(actor, guarded) && (registeredBy === actor.staffId || mayCode(actor, guarded));
export const mayAssign = (actor: Actor, guarded: GuardedCase): boolean =>
  maySeeYouth(actor, guarded) && holdsFor(actor, guarded.unitId, 'adviser', 'super_user', 'system_owner');
/** Going against a rule that may be gone against (coding rules). */
export const mayOverrideRule = (actor: Actor): boolean => holds(actor, 'system_owner');
/** Whoever did it, or stood in for whoever did; and the system owner. Each case it touched was theirs to change then. */
export const mayUndoAct = (actor: Actor, { by, onBehalfOf }: Doer): boolean =>
  holds(actor, 'system_owner') || (maySeeYouths(actor) && [by, onBehalfOf].includes(actor.staffId));

/** Sharing out youths and tasks, and who stands in for whom: those who lead the unit. */
export const mayLead = (actor: Actor): boolean => holds(actor, 'super_user', 'system_owner');
export const mayLeadUnit = (actor: Actor, unitId: string | null): boolean =>
  holdsFor(actor, unitId, 'super_user', 'system_owner');
/** Somebody who works in several units is led by whoever leads one of them; in the whole county, by whoever leads it. */
export const mayLeadPerson = (actor: Actor, units: readonly (string | null)[]): boolean =>
  units.some((unitId) => mayLeadUnit(actor, unitId)) || mayLeadUnit(actor, null);
/** Rules of the whole county. */
export const mayKeepRules = (actor: Actor): boolean => mayLeadUnit(actor, null);
export const mayEndEmployment = (actor: Actor): boolean => holds(actor, 'system_owner', 'process_owner');
/** Taking a list with numbers or names out of the house: those who set codes. */
export const mayTakeListsOut = (actor: Actor): boolean => holds(actor, ...codes);
/** Holding the meeting over an area's list; null for an area that is no unit. */
export const mayMeetNav = (actor: Actor, unitId: string | null): boolean =>
  unitId === null ? holds(actor, ...codes) : holdsFor(actor, unitId, ...codes);
/** Comparing everybody with everybody is for those who may see everybody; deciding on a pair asks for both cases. */
export const maySearchDoubles = (actor: Actor): boolean => holds(actor, 'super_user', ...wholeCounty);

/** What everybody finds beside their lists is kept by those who answer for the work. */
export const mayShareFilter = (actor: Actor): boolean => holds(actor, 'super_user', 'system_owner', 'process_owner');
