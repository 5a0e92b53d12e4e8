import type { Band, Findings } from './band.ts';
import { indexRegister, type RegisterIndex } from './candidates.ts';
import { splitNameFor } from './name-order.ts';
import { type ComparedField, comparedFields, type ListedPerson } from './person.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type Match, resolve, type Settled } from './resolve.ts';
import { type Remark, type Weighed, weigh } from './weigh.ts';

/** A row of the register and a row of a list that are, or may be, one person. */
export interface Pair {
  /** Rows as in the files; the headings are row 1. */
  readonly register: number;
  readonly list: number;
  readonly band: Band;
  /** Bits of evidence for one person, rounded to a tenth. */
  readonly score: number;
  /** Fields that speak for one person, equal or known to be written in several ways; in a fixed order. */
  readonly agrees: readonly ComparedField[];
  readonly disagrees: readonly ComparedField[];
  /** How each field stands, for the words beside it. */
  readonly findings: Findings;
  readonly remarks: readonly Remark[];
}

/**
 * Finds who of a register is on a list, in the manner of Fellegi and Sunter (1969), without comparing all with all.
 * Answers in the order of the list, the best pair of a row first. A register for several lists is indexed once.
 */
export function matchLists(register: RegisterIndex | readonly ListedPerson[], list: readonly ListedPerson[]): Pair[] {
  const index = 'people' in register ? register : indexRegister(register);
  const splitName = splitNameFor(list, index);
  const listed = list.map((row) => prepare(row, index.lexicon, splitName));
  const matches: Match[] = [];
  for (const [at, row] of listed.entries()) {
    for (const candidate of index.candidates(row)) {
      const person = index.people[candidate];
      if (person === undefined) continue;
      const weighed = weigh(person, row, index.scales);
      if (weighed) matches.push({ register: candidate, listed: at, weighed });
    }
  }
  return resolve(matches)
    .sort((a, b) => a.listed - b.listed || b.weighed.score - a.weighed.score)
    .flatMap((settled) => asPair(settled, index.people[settled.register], listed[settled.listed]));
}

function asPair(settled: Settled, person: Prepared | undefined, row: Prepared | undefined): Pair[] {
  if (!person || !row) return [];
  const { findings, remarks } = settled.weighed;
  return [
    {
      register: person.row,
      list: row.row,
      band: settled.band,
      ...toldOf(settled.weighed),
      findings,
      remarks: settled.severalFit ? [...remarks, 'several-fit'] : remarks,
    },
  ];
}

/** The score rounded to a tenth, and the fields that speak for one person and against it. */
export const toldOf = ({ findings, score }: Weighed): Pick<Pair, 'score' | 'agrees' | 'disagrees'> => ({
  score: Math.round(score * 10) / 10,
  agrees: comparedFields.filter((field) => speaksFor(findings[field].how, findings[field].bits)),
  disagrees: comparedFields.filter((field) => speaksAgainst(findings[field].how, findings[field].bits)),
});

// The bits alone do not tell: an equal birth date beside an equal number is worth nothing more, and still agrees.
const speaksFor = (how: string, bits: number) => how !== 'none' && how !== 'other' && bits >= 0;
const speaksAgainst = (how: string, bits: number) => how === 'other' || (how !== 'none' && bits < 0);

/** A person of the register whom several lists name: at most one of them can be where they are. */
export interface OnSeveralLists {
  readonly register: number;
  readonly on: readonly { readonly list: string; readonly row: number; readonly band: Band }[];
}

/** Finds those whom more than one list names, in the order of the register. */
export function onSeveralLists(
  matched: readonly { readonly list: string; readonly pairs: readonly Pair[] }[],
): OnSeveralLists[] {
  const byPerson = new Map<number, { list: string; row: number; band: Band }[]>();
  for (const { list, pairs } of matched) {
    for (const pair of pairs) {
      const on = byPerson.get(pair.register) ?? [];
      on.push({ list, row: pair.list, band: pair.band });
      byPerson.set(pair.register, on);
    }
  }
  return [...byPerson]
    .filter(([, on]) => new Set(on.map(({ list }) => list)).size > 1)
    .map(([register, on]) => ({ register, on }))
    .sort((a, b) => a.register - b.register);
}
