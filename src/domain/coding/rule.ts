import type { Facts } from '../outcome.ts';
import type { MainGroup } from '../status-code/entry.ts';
import type { StatusCode } from '../status-code/status-code.ts';
import type { Known } from './known.ts';

export const verdicts = ['allowed', 'warned', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** Choices the sources leave to a county. */
export interface CodingSettings {
  /** What "no" to via OT does to OTOA, OTAP and OTKO, which have no twin outside the target group. */
  readonly openViaOt: 'stays' | 'refuse';
}

/**
 * A measure with "no" keeps its code, with a warning: the law leaves out only those in education or work (inferred), so such a youth
 * is plausibly still in the target group. The answer is stored even though it changes no code.
 */
export const defaultSettings: CodingSettings = { openViaOt: 'stays' };

/** One code asked for in one situation. */
export interface Asked {
  readonly known: Known;
  /** The code as asked for. */
  readonly wish: StatusCode;
  /** The code that would be registered. */
  readonly code: StatusCode;
  readonly group: MainGroup;
  readonly settings: CodingSettings;
}

export interface Answer<Why extends string> {
  readonly verdict: Verdict;
  readonly why: Why;
  readonly facts?: Facts;
}

/** One rule of the authority's, the county's, or one that follows from them. */
export interface Rule<Why extends string = string> {
  readonly id: string;
  /** Short citation; `(slutning)` where no source says it outright. */
  readonly source: string;
  /** What it may answer; the words are `<id>.<why>` in `src/texts/<language>/coding.json`. */
  readonly whys: readonly Why[];
  /** Set where the system owner may go against a refusal, with a reason. */
  readonly override?: 'system_owner';
  /** Undefined when the rule has no opinion on this code. */
  readonly judge: (asked: Asked) => Answer<Why> | undefined;
}

/** Keeps the answers of a rule within its list of whys. */
export const rule = <const Why extends string>(made: Rule<Why>): Rule<Why> => made;

export const allowed = <Why extends string>(why: Why, facts?: Facts): Answer<Why> => answer('allowed', why, facts);
export const warned = <Why extends string>(why: Why, facts?: Facts): Answer<Why> => answer('warned', why, facts);
export const refused = <Why extends string>(why: Why, facts?: Facts): Answer<Why> => answer('refused', why, facts);

const answer = <Why extends string>(verdict: Verdict, why: Why, facts?: Facts): Answer<Why> =>
  facts === undefined ? { verdict, why } : { verdict, why, facts };

export const sources = {
  list: 'Udir, Kodeverk for oppfølgingstjenesten',
  briefing: 'Udir, OTTO-samling okt. 2015',
  briefingInferred: 'Udir, OTTO-samling okt. 2015 (slutning)',
  county: 'Fylkets flytskjema VIGO–OTTO 2017–18',
  law: 'Opplæringslova § 9-4',
} as const;
