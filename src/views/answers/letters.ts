import type { AddressFault } from '#domain/address/address-fault.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { WorkReason } from '#domain/household/hold.ts';
import type { CaseId } from '#domain/ids.ts';
import type { MessageTexts, TemplateChannel } from '#domain/message/template.ts';

/** Somebody whose letter a person must find something out for, and what. */
export interface LetterFaultRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  /** `youth`, `guardian-1`, or `guardians` where none is known. */
  readonly addressee: string;
  readonly why: WorkReason;
  readonly faults: readonly AddressFault[];
}

export interface LetterCheckAnswer {
  readonly on: Day;
  /** Envelopes that would go by themselves that day. */
  readonly letters: number;
  readonly copies: number;
  readonly faults: readonly LetterFaultRow[];
  /** Fields of the template that would be empty, for how many. */
  readonly emptyFields: readonly { readonly field: string; readonly count: number }[];
}

/** Somebody to be written to by hand. Why is not said, here or anywhere. */
export interface ManualLetterRow {
  readonly caseId: CaseId;
  readonly name: string;
  readonly unit: string;
  readonly to: 'youth' | 'guardian';
}
export interface ManualLettersAnswer {
  readonly on: Day;
  readonly rows: readonly ManualLetterRow[];
}

/** One batch for the printer, as it was gathered. */
export interface PrintedBatch {
  readonly batchId: string;
  /** UTC ms. */
  readonly madeAt: number;
  readonly madeBy: string | undefined;
  readonly letters: number;
  readonly pages: number;
}
export interface PrintPileAnswer {
  /** Letters that are in no batch yet. */
  readonly waiting: number;
  readonly batches: readonly PrintedBatch[];
}

export interface TemplateHead {
  readonly templateId: string;
  readonly version: number;
  readonly channel: TemplateChannel;
  readonly name: string;
  readonly madeOn: Day | undefined;
  readonly madeBy: string | undefined;
}
export interface TemplateAnswer extends TemplateHead {
  readonly texts: MessageTexts;
  /** Numbers of the other versions, newest first. */
  readonly versions: readonly number[];
}
export interface TemplatesAnswer {
  /** The newest version of each. */
  readonly templates: readonly TemplateHead[];
  readonly mayMake: boolean;
}
