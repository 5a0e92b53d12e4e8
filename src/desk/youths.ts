import type { Actor } from '#domain/access/actor.ts';
import {
  type GuardedCase,
  mayAssign,
  mayCode,
  mayOverrideRule,
  mayRegisterContact,
  mayWithdrawContact,
} from '#domain/access/may.ts';
import { whyNotChosen } from '#domain/act/why-not-part.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type Decision, decide, judge, refusalsOf } from '#domain/coding/decide.ts';
import { ageFacts, type Contact } from '#domain/coding/situation.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { type CodingFacts, situationOf } from '#domain/youth/case-file.ts';
import type { Choice } from '#domain/youth/choice.ts';
import type { CaseFacts } from '#ports/cases.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';

export interface CaseWish extends Wish {
  readonly caseId: string;
  /** The day it happened; the run's today where it is left out. */
  readonly on?: Day;
}
export interface CodeWish extends CaseWish, Partial<Omit<CodingFacts, 'on' | 'age'>> {
  readonly to: string;
  readonly overrideReason?: string;
  /** The code that stood when it was asked, null for none: where another stands now, nothing is done. */
  readonly seen?: string | null;
}
export interface AssignWish extends CaseWish {
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  /** Whose the youth was when it was asked, null for nobody's: where it is another's now, nothing is done. */
  readonly seen?: string | null;
}
export interface ChooseWish extends CaseWish {
  readonly choice: Choice;
  /** The code the choice needs, where the case has not got it. */
  readonly coding?: Omit<CodeWish, keyof CaseWish | 'overrideReason' | 'seen'>;
}
export interface ContactWish extends CaseWish, Omit<Contact, 'on'> {
  readonly note?: string;
}

/** Everything that may be done to one youth's case. */
export const youthDesk = (ports: DeskPorts) => ({
  code: (actor: Actor, wish: CodeWish) => code(ports, actor, wish),
  /** What the rules say here, with every code that fits; asks nothing of the engine. */
  decide: (actor: Actor, wish: CodeWish): Promise<Outcome<Decision>> => decideFor(ports, actor, wish),
  registerContact: (actor: Actor, wish: ContactWish) => registerContact(ports, actor, wish),
  /** Takes a contact back by a step of its own: nothing is erased, and the rules look away from it. */
  withdrawContact: (actor: Actor, wish: CaseWish & { readonly contact: number }) => withdrawContact(ports, actor, wish),
  assign: (actor: Actor, wish: AssignWish) => assign(ports, actor, wish),
  choose: (actor: Actor, wish: ChooseWish) => choose(ports, actor, wish),
});

export interface Seen {
  readonly facts: CaseFacts;
  readonly on: Day;
  readonly at: number;
}

export async function look(
  ports: DeskPorts,
  actor: Actor,
  wish: CaseWish,
  may: (actor: Actor, guarded: GuardedCase) => boolean,
): Promise<Outcome<Seen>> {
  const facts = await ports.cases.find(wish.caseId);
  if (!facts) return missing();
  if (!may(actor, facts)) return deny();
  const { clock } = facts;
  if (wish.on !== undefined && wish.on > clock.today)
    return refused({ code: 'youth.dayAhead', facts: { on: wish.on, today: clock.today } });
  return accepted({ facts, on: wish.on ?? clock.today, at: clock.now });
}

export async function act(
  ports: DeskPorts,
  actor: Actor,
  wish: CaseWish,
  may: (actor: Actor, guarded: GuardedCase) => boolean,
  type: string,
  more: Readonly<Record<string, unknown>>,
): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, may);
  if (!seen.ok) return seen;
  const { on, at } = seen.value;
  return tell(ports, wish, subjects.youth(wish.caseId), {
    type,
    at,
    doer: doerOf(actor, seen.value.facts.caseworkerId),
    ...{ on, ...more },
  });
}

const codingFacts = (wish: CodeWish, { facts, on }: Seen): CodingFacts => ({
  on,
  age: ageFacts(facts.born, on),
  ...(wish.atFirstContact === undefined ? {} : { atFirstContact: wish.atFirstContact }),
  ...(wish.activity === undefined ? {} : { activity: wish.activity }),
  ...(wish.reasons === undefined ? {} : { reasons: wish.reasons }),
  ...(wish.viaOt === undefined ? {} : { viaOt: wish.viaOt }),
});

async function code(ports: DeskPorts, actor: Actor, wish: CodeWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayCode);
  if (!seen.ok) return seen;
  const { facts, at } = seen.value;
  const given = codingFacts(wish, seen.value);
  const override = wish.overrideReason === undefined ? null : { reason: wish.overrideReason };
  if (override && !mayOverrideRule(actor)) return deny();
  if (await hasChanged(ports, wish, facts.file.status))
    return refused({ code: 'youth.otherCodeNow', facts: { code: facts.file.status ?? '–' } });
  if (wish.dryRun) {
    const judgement = judge(situationOf(facts.file, given, wish.to));
    return judgement.verdict === 'refused' ? refused(...refusalsOf(judgement)) : accepted({ sequence: 0 });
  }
  const event = {
    type: 'status.set',
    at,
    doer: doerOf(actor, facts.caseworkerId),
    ...given,
    ...{ to: wish.to, override },
  };
  return tell(ports, wish, subjects.youth(wish.caseId), event);
}

/** Somebody else was there first. A form that is sent twice has changed it itself, and is one wish. */
const hasChanged = async (
  { cases }: DeskPorts,
  { caseId, commandId, seen }: CodeWish | AssignWish,
  now: string | null,
) => seen !== undefined && seen !== now && !(await cases.hasTaken(caseId, commandId));

async function assign(ports: DeskPorts, actor: Actor, wish: AssignWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayAssign);
  if (!seen.ok) return seen;
  if (await hasChanged(ports, wish, seen.value.facts.caseworkerId)) return refused({ code: 'youth.othersNow' });
  const { unitId, caseworkerId } = wish;
  return act(ports, actor, wish, mayAssign, 'case.assigned', { unitId, caseworkerId });
}

/** The choice with the code it needs, in one step. */
async function choose(ports: DeskPorts, actor: Actor, wish: ChooseWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayCode);
  if (!seen.ok) return seen;
  const { facts, on, at } = seen.value;
  const { choice, coding } = wish;
  const made = {
    ...{ choice, on },
    ...(coding ? { coding: { ...codingFacts({ ...wish, ...coding }, seen.value), to: coding.to } } : {}),
  };
  const refusals = whyNotChosen(made, facts.file);
  if (refusals.length > 0) return refused(...refusals);
  return tell(ports, wish, subjects.youth(wish.caseId), { type: 'choice.made', at, doer: doerOf(actor), ...made });
}

async function decideFor(ports: DeskPorts, actor: Actor, wish: CodeWish): Promise<Outcome<Decision>> {
  const seen = await look(ports, actor, wish, mayCode);
  if (!seen.ok) return seen;
  return accepted(decide(situationOf(seen.value.facts.file, codingFacts(wish, seen.value), wish.to)));
}

async function registerContact(ports: DeskPorts, actor: Actor, wish: ContactWish): Promise<Outcome<Done>> {
  const seen = await look(ports, actor, wish, mayRegisterContact);
  if (!seen.ok) return seen;
  const { facts, on, at } = seen.value;
  const { channel, direction, answeredBy, says } = wish;
  const { minor } = ageFacts(facts.born, on);
  const contact = { on, channel, direction, answeredBy, says, minor };
  const event = { type: 'contact.registered', at, doer: doerOf(actor, facts.caseworkerId), ...contact };
  const told = await tell(ports, wish, subjects.youth(wish.caseId), event);
  if (told.ok && wish.note !== undefined && !wish.dryRun)
    await ports.cases.keepNote({
      noteId: wish.commandId,
      caseId: wish.caseId,
      text: wish.note,
      at,
      by: actor.staffId,
    });
  return told;
}

async function withdrawContact(
  ports: DeskPorts,
  actor: Actor,
  wish: CaseWish & { readonly contact: number },
): Promise<Outcome<Done>> {
  const found = await ports.cases.contact(wish.caseId, { sequence: wish.contact });
  if (!found) return missing();
  const may = (one: Actor, guarded: GuardedCase) => mayWithdrawContact(one, guarded, found.by);
  const { sequence: of, entry } = found;
  return act(ports, actor, wish, may, 'contact.withdrawn', { of, entry });
}
