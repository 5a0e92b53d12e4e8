import { type Judgement, judge, mayBeOverridden } from '#domain/coding/decide.ts';
import type { MainGroup } from '#domain/status-code/entry.ts';
import { isRegisteredCode, type RegisteredCode, reportCode } from '#domain/status-code/report-code.ts';
import { mainGroupOf } from '#domain/status-code/status-code.ts';
import { type CaseFile, situationOf } from '#domain/youth/case-file.ts';
import { countsAsContact, mayRestOn, withoutContact } from '#domain/youth/withdrawn-contact.ts';
import type { YouthEvent } from './events.ts';

export interface Given {
  readonly context: CaseFile;
  readonly event: YouthEvent;
}
export type Coding = Extract<YouthEvent, { type: 'status.set' }>;

/** What the rules say of the code asked for. */
export const judged = (file: CaseFile, event: Coding): Judgement => judge(situationOf(file, event, event.to));

/** The code a coding registers; undefined when the rules refuse it and nobody overrides them with a reason. */
export function codeAfter({ context, event }: Given): RegisteredCode | undefined {
  if (event.type !== 'status.set') return undefined;
  const judgement = judged(context, event);
  const { code, verdict } = judgement;
  if (code === null || !isRegisteredCode(code)) return undefined;
  if (verdict !== 'refused') return code;
  return event.override && event.override.reason.trim() !== '' && mayBeOverridden(judgement) ? code : undefined;
}

/** The main group the case comes to by a coding, or comes back to when one is taken back. */
export function groupAfter(given: Given): MainGroup | undefined {
  const { event } = given;
  const code = event.type === 'status.takenBack' ? event.restore.status : codeAfter(given);
  return code === undefined || code === null || !('on' in event) ? undefined : mainGroupOf(reportCode(code, event.on));
}

/** Codes by which a youth goes back to VIGO: by mistake, moved to another county, abroad (flowchart S1; code page). */
const returnCodes: readonly string[] = ['Feil', 'OTFA', 'OTFA_IM', 'OTFU', 'OTFU_IM'];

export const goesBack = (given: Given): boolean => returnCodes.includes(codeAfter(given) ?? '');
/** A coding is taken back to one by which the youth goes back. */
export const goesBackAgain = ({ event }: Given): boolean =>
  event.type === 'status.takenBack' && returnCodes.includes(event.restore.status ?? '');
export const staysHere = (given: Given): boolean => codeAfter(given) !== undefined && !goesBack(given);

export const isContact = ({ context, event }: Given): boolean =>
  event.type === 'contact.registered' && countsAsContact(event, context);

/** What the case holds of contact once an entry is withdrawn; undefined where that may not be done. */
export function contactLeft({ context, event }: Given): 'proved' | 'attempted' | 'none' | undefined {
  if (event.type !== 'contact.withdrawn' || mayRestOn(context, event.entry)) return undefined;
  const left = withoutContact(context, event.entry)?.contacts;
  if (!left) return undefined;
  if (left.some((one) => countsAsContact(one, context))) return 'proved';
  return left.length > 0 ? 'attempted' : 'none';
}
