import { judge, refusalsOf } from '../coding/decide.ts';
import { sources } from '../coding/rule.ts';
import type { Refusal } from '../outcome.ts';
import { type RegisteredCode, reportCode } from '../status-code/report-code.ts';
import { mainGroupOf } from '../status-code/status-code.ts';
import { type CaseFile, type CodingFacts, situationOf } from './case-file.ts';
import { receiverOf } from './return-to-vigo.ts';

export type Choice = NonNullable<CaseFile['choice']>;

/** A code that is set in one step with the choice that needs it. */
export interface ChoiceCoding extends CodingFacts {
  readonly to: string;
}

export const isReturnCode = (code: string | null | undefined): boolean => receiverOf(code ?? null) !== undefined;

/** What a choice rests on stands: own contact has a status that is not OTUK, a return has a code by which the youth goes back (S1). */
export function isBorneBy(choice: Choice, code: RegisteredCode | null, on: CodingFacts['on']): boolean {
  switch (choice) {
    case 'standard-letter':
      return true;
    case 'own-contact':
      return code !== null && !isReturnCode(code) && mainGroupOf(reportCode(code, on)) !== 1;
    case 'return':
      return isReturnCode(code);
  }
}

/** Why a choice cannot be made: the rules refuse the code it comes with, or it has not the status it needs. */
export function whyNotChoice(
  file: CaseFile,
  { choice, on, coding }: { readonly choice: Choice; readonly on: CodingFacts['on']; readonly coding?: ChoiceCoding },
): readonly Refusal[] {
  if (!coding) return isBorneBy(choice, file.status, on) ? [] : [needs(choice, file.status)];
  // The letter goes to those who still have their transfer code: it is not to be overwritten (S1).
  if (choice === 'standard-letter') return [{ code: 'choice.letterTakesNoCode' }];
  const judgement = judge(situationOf(file, coding, coding.to));
  if (judgement.verdict === 'refused') return refusalsOf(judgement);
  // `as`: a code that is not refused is one that can be registered.
  const code = judgement.code as RegisteredCode | null;
  return isBorneBy(choice, code, on) ? [] : [needs(choice, coding.to)];
}

const needs = (choice: Choice, code: string | null): Refusal => ({
  code: choice === 'return' ? 'choice.needsReturnCode' : 'choice.needsStatus',
  facts: { code: code ?? '–' },
  source: sources.county,
});
