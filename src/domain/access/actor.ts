import type { Role } from '../plan/role.ts';

/** A role somebody holds: in one unit, or in the whole county where no unit is named. */
export interface Grant {
  readonly role: Role;
  readonly unitId: string | null;
}

/** Who asks, with what they hold in the run; `onBehalfOf` when they stand in for somebody. */
export interface Actor {
  readonly staffId: string;
  readonly grants: readonly Grant[];
  readonly onBehalfOf?: string;
}

/** Holds one of the roles, in whatever unit. */
export const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.grants.some(({ role }) => roles.includes(role));

/** Holds one of the roles for that unit: there, or in the whole county. */
export const holdsFor = (actor: Actor, unitId: string | null, ...roles: readonly Role[]): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role) && (grant.unitId === null || grant.unitId === unitId));

/** The units whose youths somebody may see; `all` where a role reaches the whole county. */
export function unitsOf(actor: Actor): readonly string[] | 'all' {
  const seeing = actor.grants.filter(({ role }) => seesYouths.includes(role));
  if (seeing.some(({ role, unitId }) => unitId === null || wholeCounty.includes(role))) return 'all';
  return [...new Set(seeing.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
}

/** Roles that meet youths by name. Managers and the admissions office see numbers only (the people, process.md). */
export const seesYouths: readonly Role[] = ['system_owner', 'super_user', 'adviser', 'office_staff', 'review_group'];
/** Roles that work on behalf of the whole county. */
export const wholeCounty: readonly Role[] = ['system_owner', 'review_group'];
