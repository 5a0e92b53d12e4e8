import { type Actor, holds, holdsFor } from './actor.ts';

/** Those who ring in a phone drive; each sees only whom they may. */
export const mayCall = (actor: Actor): boolean => holds(actor, 'adviser', 'office_staff', 'super_user', 'system_owner');

/** Starting a phone drive in these units (null is the county), sharing out, and who rings. */
export const mayRunDrive = (actor: Actor, units: readonly string[] | null): boolean =>
  holdsFor(actor, null, 'super_user', 'system_owner') ||
  (units !== null && units.length > 0 && units.every((unitId) => holdsFor(actor, unitId, 'super_user')));

/** Those who run a drive somewhere. */
export const mayRunSomeDrive = (actor: Actor): boolean => holds(actor, 'super_user', 'system_owner');
