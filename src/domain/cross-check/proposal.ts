import type { Day } from '../calendar/day.ts';
import { type Finding, judge, refusalsOf } from '../coding/decide.ts';
import { familyOf } from '../coding/families.ts';
import { know } from '../coding/known.ts';
import type { Activity, ActivityKind, AgeFacts, ViaOtAnswer } from '../coding/situation.ts';
import type { Refusal } from '../outcome.ts';
import { isRegisteredCode, type RegisteredCode } from '../status-code/report-code.ts';
import { entryOn, isStatusCode, type StatusCode } from '../status-code/status-code.ts';
import { type CaseFile, situationOf } from '../youth/case-file.ts';
import { type PlaceInWindow, speaksForCode } from './list-kind.ts';

/** Why the code is what it is: how the start on the list stands to first contact. */
export const proposalGrounds = ['before-contact', 'after-contact', 'first-contact-settles'] as const;
export type ProposalGround = (typeof proposalGrounds)[number];
export const nothingReasons = [
  'outside-window',
  'no-start-day',
  'has-ended',
  'not-begun',
  'no-meaning',
  'coded-so-already',
  'first-contact-unknown',
] as const;
export type NothingReason = (typeof nothingReasons)[number];

/** What a match says of the youth's code. */
export type Proposal =
  | {
      readonly outcome: 'proposed';
      /** What is asked for, and what is registered once via OT is answered. */
      readonly to: StatusCode;
      readonly code: RegisteredCode;
      readonly activity: Activity;
      readonly viaOt: ViaOtAnswer | null;
      readonly ground: ProposalGround;
      /** What the rules warn of, and what speaks for it, each with its source. */
      readonly rules: readonly Finding[];
    }
  | { readonly outcome: 'refused'; readonly code: string; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'nothing'; readonly why: NothingReason };

/** What the list says of one youth. */
export interface ListWord {
  readonly activity: ActivityKind | null;
  readonly place: PlaceInWindow;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
}

/**
 * The code a match speaks for, by the coding rules alone. A list from an office is no contact by the youth: whoever started before
 * first contact, or has not been reached, gets the twin outside the target group, which the rules let rest on a list
 * (`outside-without-contact`) with a warning; whoever started after first contact stays in the target group.
 */
export function proposalFor(
  word: ListWord,
  file: CaseFile,
  when: { readonly on: Day; readonly age: AgeFacts },
): Proposal {
  const { activity: kind, startedOn, endedOn } = word;
  if (word.place === 'no-day') return nothing('no-start-day');
  if (!speaksForCode(word.place)) return nothing('outside-window');
  if (kind === null) return nothing('no-meaning');
  if (endedOn !== null && endedOn < when.on) return nothing('has-ended');
  if (startedOn !== null && startedOn > when.on) return nothing('not-begun');
  const to = codeFor(kind, when.on);
  const via = to && viaOtBy(file, startedOn, when.on);
  if (!to) return nothing('no-meaning');
  if (!via) return nothing('first-contact-unknown');
  const activity: Activity = { kind, runBy: [] };
  const judgement = judge(situationOf(file, { ...when, activity, viaOt: via.answer }, to));
  const { code } = judgement;
  if (saysTheSame(file, kind, when.on)) return nothing('coded-so-already');
  if (judgement.verdict === 'refused' || code === null || !isRegisteredCode(code))
    return { outcome: 'refused', code: code ?? to, refusals: refusalsOf(judgement) };
  return {
    outcome: 'proposed',
    to,
    code,
    activity,
    viaOt: via.answer,
    ground: via.ground,
    rules: judgement.rules,
  };
}

const nothing = (why: NothingReason): Proposal => ({ outcome: 'nothing', why });

/** OTVF was merged into OTEV from January 2015 to June 2016: then a private school is OTEV. */
function codeFor(kind: ActivityKind, on: Day): StatusCode | undefined {
  const wanted: Readonly<Partial<Record<ActivityKind, readonly StatusCode[]>>> = {
    school: ['OTEV'],
    'private-school': ['OTVF', 'OTEV'],
    apprentice: ['OTLL'],
    work: ['OTAR'],
  };
  return wanted[kind]?.find((code) => entryOn(code, on) !== undefined);
}

interface Via {
  readonly answer: ViaOtAnswer | null;
  readonly ground: ProposalGround;
}

/** "Via OT" by the day of the start against the day of first contact; undefined where neither day nor answer tells. */
function viaOtBy(file: CaseFile, startedOn: Day | null, on: Day): Via | undefined {
  const reachedOn = firstReachedOn(file, on);
  if (reachedOn === null) return { answer: 'no', ground: 'before-contact' };
  if (startedOn !== null)
    return startedOn <= reachedOn
      ? { answer: 'no', ground: 'before-contact' }
      : { answer: 'yes', ground: 'after-contact' };
  const isKnown = file.atFirstContact !== null && file.atFirstContact !== 'unknown';
  return isKnown ? { answer: null, ground: 'first-contact-settles' } : undefined;
}

/** A status that only contact can give stands for the day of contact where none is on record. */
function firstReachedOn(file: CaseFile, on: Day): Day | null {
  if (file.firstContactOn !== null) return file.firstContactOn;
  const { standing } = know(situationOf(file, { on, age: { minor: null, target: null } }, null));
  return standing === 'reached' ? file.statusOn : null;
}

/** The youth has a code for that very activity, from somebody who knew more than the list. */
function saysTheSame({ status }: CaseFile, kind: ActivityKind, on: Day): boolean {
  if (status === null || !isStatusCode(status)) return false;
  return familyOf(status, on)?.kinds.includes(kind) ?? false;
}
