import { type AssignmentRule, type Placed, ruleFor } from './rule.ts';

/** A youth that may be given to somebody. */
export interface Candidate extends Placed {
  readonly caseId: string;
  readonly caseworkerId: string | null;
  readonly isProtected: boolean;
}

/** Somebody who can have youths, with how many they have; `unitId` null: in every unit. */
export interface Worker {
  readonly staffId: string;
  readonly unitId: string | null;
  readonly load: number;
  readonly isAbsent: boolean;
}

/** How youths are given: by the rules, evenly to the advisers of each youth's unit, or all to one. */
export type Way =
  | { readonly kind: 'rules'; readonly rules: readonly AssignmentRule[] }
  | { readonly kind: 'evenly' }
  | { readonly kind: 'one'; readonly staffId: string };

/** Why a youth is left alone. */
export const leftAlone = ['protected', 'has-caseworker', 'no-rule', 'no-unit', 'nobody-there', 'already-so'] as const;
export type LeftAlone = (typeof leftAlone)[number];

export interface Move {
  readonly caseId: string;
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
}

export interface Proposal {
  readonly moves: readonly Move[];
  readonly untouched: readonly { readonly caseId: string; readonly why: LeftAlone }[];
  /** How many each would get, and would then have. */
  readonly gets: readonly { readonly staffId: string | null; readonly n: number; readonly after: number }[];
}

export interface Proposing {
  readonly youths: readonly Candidate[];
  readonly workers: readonly Worker[];
  readonly way: Way;
  /** Whose youths are moved: those who have another caseworker are left alone. Null: those who have none. */
  readonly from: string | null;
}

/** Who would get whom. The same youths and loads give the same proposal, in whatever order they come. */
export function propose({ youths, workers, way, from }: Proposing): Proposal {
  const loads = new Map(workers.map(({ staffId, load }) => [staffId, load]));
  const moves: Move[] = [];
  const untouched: { caseId: string; why: LeftAlone }[] = [];
  for (const youth of youths.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
    const found = placeFor(youth, way, from, (unitId) => lightest(workers, loads, unitId, from));
    if (typeof found === 'string') {
      untouched.push({ caseId: youth.caseId, why: found });
      continue;
    }
    moves.push({ caseId: youth.caseId, ...found });
    if (found.caseworkerId !== null) loads.set(found.caseworkerId, (loads.get(found.caseworkerId) ?? 0) + 1);
  }
  return { moves, untouched, gets: sums(moves, loads) };
}

type Place = Omit<Move, 'caseId'>;

function placeFor(
  youth: Candidate,
  way: Way,
  from: string | null,
  lightestIn: (unitId: string) => string | undefined,
): Place | LeftAlone {
  // Nobody is let in to see a protected person by a rule: the system owner gives such a case by hand.
  if (youth.isProtected) return 'protected';
  if (youth.caseworkerId !== from) return 'has-caseworker';
  const evenly = (unitId: string | null): Place | LeftAlone => {
    if (unitId === null) return 'no-unit';
    const caseworkerId = lightestIn(unitId);
    return caseworkerId === undefined ? 'nobody-there' : { unitId, caseworkerId };
  };
  const place = ((): Place | LeftAlone => {
    if (way.kind === 'one') return { unitId: youth.unitId, caseworkerId: way.staffId };
    if (way.kind === 'evenly') return evenly(youth.unitId);
    const rule = ruleFor(way.rules, youth);
    if (!rule) return 'no-rule';
    const unitId = rule.goes.unitId ?? youth.unitId;
    const { to } = rule.goes;
    if (to.kind === 'evenly') return evenly(unitId);
    return { unitId, caseworkerId: to.kind === 'one' ? to.staffId : null };
  })();
  if (typeof place === 'string') return place;
  return place.unitId === youth.unitId && place.caseworkerId === youth.caseworkerId ? 'already-so' : place;
}

/** Of those in the unit who are here, the one with fewest; the first by id where several have as few. */
function lightest(
  workers: readonly Worker[],
  loads: ReadonlyMap<string, number>,
  unitId: string,
  from: string | null,
): string | undefined {
  let found: { readonly staffId: string; readonly load: number } | undefined;
  for (const worker of workers) {
    const { staffId } = worker;
    if (worker.isAbsent || staffId === from || (worker.unitId !== null && worker.unitId !== unitId)) continue;
    const load = loads.get(staffId) ?? 0;
    if (!found || load < found.load || (load === found.load && staffId < found.staffId)) found = { staffId, load };
  }
  return found?.staffId;
}

function sums(moves: readonly Move[], loads: ReadonlyMap<string, number>): Proposal['gets'] {
  const counted = new Map<string | null, number>();
  for (const { caseworkerId } of moves) counted.set(caseworkerId, (counted.get(caseworkerId) ?? 0) + 1);
  return [...counted]
    .map(([staffId, n]) => ({ staffId, n, after: staffId === null ? n : (loads.get(staffId) ?? n) }))
    .toSorted((a, b) => b.n - a.n || ((a.staffId ?? '') < (b.staffId ?? '') ? -1 : 1));
}
