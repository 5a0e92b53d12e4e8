import type { Facts, Refusal } from '../outcome.ts';
import type { MainGroup } from '../status-code/entry.ts';
import { isRegisteredCode, reportCode } from '../status-code/report-code.ts';
import {
  codeSetOn,
  entryOn,
  isInTargetGroup,
  isStatusCode,
  mainGroupOf,
  type StatusCode,
} from '../status-code/status-code.ts';
import { type Known, know } from './known.ts';
import { type Answer, type CodingSettings, defaultSettings, type Rule, type Verdict, verdicts } from './rule.ts';
import { codeIsValid, notValid } from './rules/validity.ts';
import { codingRules } from './rules.ts';
import type { Situation } from './situation.ts';
import { codeToRegister } from './via-ot.ts';

/** One rule's word on one code. The words are `<id>.<why>` in the texts. */
export interface Finding {
  readonly id: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly facts: Facts;
  readonly source: string;
  /** Set on a refusal the system owner may go against with a reason. */
  readonly override?: 'system_owner';
}

/** The code that would be registered, what it counts as, and what the rules say of it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** After via OT: "no" turns OTAR into OTAR_IM. As asked for when it is no status code; null when none was asked for. */
  readonly code: string | null;
  readonly reportCode: StatusCode | null;
  readonly mainGroup: MainGroup | null;
  /** The code counts in the target group and the age, where known, is covered. */
  readonly targetGroup: boolean | null;
  /** Refusals first, then warnings, then what speaks for. */
  readonly rules: readonly Finding[];
}

export interface Decision extends Judgement {
  /** Every code of that day's list that the rules allow or warn about here, in the list's order. */
  readonly fits: readonly StatusCode[];
}

/**
 * The coding rules on one situation: the verdict on the code asked for, each rule that has a word on it, and the codes that fit.
 * Never throws. Without a code asked for the verdict is a refusal (`code-is-valid`, nothing to register) and `fits` is the answer.
 */
export function decide(situation: Situation, settings: CodingSettings = defaultSettings): Decision {
  const known = know(situation);
  return { ...judgeKnown(known, settings), fits: fitsIn(known, settings) };
}

/** The verdict alone, for guards and bulk work: about a quarter of the work of `decide`. */
export const judge = (situation: Situation, settings: CodingSettings = defaultSettings): Judgement =>
  judgeKnown(know(situation), settings);

/** The codes of that day's list that are not refused and would be registered as they stand. */
export const fits = (situation: Situation, settings: CodingSettings = defaultSettings): readonly StatusCode[] =>
  fitsIn(know(situation), settings);

/** The refusals of a judgement as the machines and the desk pass them on; the text key is `coding.<id>.<why>`. */
export const refusalsOf = ({ rules }: Judgement): readonly Refusal[] =>
  rules
    .filter((finding) => finding.verdict === 'refused')
    .map(({ id, why, facts, source }) => ({ code: `coding.${id}.${why}`, facts, source }));

/** Whether nothing but rules that the system owner may go against stand in the way. */
export const mayBeOverridden = ({ rules }: Judgement): boolean => {
  const against = rules.filter((finding) => finding.verdict === 'refused');
  return against.length > 0 && against.every((finding) => finding.override !== undefined);
};

function judgeKnown(known: Known, settings: CodingSettings): Judgement {
  const { situation } = known;
  const entry = situation.to === null ? undefined : entryOn(situation.to, situation.on);
  const findings = entry ? findingsOn(known, entry.code, settings) : [findingOf(codeIsValid, notValid(situation))];
  return { verdict: findings[0]?.verdict ?? 'allowed', ...readingOf(situation), rules: findings };
}

function findingsOn(known: Known, wish: StatusCode, settings: CodingSettings): readonly Finding[] {
  const code = codeToRegister(wish, known.situation);
  const asked = { known, wish, code, group: mainGroupOf(code), settings };
  const findings = codingRules.flatMap((rule) => {
    const answer = rule.judge(asked);
    return answer ? [findingOf(rule, answer)] : [];
  });
  return worstFirst.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
}

const worstFirst = verdicts.toReversed();

const findingOf = (rule: Pick<Rule, 'id' | 'source' | 'override'>, answer: Answer<string>): Finding => ({
  id: rule.id,
  verdict: answer.verdict,
  why: answer.why,
  facts: answer.facts ?? {},
  source: rule.source,
  ...(answer.verdict === 'refused' && rule.override !== undefined ? { override: rule.override } : {}),
});

type Reading = Pick<Judgement, 'code' | 'reportCode' | 'mainGroup' | 'targetGroup'>;

function readingOf(situation: Situation): Reading {
  const { to, on, age } = situation;
  if (to === null || !isRegisteredCode(to)) return { code: to, reportCode: null, mainGroup: null, targetGroup: null };
  const code = isStatusCode(to) ? codeToRegister(to, situation) : to;
  const counts = reportCode(code, on);
  return {
    code,
    reportCode: counts,
    mainGroup: mainGroupOf(counts),
    targetGroup: isInTargetGroup(counts) && (age.target === null || age.target === 'covered'),
  };
}

function fitsIn(known: Known, settings: CodingSettings): readonly StatusCode[] {
  const { situation } = known;
  const codes = codeSetOn(situation.on)?.codes ?? [];
  return codes
    .map((entry) => entry.code)
    .filter((code) => codeToRegister(code, situation) === code && !isRefused(known, code, settings));
}

function isRefused(known: Known, code: StatusCode, settings: CodingSettings): boolean {
  const asked = { known, wish: code, code, group: mainGroupOf(code), settings };
  return codingRules.some((rule) => rule.judge(asked)?.verdict === 'refused');
}
