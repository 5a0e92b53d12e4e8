import { type Judgement, judge, mayBeOverridden } from '#domain/coding/decide.ts';
import type { MainGroup } from '#domain/status-code/entry.ts';
import { isRegisteredCode, type RegisteredCode, reportCode } from '#domain/status-code/report-code.ts';
import { mainGroupOf } from '#domain/status-code/status-code.ts';
import { type CaseFile, type CodingState, situationOf } from '#domain/youth/case-file.ts';
import { type ChoiceCoding, isBorneBy, isReturnCode, whyNotChoice } from '#domain/youth/choice.ts';
import { countsAsContact, mayRestOn, withoutContact } from '#domain/youth/withdrawn-contact.ts';
import type { YouthEvent } from './events.ts';

export interface Given {
  readonly context: CaseFile;
  readonly event: YouthEvent;
}
export type Coding = Extract<YouthEvent, { type: 'status.set' }>;

/** What the rules say of the code asked for. */
export const judged = (file: CaseFile, event: Coding): Judgement => judge(situationOf(file, event, event.to));

/** The code that is asked for, by itself or with a choice that may be made. */
export function codingIn({ context, event }: Given): Pick<Coding, keyof ChoiceCoding | 'override'> | undefined {
  if (event.type === 'status.set') return event;
  if (event.type !== 'choice.made' || !event.coding || !mayChoose({ context, event })) return undefined;
  return { ...event.coding, override: null };
}

/** The code a coding registers; undefined when the rules refuse it and nobody overrides them with a reason. */
export function codeAfter(given: Given): RegisteredCode | undefined {
  const coding = codingIn(given);
  if (!coding) return undefined;
  const judgement = judge(situationOf(given.context, coding, coding.to));
  const { code, verdict } = judgement;
  if (code === null || !isRegisteredCode(code)) return undefined;
  if (verdict !== 'refused') return code;
  return coding.override && coding.override.reason.trim() !== '' && mayBeOverridden(judgement) ? code : undefined;
}

/** What a code is taken back to, by itself or with the choice it came with. */
export function restoredBy({ event }: Given): CodingState | undefined {
  if (event.type === 'status.takenBack') return event.restore;
  return event.type === 'choice.takenBack' ? event.coding : undefined;
}

/** The code the case comes to by a coding, or comes back to when one is taken back; undefined where neither happens. */
const statusAfter = (given: Given): RegisteredCode | null | undefined => {
  if ('now' in given.event) return given.event.now.status;
  const restored = restoredBy(given);
  return restored ? restored.status : codeAfter(given);
};

export function groupAfter(given: Given): MainGroup | undefined {
  const { event } = given;
  const code = statusAfter(given);
  return code === undefined || code === null || !('on' in event) ? undefined : mainGroupOf(reportCode(code, event.on));
}
export const leadsToNone = (given: Given): boolean => statusAfter(given) === null;

export const goesBack = (given: Given): boolean => isReturnCode(codeAfter(given));
/** A coding is taken back to one by which the youth goes back. */
export const goesBackAgain = (given: Given): boolean => isReturnCode(restoredBy(given)?.status);
export const takesBackCode = (given: Given): boolean => restoredBy(given) !== undefined;
/** Two cases together, or one alone again, have a code by which the youth goes back. */
export const goesBackTogether = ({ event }: Given): boolean => 'now' in event && isReturnCode(event.now.status);
export const staysHere = (given: Given): boolean => codeAfter(given) !== undefined && !goesBack(given);

export const mayChoose = ({ context, event }: Given): boolean =>
  event.type === 'choice.made' && whyNotChoice(context, event).length === 0;
/** The choice stands on the code: without it, it is to be made again. */
export function leavesChoiceBare(given: Given): boolean {
  const { context, event } = given;
  const code = statusAfter(given);
  return context.choice !== null && code !== undefined && 'on' in event && !isBorneBy(context.choice, code, event.on);
}

export const isContact = ({ context, event }: Given): boolean =>
  event.type === 'contact.registered' && countsAsContact(event, context);

/** What two cases together, or one alone again, hold of contact. */
export function contactTogether({ context, event }: Given): 'proved' | 'attempted' | 'none' | undefined {
  if (!('now' in event)) return undefined;
  const { contacts } = event.now;
  if (contacts.some((one) => countsAsContact(one, { ...context, ...event.now }))) return 'proved';
  return contacts.length > 0 ? 'attempted' : 'none';
}

/** What the case holds of contact once an entry is withdrawn; undefined where that may not be done. */
export function contactLeft({ context, event }: Given): 'proved' | 'attempted' | 'none' | undefined {
  if (event.type !== 'contact.withdrawn' || mayRestOn(context, event.entry)) return undefined;
  const left = withoutContact(context, event.entry)?.contacts;
  if (!left) return undefined;
  if (left.some((one) => countsAsContact(one, context))) return 'proved';
  return left.length > 0 ? 'attempted' : 'none';
}
