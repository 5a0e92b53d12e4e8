import type { Weighed } from './weigh.ts';

/** A pair that may be one person, before it is known who else would fit. */
export interface Match {
  readonly register: number;
  readonly listed: number;
  readonly weighed: Weighed;
}

/** A pair after all are seen together. */
export interface Settled extends Match {
  readonly band: 'certain' | 'possible';
  /** Others fit as well, so that a person must choose. */
  readonly severalFit: boolean;
}

/** Bits by which one pair must be better than another to be chosen by itself. */
const clear = 2;

/**
 * Lets each row of a list be one person and each person one row: the clearly best stays certain, what fits equally well
 * becomes possible, and what only looked likely because of a twin or a namesake is dropped beside a certain pair. Two rows
 * with the person's own valid number, or name, birth date and own phone, mail or home, are both theirs: a pupil may stand on a list twice.
 */
export function resolve(matches: readonly Match[]): Settled[] {
  const demoted = new Set<Match>();
  const several = new Set<Match>();
  for (const rivals of groups(matches, (match) => match.listed)) settleRivals(rivals, demoted, several, false);
  for (const rivals of groups(matches, (match) => match.register)) settleRivals(rivals, demoted, several, true);

  const isCertain = (match: Match) => match.weighed.band === 'certain' && !demoted.has(match);
  const takenRows = new Set(matches.filter(isCertain).map((match) => match.listed));
  const takenPeople = new Set(matches.filter(isCertain).map((match) => match.register));
  const settled: Settled[] = [];
  for (const match of matches) {
    const certain = isCertain(match);
    const taken = takenRows.has(match.listed) || takenPeople.has(match.register);
    if (!certain && taken && !match.weighed.idSame && !match.weighed.looksSame) continue;
    settled.push({ ...match, band: certain ? 'certain' : 'possible', severalFit: several.has(match) });
  }
  return settled;
}

function groups(matches: readonly Match[], by: (match: Match) => number): Match[][] {
  const grouped = new Map<number, Match[]>();
  for (const match of matches) {
    const group = grouped.get(by(match));
    if (group) group.push(match);
    else grouped.set(by(match), [match]);
  }
  return [...grouped.values()].filter((group) => group.length > 1);
}

function settleRivals(rivals: readonly Match[], demoted: Set<Match>, several: Set<Match>, mayRepeat: boolean): void {
  const certain = rivals
    .filter((match) => match.weighed.band === 'certain' && !demoted.has(match))
    .sort((a, b) => rank(b) - rank(a));
  const [best, next] = certain;
  if (!best || !next) return;
  const tied = rank(best) - rank(next) < clear;
  for (const match of certain) {
    if (mayRepeat && match.weighed.unmistakable) continue;
    if (match === best && !tied) continue;
    demoted.add(match);
    if (rank(best) - rank(match) < clear) several.add(match);
  }
}

/** One shared valid number goes before any score. */
const rank = (match: Match) => match.weighed.score + (match.weighed.idSame ? 1000 : 0);
