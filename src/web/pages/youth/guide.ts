import { type Judgement, judge, mayBeOverridden } from '#domain/coding/decide.ts';
import { type CodingQuestion, questionsFor } from '#domain/coding/questions.ts';
import {
  type ActivityKind,
  activityKinds,
  type FirstContactStatus,
  firstContactStatuses,
  type Reason,
  type Runner,
  reasons,
  runners,
  type ViaOtAnswer,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { codeSetOn, type StatusCode } from '#domain/status-code/status-code.ts';
import { type CodingFacts, situationOf } from '#domain/youth/case-file.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';

/** The questions that have a form of their own; contact and who answered are registered as contact entries. */
export const guideQuestions = [
  'at-first-contact',
  'now',
  'reasons',
  'run-by',
  'via-ot',
] as const satisfies readonly CodingQuestion[];
export type GuideQuestion = (typeof guideQuestions)[number];

/** What has been answered so far, kept by the session: it may tell of illness, so it never stands in an address. */
export type GuideReplies = Readonly<Partial<Record<GuideQuestion, readonly string[]>>>;

/** What may be answered. `nothing` and an empty choice are answers too: then the question is not asked again. */
export const guideOptions: Readonly<Record<GuideQuestion, readonly GuideOption[]>> = {
  'at-first-contact': firstContactStatuses,
  now: [...activityKinds, 'nothing'],
  reasons,
  'run-by': runners,
  'via-ot': viaOtAnswers,
};
export type GuideOption = FirstContactStatus | ActivityKind | 'nothing' | Reason | Runner | ViaOtAnswer;

export const takesMany = (question: GuideQuestion): boolean => question === 'reasons' || question === 'run-by';

export interface GuideCode {
  readonly code: StatusCode;
  readonly judgement: Judgement;
  /** Refused, but by rules this reader may go against with a reason. */
  readonly overridable: boolean;
}

export interface Guide {
  readonly replies: readonly { readonly question: GuideQuestion; readonly chosen: readonly GuideOption[] }[];
  /** The one to ask now; undefined when the rules have all they look at. */
  readonly next: GuideQuestion | undefined;
  /** A contact must be registered before much can be chosen. */
  readonly lacksContact: boolean;
  readonly allowed: readonly GuideCode[];
  readonly warned: readonly GuideCode[];
  readonly refused: readonly GuideCode[];
}

/** The coding rules on what the case has and what has been answered so far. */
export function guideFor(youth: YouthAnswer, replies: GuideReplies): Guide {
  const facts = factsFrom(youth, replies);
  const situation = situationOf(youth.file, facts, null);
  const asked = questionsFor(situation);
  const codes = (codeSetOn(youth.today)?.codes ?? [])
    .map(({ code }) => {
      const judgement = judge(situationOf(youth.file, facts, code));
      return { code, judgement, overridable: youth.mayOverride && mayBeOverridden(judgement) };
    })
    // A «no» to via OT turns OTAR into OTAR_IM: then only the twin is offered.
    .filter(({ code, judgement }) => judgement.code === code);
  return {
    replies: guideQuestions.flatMap((question) => {
      const chosen = replies[question];
      return chosen === undefined ? [] : [{ question, chosen: known(question, chosen) }];
    }),
    next: guideQuestions.find((question) => asked.includes(question) && replies[question] === undefined),
    lacksContact: asked.includes('contact') || asked.includes('answered-by'),
    allowed: codes.filter(({ judgement }) => judgement.verdict === 'allowed'),
    warned: codes.filter(({ judgement }) => judgement.verdict === 'warned'),
    refused: codes.filter(({ judgement }) => judgement.verdict === 'refused'),
  };
}

const known = (question: GuideQuestion, chosen: readonly string[]): readonly GuideOption[] =>
  guideOptions[question].filter((option) => chosen.includes(option));

const among = <T extends string>(
  options: readonly T[],
  chosen: readonly string[] | undefined,
): readonly T[] | undefined => (chosen === undefined ? undefined : options.filter((option) => chosen.includes(option)));

/** The answers as facts for the rules and for the command that sets the code. */
export function factsFrom(youth: Pick<YouthAnswer, 'today' | 'ageFacts'>, replies: GuideReplies): CodingFacts {
  const kind = among(activityKinds, replies.now)?.[0];
  const runBy = among(runners, replies['run-by']);
  const first = among(firstContactStatuses, replies['at-first-contact'])?.[0];
  const why = among(reasons, replies.reasons);
  const viaOt = among(viaOtAnswers, replies['via-ot'])?.[0];
  return {
    on: youth.today,
    age: youth.ageFacts,
    ...(replies.now === undefined && runBy === undefined
      ? {}
      : { activity: { kind: kind ?? null, runBy: runBy ?? [] } }),
    ...(first === undefined ? {} : { atFirstContact: first }),
    ...(why === undefined ? {} : { reasons: why }),
    ...(viaOt === undefined ? {} : { viaOt }),
  };
}
