import type { Actor } from '#domain/access/actor.ts';
import {
  type GuardedCase,
  mayAssign,
  mayCode,
  mayOverrideRule,
  mayRegisterContact,
  mayUndoAct,
} from '#domain/access/may.ts';
import type { ActKind, ActPart, MovedTask, PartEvent, Untouched } from '#domain/act/act.ts';
import { type Situated, whyNotPart } from '#domain/act/why-not-part.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { type AgeFacts, ageFacts } from '#domain/coding/situation.ts';
import { accepted, assertNever, type Outcome, refused } from '#domain/outcome.ts';
import type { Acts, NewPart } from '#ports/acts.ts';
import type { CaseFacts } from '#ports/cases.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, notAllowed, notFound, tell, type Wish } from './commands.ts';

interface Ports extends DeskPorts {
  readonly acts: Acts;
}

export interface ActWish extends Wish {
  readonly runId: string;
  readonly kind: ActKind;
  /** What it is ordered by, for those who look at it later: a filter, a choice, a code. No person. */
  readonly because: Readonly<Record<string, string>>;
  /** One part a case at most; what is left out of an event (day, age) is filled in here. */
  readonly parts: readonly ActPart[];
  /** Tasks that go with the youths; whoever orders it has looked at whose they are. */
  readonly tasks?: readonly MovedTask[];
}

/** An act that was ordered, or with `dryRun` what it would come to. */
export interface Ordered {
  readonly actId: string;
  readonly parts: number;
  /** Those it does not touch, with why: nobody's case, not the actor's to change, or against a rule. */
  readonly untouched: readonly Untouched[];
}

/** One wish for many youths: looked at, ordered, undone as one. */
export const actDesk = (ports: Ports) => ({
  begin: (actor: Actor, wish: ActWish) => begin(ports, actor, wish),
  /** The answer to a wish that was ordered before, for those whose parts are other ones once it is carried out. */
  again: (actor: Actor, wish: Wish & { readonly runId: string }) => again(ports, actor, wish),
  undo: async (actor: Actor, wish: Wish & { readonly actId: string }): Promise<Outcome<Done>> => {
    const act = await ports.acts.head(wish.actId);
    if (!act) return missing();
    if (!mayUndoAct(actor, act.doer)) return deny();
    const { now } = await ports.runs.clock(act.runId);
    return tell(ports, wish, subjects.act(wish.actId), { type: 'act.undone', at: now, doer: doerOf(actor) });
  },
});

async function begin(ports: Ports, actor: Actor, wish: ActWish): Promise<Outcome<Ordered>> {
  const { runId, kind, because } = wish;
  const actId = wish.commandId;
  const clock = await ports.runs.clock(runId);
  const known = await ports.cases.findMany(wish.parts.map(({ caseId }) => caseId));
  const facts = new Map(known.map((each) => [each.caseId, each]));
  const judged = wish.parts.map((part): NewPart => {
    const found = facts.get(part.caseId);
    if (found?.runId !== runId) return { ...part, refusals: [notFound] };
    if (!allowed(actor, part, found)) return { ...part, refusals: [notAllowed] };
    return whole(part, { ...found, today: clock.today });
  });
  const { tasks = [] } = wish;
  if (judged.length === 0 && tasks.length === 0) return refused({ code: 'act.nobody' });
  if (judged.length > 0 && judged.every(({ refusals }) => refusals?.some(({ code }) => code.startsWith('access.'))))
    return deny();
  const untouched = judged.flatMap(({ caseId, refusals }) => (refusals ? [{ caseId, why: refusals }] : []));
  if (wish.dryRun) return accepted({ actId: '', parts: judged.length, untouched });
  const doer = doerOf(actor, onlyOwner(known));
  const ordered = { actId, runId, kind, because, at: clock.now, by: doer.by, parts: judged, tasks };
  await ports.acts.begin({ ...ordered, ...behalfOf(doer) });
  const event = { type: 'act.ordered', at: clock.now, doer };
  const told = await tell(ports, { commandId: actId }, subjects.act(actId), event);
  return told.ok ? accepted({ actId, parts: judged.length, untouched }) : told;
}

async function again(
  ports: Ports,
  actor: Actor,
  { commandId: actId, runId }: Wish & { readonly runId: string },
): Promise<Outcome<Ordered> | undefined> {
  const act = await ports.acts.head(actId);
  if (act?.runId !== runId || act.doer.by !== actor.staffId) return undefined;
  const event = { type: 'act.ordered', at: act.at, doer: act.doer };
  const told = await tell(ports, { commandId: actId }, subjects.act(actId), event);
  const { waiting, done, refused: no, undone, kept } = await ports.acts.counts(actId);
  return told.ok ? accepted({ actId, parts: waiting + done + no + undone + kept, untouched: [] }) : told;
}

/** The one whose youths they all are: a substitute acts on their behalf. */
function onlyOwner(cases: readonly CaseFacts[]): string | null {
  const owners = new Set(cases.map(({ caseworkerId }) => caseworkerId));
  const [first = null] = owners;
  return owners.size === 1 ? first : null;
}

const behalfOf = ({ onBehalfOf }: { readonly onBehalfOf?: string }) => (onBehalfOf === undefined ? {} : { onBehalfOf });

function allowed(actor: Actor, { event }: ActPart, guarded: GuardedCase): boolean {
  switch (event.type) {
    case 'status.set':
      return mayCode(actor, guarded) && (!event.override || mayOverrideRule(actor));
    case 'choice.made':
      return mayCode(actor, guarded);
    case 'case.assigned':
      return mayAssign(actor, guarded);
    case 'contact.registered':
      return mayRegisterContact(actor, guarded);
    default:
      return assertNever(event.type);
  }
}

/** The event with its day and what the rules need of the birth date; refused at once where the rules say no today. */
function whole({ caseId, event }: ActPart, facts: CaseFacts & Pick<Situated, 'today'>): NewPart {
  const { today } = facts;
  const on = typeof event.on === 'string' ? (parseDay(event.on) ?? today) : today;
  const full = withFacts(event, on, ageFacts(facts.born, on));
  const refusals = whyNotPart(full, facts);
  return { caseId, event: full, ...(refusals.length > 0 ? { refusals } : {}) };
}

function withFacts(event: PartEvent, on: Day, age: AgeFacts): PartEvent {
  switch (event.type) {
    case 'status.set':
      return { override: null, ...event, on, age };
    case 'contact.registered':
      return { ...event, on, minor: age.minor };
    case 'choice.made':
      return { ...event, on, ...(event.coding instanceof Object ? { coding: { ...event.coding, on, age } } : {}) };
    case 'case.assigned':
      return event;
    default:
      return assertNever(event.type);
  }
}
