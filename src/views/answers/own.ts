import type { Day } from '#domain/calendar/day.ts';
import type { Finding } from '#domain/coding/decide.ts';
import type { StaffId, UnitId } from '#domain/ids.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Choice } from '#domain/youth/choice.ts';
import type { Choice as Option, YouthRow } from './youths.ts';

/** Those who wait for a choice, and those who have one. */
export const ownStates = ['waiting', 'standard-letter', 'own-contact', 'return'] as const;
export type OwnState = (typeof ownStates)[number];

/** Whose list, and which part of it: what an address may say. */
export interface OwnFilter {
  /** Left out: the reader's own. */
  readonly caseworker?: StaffId | 'none' | 'all';
  readonly track?: string;
  readonly state?: OwnState;
  readonly transfer?: string;
  readonly unit?: UnitId;
  readonly page?: number;
}

export interface OwnTrack {
  readonly id: string;
  readonly title: Words;
  readonly chooseBy: Day | undefined;
  readonly letterOn: Day | undefined;
  readonly counts: Readonly<Record<OwnState, number>>;
}

export interface OwnRow extends YouthRow {
  readonly track: string;
  readonly choice: Choice | undefined;
  /** Calls, letters and messages on record, answered or not. */
  readonly attempts: number;
}

/** A code that goes with a choice, with what the rules warn of. */
export interface ChoiceCode {
  readonly code: string;
  readonly warnings: readonly Finding[];
}

/** One youth's choice as it is about to be made: the codes that fit. */
export interface OpenedChoice {
  readonly caseId: string;
  readonly choice: Exclude<Choice, 'standard-letter'>;
  readonly codes: readonly ChoiceCode[];
}

export interface OwnAnswer {
  readonly today: Day;
  /** With track and state filled in. */
  readonly filter: OwnFilter & { readonly track: string; readonly state: OwnState };
  readonly tracks: readonly OwnTrack[];
  readonly caseworkers: readonly Option<StaffId>[];
  readonly units: readonly Option<UnitId>[];
  readonly transfers: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly OwnRow[];
  readonly opened: OpenedChoice | undefined;
  readonly mayChoose: boolean;
}
