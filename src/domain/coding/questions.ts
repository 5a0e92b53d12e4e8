import { reportCode } from '../status-code/report-code.ts';
import { isStatusCode, mainGroupOf, type StatusCode } from '../status-code/status-code.ts';
import { contactsUntil } from './evidence.ts';
import { familyOf, measureCodes } from './families.ts';
import { type Known, know } from './known.ts';
import type { Situation } from './situation.ts';
import { viaOtOf } from './via-ot.ts';

/** What the coding guide may have to ask, in the order it asks. */
export const codingQuestions = [
  'at-first-contact',
  'contact',
  'answered-by',
  'age',
  'now',
  'reasons',
  'run-by',
  'via-ot',
] as const;
export type CodingQuestion = (typeof codingQuestions)[number];

/**
 * The facts still missing for the code asked for (`to`), or for finding one when none is; the guide asks the first and comes back.
 * Empty when the rules have all they look at. Null is "not asked": `unknown` at first contact, an activity without a kind (nothing goes
 * on) and an empty list of reasons are answers.
 */
export function questionsFor(situation: Situation): readonly CodingQuestion[] {
  const known = know(situation);
  const target = targetOf(situation);
  return codingQuestions.filter((question) => isNeeded[question](known, target));
}

type Target = StatusCode | undefined;

const targetOf = ({ to, on }: Situation): Target => (to !== null && isStatusCode(to) ? reportCode(to, on) : undefined);

const groupIs = (target: Target, ...groups: readonly number[]): boolean =>
  target === undefined || groups.includes(mainGroupOf(target));

const namesActivity = (known: Known, target: Target): boolean =>
  target === undefined
    ? known.kind !== null && known.kind !== 'measure'
    : familyOf(target, known.situation.on) !== undefined;

const isMeasure = (known: Known, target: Target): boolean =>
  target === undefined ? known.kind === 'measure' : measureCodes.includes(target);

const guardianAnswered = ({ situation }: Known): boolean =>
  contactsUntil(situation).some((contact) => contact.answeredBy === 'guardian');

const reasonCodes: readonly StatusCode[] = [
  'OTMI',
  'OTBA',
  'OTSY',
  'OTNO',
  'OTFA',
  'OTFA_IM',
  'OTFU',
  'OTFU_IM',
  'Feil',
];

const isNeeded: Readonly<Record<CodingQuestion, (known: Known, target: Target) => boolean>> = {
  'at-first-contact': (known, target) =>
    known.situation.atFirstContact === null &&
    known.situation.viaOt !== 'no' &&
    (target === undefined ? known.kind !== 'measure' : namesActivity(known, target)),
  contact: (known, target) =>
    groupIs(target, 2, 3, 4) && known.standing === 'not-reached' && known.evidence.proof === 'missing',
  'answered-by': (known, target) => groupIs(target, 1, 2, 3, 4) && known.evidence.ground === 'answerer-unknown',
  age: (known) =>
    known.situation.age.target === null || (guardianAnswered(known) && known.situation.age.minor === null),
  now: (known, target) => known.situation.activity === null && groupIs(target, 1, 2, 3, 4) && !isMeasure(known, target),
  reasons: (known, target) =>
    known.situation.reasons === null &&
    (guardianAnswered(known) || (target === undefined ? known.kind === null : reasonCodes.includes(target))),
  'run-by': (known, target) => isMeasure(known, target) && known.runBy.length === 0,
  'via-ot': (known, target) => known.situation.viaOt === null && viaOtIsOpen(known, target),
};

/** Asked of measures too: the answer is stored even where it changes no code. Not asked where first contact has settled it. */
function viaOtIsOpen(known: Known, target: Target): boolean {
  if (isMeasure(known, target)) return true;
  if (!namesActivity(known, target)) return false;
  return target === undefined
    ? known.situation.atFirstContact === null || known.situation.atFirstContact === 'unknown'
    : viaOtOf(target, known.situation).answer === 'open';
}
