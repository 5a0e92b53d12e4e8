import type { PartEvent } from '../act/act.ts';
import type { Day } from '../calendar/day.ts';
import { type Finding, judge } from '../coding/decide.ts';
import type { AgeFacts, Reason } from '../coding/situation.ts';
import { isRegisteredCode } from '../status-code/report-code.ts';
import { codeSetOn } from '../status-code/status-code.ts';
import { type CaseFile, situationOf } from './case-file.ts';
import { type Choice, type ChoiceCoding, isBorneBy } from './choice.ts';

/** What a return says by its code; the rules want it on record. */
const reasonsOf: Readonly<Record<string, readonly Reason[]>> = {
  Feil: ['registered-by-mistake'],
  OTFA: ['moved-county'],
  OTFA_IM: ['moved-county'],
  OTFU: ['abroad'],
  OTFU_IM: ['abroad'],
};

/** A code with what follows from choosing it here: a return's code carries its reason. */
export const codeForChoice = (to: string): Pick<ChoiceCoding, 'to' | 'reasons'> => {
  const reasons = reasonsOf[to];
  return { to, ...(reasons === undefined ? {} : { reasons }) };
};

/** Choosing as part of an act; the code is left out where the case has it, and with the standard letter. */
export const choicePart = (choice: Choice, to: string | undefined): PartEvent => ({
  type: 'choice.made',
  choice,
  ...(to === undefined ? {} : { coding: codeForChoice(to) }),
});

/**
 * The codes of that day's list that bear a choice, whether or not a case may have them. Preventive work with pupils (group 5) is
 * no way to answer a transfer.
 */
export const codesBearing = (choice: Choice, on: Day): readonly string[] =>
  (codeSetOn(on)?.codes ?? [])
    .filter(({ group }) => choice !== 'own-contact' || group < 5)
    .map(({ code }) => code)
    .filter((code) => isRegisteredCode(code) && isBorneBy(choice, code, on));

export interface FittingCode {
  readonly code: string;
  readonly warnings: readonly Finding[];
}

/** The county's own way of coding before anybody is reached: warned of, and meant so (flowchart S1). */
const ownContactRule = 'contact-before-leaving-unknown';

/** Of those the ones the rules allow for this case with what is known, each with what they warn of; more facts are the guide's to ask for. */
export function fittingCodes(
  file: CaseFile,
  choice: Choice,
  given: { readonly on: Day; readonly age: AgeFacts },
): readonly FittingCode[] {
  return codesBearing(choice, given.on).flatMap((code) => {
    const coding = { ...given, ...codeForChoice(code) };
    const judgement = judge(situationOf(file, coding, code));
    const warnings = judgement.rules.filter(({ verdict }) => verdict === 'warned');
    const needsFacts = choice === 'own-contact' && warnings.some(({ id }) => id !== ownContactRule);
    return judgement.verdict === 'refused' || judgement.code !== code || needsFacts ? [] : [{ code, warnings }];
  });
}
