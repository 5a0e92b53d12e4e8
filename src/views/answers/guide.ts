import type { Facts } from '#domain/outcome.ts';

/** What the coding guide may ask about; contact itself is asked by the contact entries. */
export const guideQuestions = ['now', 'at-first-contact', 'run-by', 'reasons', 'via-ot'] as const;
export type GuideQuestionId = (typeof guideQuestions)[number];

export interface GuideQuestion {
  readonly id: GuideQuestionId;
  readonly options: readonly string[];
  readonly many: boolean;
}

export interface GuideReply {
  readonly id: GuideQuestionId;
  readonly chosen: readonly string[];
}

/** One rule's word on one code. */
export interface GuideRule {
  readonly id: string;
  readonly verdict: 'allowed' | 'warned' | 'refused';
  readonly why: { readonly code: string; readonly facts?: Facts };
  readonly source: string | undefined;
}

export interface GuideCode {
  /** The code the caseworker chooses. */
  readonly code: string;
  /** The code that will be registered: a «no» to via OT turns `OTAR` into `OTAR_IM`. */
  readonly registers: string;
  readonly verdict: 'allowed' | 'warned' | 'refused';
  readonly mainGroup: number;
  readonly rules: readonly GuideRule[];
}

export interface GuideAnswer {
  readonly replies: readonly GuideReply[];
  /** Undefined when nothing more is needed. */
  readonly next: GuideQuestion | undefined;
  readonly codes: readonly GuideCode[];
}
