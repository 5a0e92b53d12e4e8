import type { Actor } from '#domain/access/actor.ts';
import { mayCode } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { type Decision, decide } from '#domain/coding/decide.ts';
import { type CodingQuestion, questionsFor } from '#domain/coding/questions.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import { type CodingFacts, situationOf } from '#domain/youth/case-file.ts';
import type { Asking } from './ports.ts';
import { caseOf, fileOf, guardedOf } from './youth.ts';

export interface GuideAnswer {
  /** What is still to be asked, in its order; empty when the rules have all they look at. */
  readonly questions: readonly CodingQuestion[];
  /** The rules' word on the code asked for, and every code that fits. */
  readonly decision: Decision;
}

/** The coding rules on a case as it stands and on what has been answered so far; undefined for who may not code this youth. */
export async function codingGuide(
  { db }: Asking,
  asked: {
    readonly actor: Actor;
    readonly runId: string;
    readonly id: string;
    readonly today: Day;
    readonly given: Partial<Omit<CodingFacts, 'age'>>;
    readonly to: string | null;
  },
): Promise<GuideAnswer | undefined> {
  const row = await caseOf(db, asked.runId, asked.id);
  if (!row || !mayCode(asked.actor, guardedOf(row))) return undefined;
  const on = asked.given.on ?? asked.today;
  const facts = { ...asked.given, on, age: ageFacts(parseDay(row.born_on ?? '') ?? null, on) };
  const situation = situationOf(fileOf(row), facts, asked.to);
  return { questions: questionsFor(situation), decision: decide(situation) };
}
