import type { Day } from '../calendar/day.ts';
import { type Decision, decide } from '../coding/decide.ts';
import type { Activity, AgeFacts, Reason, Runner } from '../coding/situation.ts';
import { reportCode } from '../status-code/report-code.ts';
import type { StatusCode } from '../status-code/status-code.ts';
import { type CaseFile, situationOf } from '../youth/case-file.ts';

/** What NAV knew of a youth, in the meeting over the OTUK list (flowchart S1, review). */
export const navFindings = [
  'nothing-known',
  'in-measure',
  'in-work',
  'in-school',
  'apprentice',
  'moved-county',
  'abroad',
] as const;
export type NavFinding = (typeof navFindings)[number];

/** Who sat at the table, by what they are there as. */
export const navParticipants = ['ot', 'nav', 'municipality', 'school', 'other'] as const;
export type NavParticipant = (typeof navParticipants)[number];

export interface Found {
  readonly found: NavFinding;
  /** Who runs the measure, where NAV told of one. */
  readonly runBy: readonly Runner[];
}

/** The code that what NAV knew points to, with the rules' word on it; undefined where it points to none. */
export interface Proposal {
  readonly code: StatusCode;
  readonly facts: { readonly activity?: Activity; readonly reasons?: readonly Reason[] };
  /** Refused as long as nobody has reached the youth: what NAV knows is no contact. */
  readonly decision: Decision;
}

/**
 * Asks the coding rules what may come of a finding. NAV's word is no contact by the youth: a code of groups 2–4 stays refused until
 * the youth has answered, and then the finding is at hand. What a register tells (moved, abroad) needs no contact.
 */
export function proposalFrom(file: CaseFile, found: Found, on: Day, age: AgeFacts): Proposal | undefined {
  const wish = wishFrom(found, file);
  if (!wish) return undefined;
  const code = reportCode(wish.to, on);
  return { code, facts: wish.facts, decision: decide(situationOf(file, { on, age, ...wish.facts }, code)) };
}

interface CodeWish {
  readonly to: StatusCode;
  readonly facts: Proposal['facts'];
}

function wishFrom({ found, runBy }: Found, { reasons }: CaseFile): CodeWish | undefined {
  const because = (reason: Reason) => ({ reasons: [...new Set([...reasons, reason])] });
  switch (found) {
    case 'nothing-known':
      return undefined;
    case 'in-measure':
      // Only pure NAV measures are OTAP; all that NAV runs with others is OTKO (2015 briefing).
      return {
        to: runBy.length === 0 || runBy.every((one) => one === 'nav') ? 'OTAP' : 'OTKO',
        facts: { activity: { kind: 'measure', runBy } },
      };
    case 'in-work':
      return { to: 'OTAR', facts: { activity: { kind: 'work', runBy: [] } } };
    case 'in-school':
      return { to: 'OTEV', facts: { activity: { kind: 'school', runBy: [] } } };
    case 'apprentice':
      return { to: 'OTLL', facts: { activity: { kind: 'apprentice', runBy: [] } } };
    case 'moved-county':
      return { to: 'OTFA_IM', facts: because('moved-county') };
    case 'abroad':
      return { to: 'OTFU_IM', facts: because('abroad') };
  }
}
