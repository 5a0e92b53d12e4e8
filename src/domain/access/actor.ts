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
  /** Those who are away today with this one as substitute: what they have, and nothing of what their roles let them. */
  readonly standsInFor?: readonly string[];
}

/** The person's own, or of somebody they stand in for today. */
export const hasAs = (actor: Actor, owner: string | null): boolean =>
  owner !== null && (owner === actor.staffId || standsIn(actor, owner));
export const standsIn = (actor: Actor, owner: string | null): boolean =>
  owner !== null && (actor.standsInFor ?? []).includes(owner);
/** Whose youths and tasks somebody has today: their own first. */
export const ownersFor = (actor: Actor): readonly string[] => [actor.staffId, ...(actor.standsInFor ?? [])];

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
