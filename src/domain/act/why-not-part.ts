import type { Day } from '../calendar/day.ts';
import { judge, mayBeOverridden, refusalsOf } from '../coding/decide.ts';
import type { Refusal } from '../outcome.ts';
import { type CaseFile, type CodingFacts, situationOf } from '../youth/case-file.ts';
import type { PartEvent } from './act.ts';

export interface Situated {
  readonly file: CaseFile;
  readonly today: Day;
}

/** Why the rules would not let a case take its part today; its machine is asked again when it is told. */
export function whyNotPart(event: PartEvent, { file, today }: Situated): readonly Refusal[] {
  const { on } = event;
  if (typeof on === 'string' && on > today) return [{ code: 'youth.dayAhead', facts: { on, today } }];
  // `as`: an event of this type carries a coding and its facts.
  return event.type === 'status.set' ? whyNotCoded(event as unknown as Coding, file) : [];
}

interface Coding extends CodingFacts {
  readonly to: string;
  readonly override: { readonly reason: string } | null;
}

function whyNotCoded({ to, override, ...facts }: Coding, file: CaseFile): readonly Refusal[] {
  const judgement = judge(situationOf(file, facts, to));
  if (judgement.verdict !== 'refused') return [];
  const isOverridden = override !== null && override.reason.trim() !== '' && mayBeOverridden(judgement);
  return isOverridden ? [] : refusalsOf(judgement);
}
