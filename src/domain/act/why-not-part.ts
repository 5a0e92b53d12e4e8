import type { Day } from '../calendar/day.ts';
import { judge, mayBeOverridden, refusalsOf } from '../coding/decide.ts';
import type { Refusal } from '../outcome.ts';
import { type CaseFile, situationOf } from '../youth/case-file.ts';
import { type Choice, type ChoiceCoding, whyNotChoice } from '../youth/choice.ts';
import type { PartEvent } from './act.ts';

export interface Situated {
  readonly file: CaseFile;
  readonly today: Day;
}

/** Why the rules would not let a case take its part today; its machine is asked again when it is told. */
export function whyNotPart(event: PartEvent, { file, today }: Situated): readonly Refusal[] {
  const { on } = event;
  if (typeof on === 'string' && on > today) return [{ code: 'youth.dayAhead', facts: { on, today } }];
  // `as`: an event of each type carries what its machine takes.
  if (event.type === 'status.set') return whyNotCoding(event as unknown as Coding, file);
  if (event.type === 'choice.made') return whyNotChosen(event as unknown as Chosen, file);
  return [];
}

interface Coding extends ChoiceCoding {
  readonly override: { readonly reason: string } | null;
}
interface Chosen {
  readonly choice: Choice;
  readonly on: Day;
  readonly coding?: ChoiceCoding;
}

function whyNotCoding({ to, override, ...facts }: Coding, file: CaseFile): readonly Refusal[] {
  const judgement = judge(situationOf(file, facts, to));
  if (judgement.verdict !== 'refused') return [];
  const isOverridden = override !== null && override.reason.trim() !== '' && mayBeOverridden(judgement);
  return isOverridden ? [] : refusalsOf(judgement);
}

/** Beside what the machine says: own contact keeps its caseworker, so there must be one (S1). */
export const whyNotChosen = (chosen: Chosen, file: CaseFile): readonly Refusal[] =>
  chosen.choice === 'own-contact' && file.caseworkerId === null
    ? [{ code: 'choice.needsCaseworker' }]
    : whyNotChoice(file, chosen);
