import { sql } from 'kysely';
import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { maySeeNumbers, maySeeProtected, maySeeYouths } from '#domain/access/may.ts';
import type { CaseRule } from './ports.ts';

/**
 * Whom a reader's lists and numbers are about, so that a number is the length of the list the same reader opens. Those who see
 * numbers and no names count everybody; the others count whom they may see.
 */
export type Reach =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'everybody' }
  | {
      readonly kind: 'some';
      readonly staffId: string;
      /** Those somebody stands in for: their youths, but not the protected ones. */
      readonly standsInFor: readonly string[];
      readonly units: readonly string[] | 'all';
    };

export function reachOf(actor: Actor): Reach {
  if (!maySeeNumbers(actor)) return { kind: 'nobody' };
  if (!maySeeYouths(actor) || maySeeProtected(actor)) return { kind: 'everybody' };
  return { kind: 'some', staffId: actor.staffId, standsInFor: actor.standsInFor ?? [], units: unitsOf(actor) };
}

const none: CaseRule = () => sql<boolean>`false`;
const all: CaseRule = () => sql<boolean>`true`;

/** The cases within reach; the same word as `maySeeYouth`, in SQL. */
export function within(reach: Reach): CaseRule {
  if (reach.kind === 'nobody') return none;
  if (reach.kind === 'everybody') return all;
  const inUnits = ofUnits(reach.units);
  return (where) =>
    where.or([
      where('caseworker_id', '=', reach.staffId),
      where.and([
        where('is_protected', '=', false),
        where.or([inUnits(where), ...insteadOf(reach.standsInFor, where)]),
      ]),
    ]);
}

/** The cases whose names a reader may see; nobody's for those who see numbers only. */
export const namedFor = (actor: Actor): CaseRule => (maySeeYouths(actor) ? within(reachOf(actor)) : none);

/** Those of the reader's own units whom they may not see: protected persons who are not their own. */
export function hiddenFrom(reach: Reach): CaseRule {
  if (reach.kind !== 'some') return none;
  const inUnits = ofUnits(reach.units);
  return (where) =>
    where.and([
      where('is_protected', '=', true),
      where('caseworker_id', 'is distinct from', reach.staffId),
      inUnits(where),
    ]);
}

const insteadOf = (owners: readonly string[], where: Parameters<CaseRule>[0]) =>
  owners.length === 0 ? [] : [where('caseworker_id', 'in', owners)];

function ofUnits(units: readonly string[] | 'all'): CaseRule {
  if (units === 'all') return all;
  return units.length === 0 ? none : (where) => where('unit_id', 'in', units);
}
