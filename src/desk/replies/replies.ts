import type { Actor } from '#domain/access/actor.ts';
import { mayRegisterContact, mayTakeReplies, mayTakeReply } from '#domain/access/may.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { accepted, type Outcome, type Refusal, refused } from '#domain/outcome.ts';
import {
  contactStatement,
  factsOf,
  type ReplyChannel,
  type ReplyResponder,
  type ReplyStatement,
} from '#domain/reply/statement.ts';
import type { CaseFacts } from '#ports/cases.ts';
import type { NumberMark, ReplyFacts } from '#ports/inbox.ts';
import { type DeskPorts, deny, missing, type Wish } from '../commands.ts';
import { youthDesk } from '../youths.ts';
import { type HearingPorts, hearing, receiveAndAct } from './heard.ts';
import { takeSmsFile } from './sms-file.ts';

type Ports = DeskPorts & Omit<HearingPorts, 'runs' | 'cases'>;
interface ReplyPorts extends Ports {
  /** The case's own commands: a reply becomes a contact like any other, and a code only by the rules. */
  readonly youths: Pick<ReturnType<typeof youthDesk>, 'registerContact' | 'code'>;
}

export interface ReplyWish extends Wish {
  readonly inboundId: string;
}

/** A reply somebody takes down: at the desk, on the phone, from paper, out of a mail. */
export interface TakenDown extends Wish {
  readonly runId: string;
  readonly channel: ReplyChannel;
  /** Who was picked; or the form's key; or what the sender is found by: a number, an address, a name. */
  readonly caseId?: string;
  readonly key?: string;
  readonly from?: string;
  readonly text: string;
  readonly says?: ReplyStatement;
}

export interface Registration extends ReplyWish {
  /** Left out where it is certain whose reply it is. */
  readonly caseId?: string;
  readonly answeredBy: ReplyResponder;
  readonly says: ReplyStatement;
  /** What whoever registers it adds. */
  readonly note?: string;
  /** A code to set at once; by those who may, and by the rules. */
  readonly code?: string;
  /** The number is marked, where the reply said so. */
  readonly mark?: NumberMark;
}

export interface Registered {
  readonly caseId: string;
  readonly sequence: number;
  /** The caseworker it has gone to; null while the case has none. */
  readonly forwardedTo: string | null;
  /** The reply is registered; the code that was asked for too was not set. */
  readonly codeRefused: readonly Refusal[];
}

/** Everything that may be done to replies. What comes by itself is heard; the rest is for those who take replies. */
export const replyDesk = (given: Ports) => acts({ ...given, youths: youthDesk(given) });

const acts = (ports: ReplyPorts) => ({
  hear: hearing(ports),
  takeDown: (actor: Actor, wish: TakenDown) => takeDown(ports, actor, wish),
  register: (actor: Actor, wish: Registration) => register(ports, actor, wish),
  file: (actor: Actor, wish: Wish & { readonly runId: string; readonly bytes: Uint8Array }) =>
    takeSmsFile(ports, actor, wish),
  match: (actor: Actor, wish: ReplyWish & { readonly caseId: string }) =>
    onWaiting(ports, actor, wish, async ({ inboundId }) => {
      const found = await ports.cases.find(wish.caseId);
      if (!found) return missing();
      if (!mayRegisterContact(actor, found)) return deny();
      if (!wish.dryRun) await ports.inbox.match(inboundId, wish.caseId);
      return accepted({ inboundId });
    }),
  take: (actor: Actor, wish: ReplyWish) =>
    onWaiting(ports, actor, wish, async ({ inboundId }, now) => {
      if (!wish.dryRun) await ports.inbox.take(inboundId, actor.staffId, now);
      return accepted({ inboundId });
    }),
  letGo: (actor: Actor, wish: ReplyWish) =>
    onWaiting(ports, actor, wish, async ({ inboundId }) => {
      if (!wish.dryRun) await ports.inbox.letGo(inboundId);
      return accepted({ inboundId });
    }),
  /** It is about no youth: an answering machine, an advertisement. It stays, and can be brought back. */
  setAside: (actor: Actor, wish: ReplyWish) => setAside(ports, actor, wish),
  bringBack: async (actor: Actor, wish: ReplyWish): Promise<Outcome<{ readonly inboundId: string }>> => {
    const seen = await look(ports, actor, wish.inboundId);
    if (!seen.ok) return seen;
    const { state } = seen.value.reply;
    if (state === 'registered') return refused({ code: 'reply.notSetAside' });
    // One that waits is back already: pressed twice, or by two.
    if (state === 'set-aside' && !wish.dryRun) await ports.inbox.bringBack(wish.inboundId);
    return accepted({ inboundId: wish.inboundId });
  },
  /** The caseworker has dealt with what was forwarded. */
  done: async (actor: Actor, wish: ReplyWish): Promise<Outcome<{ readonly inboundId: string }>> => {
    const seen = await look(ports, actor, wish.inboundId);
    if (!seen.ok) return seen;
    const { reply, now } = seen.value;
    if (reply.state !== 'registered') return refused({ code: 'reply.notRegistered' });
    if (!wish.dryRun) await ports.inbox.done(wish.inboundId, actor.staffId, now);
    return accepted({ inboundId: wish.inboundId });
  },
});

interface Seen {
  readonly reply: ReplyFacts;
  readonly cases: readonly CaseFacts[];
  readonly now: number;
}

async function look(ports: ReplyPorts, actor: Actor, inboundId: string): Promise<Outcome<Seen>> {
  const reply = await ports.inbox.find(inboundId);
  if (!reply) return missing();
  const cases = await ports.cases.findMany([...new Set(reply.candidates.map(({ caseId }) => caseId))]);
  if (!mayTakeReply(actor, cases)) return deny();
  const { now } = await ports.runs.clock(reply.runId);
  return accepted({ reply, cases, now });
}

async function onWaiting<T>(
  ports: ReplyPorts,
  actor: Actor,
  wish: ReplyWish,
  act: (reply: ReplyFacts, now: number) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const seen = await look(ports, actor, wish.inboundId);
  if (!seen.ok) return seen;
  if (seen.value.reply.state !== 'waiting') return refused({ code: 'reply.notWaiting' });
  return act(seen.value.reply, seen.value.now);
}

/** Pressed twice by the same person it is one wish; what somebody else has done meanwhile is said. */
async function setAside(
  ports: ReplyPorts,
  actor: Actor,
  wish: ReplyWish,
): Promise<Outcome<{ readonly inboundId: string }>> {
  const seen = await look(ports, actor, wish.inboundId);
  if (!seen.ok) return seen;
  const { reply, now } = seen.value;
  const { inboundId } = wish;
  if (reply.state === 'set-aside' && reply.settled?.by === actor.staffId) return accepted({ inboundId });
  if (reply.state !== 'waiting') return refused({ code: 'reply.notWaiting' });
  if (!wish.dryRun) await ports.inbox.setAside(inboundId, actor.staffId, now);
  return accepted({ inboundId });
}

async function takeDown(
  ports: ReplyPorts,
  actor: Actor,
  wish: TakenDown,
): Promise<Outcome<{ readonly inboundId: string; readonly certain: boolean }>> {
  if (!mayTakeReplies(actor)) return deny();
  const { now } = await ports.runs.clock(wish.runId);
  const opened = wish.key === undefined ? undefined : await ports.letterKeys.open(wish.key, 'reply', now);
  if (opened && opened.outcome !== 'opened') return refused({ code: 'reply.keyIsOver' });
  const caseId = wish.caseId ?? opened?.caseId;
  if (caseId === undefined && `${wish.from ?? ''}${wish.text}`.trim() === '') return refused({ code: 'reply.nothing' });
  const found = caseId === undefined ? undefined : await ports.cases.find(caseId);
  if (caseId !== undefined && (!found || !mayRegisterContact(actor, found))) return found ? deny() : missing();
  if (wish.dryRun) return accepted({ inboundId: '', certain: caseId !== undefined });
  const { inboundId, sender } = await receiveAndAct(ports, {
    ...{ channel: wish.channel, externalId: `desk-${wish.commandId}`, from: wish.from ?? null, text: wish.text },
    ...{ at: now, runId: wish.runId, by: actor.staffId },
    ...(caseId === undefined ? {} : { caseId }),
    ...(wish.says === undefined ? {} : { says: wish.says }),
  });
  return accepted({ inboundId, certain: sender.kind === 'certain' });
}

/** The contact's command is the reply's own id: however often and by whomever it is registered, it is one contact. */
async function register(ports: ReplyPorts, actor: Actor, wish: Registration): Promise<Outcome<Registered>> {
  const seen = await look(ports, actor, wish.inboundId);
  if (!seen.ok) return seen;
  const { reply, now } = seen.value;
  const { inboundId } = reply;
  const caseId = wish.caseId ?? reply.caseId;
  const isDone = isAgain(actor, wish, reply);
  if (reply.state !== 'waiting' && !isDone) return refused({ code: 'reply.notWaiting' });
  if (caseId === null) return refused({ code: 'reply.nobodyChosen' });
  const facts = await ports.cases.find(caseId);
  if (!facts) return missing();
  const on = dayOf(instant(reply.receivedAt));
  const note = [reply.text.trim(), wish.note?.trim() ?? ''].filter((text) => text !== '').join('\n— ');
  const told = await ports.youths.registerContact(actor, {
    ...{ commandId: `reply-${inboundId}`, caseId, on, channel: reply.channel, direction: 'in' },
    ...{ answeredBy: wish.answeredBy, says: contactStatement[wish.says] },
    ...(note === '' ? {} : { note }),
    ...(wish.dryRun ? { dryRun: true } : {}),
  });
  if (!told.ok) return told;
  const { sequence } = told.value;
  const forwardedTo = facts.caseworkerId;
  if (!wish.dryRun && !isDone) {
    if (reply.caseId !== caseId) await ports.inbox.match(inboundId, caseId);
    if (wish.mark !== undefined && reply.number !== null)
      await ports.inbox.markNumber(caseId, reply.number, wish.mark, now, inboundId);
    await ports.inbox.settle(inboundId, {
      ...{ caseId, answeredBy: wish.answeredBy, says: wish.says, sequence },
      ...{ forwardedTo, at: now, by: actor.staffId },
    });
  }
  return accepted({ caseId, sequence, forwardedTo, codeRefused: await setCode(ports, actor, wish, caseId) });
}

/** The same person says the same of it once more: the form was sent twice. */
const isAgain = (actor: Actor, wish: Registration, { state, settled, caseId }: ReplyFacts): boolean =>
  state === 'registered' &&
  settled?.by === actor.staffId &&
  settled.says === wish.says &&
  settled.answeredBy === wish.answeredBy &&
  (wish.caseId ?? caseId) === caseId;

async function setCode(
  { youths }: ReplyPorts,
  actor: Actor,
  wish: Registration,
  caseId: string,
): Promise<readonly Refusal[]> {
  if (wish.code === undefined) return [];
  const set = await youths.code(actor, {
    ...{ commandId: `reply-${wish.inboundId}-code`, caseId, to: wish.code },
    ...factsOf(wish.says, wish.answeredBy),
    ...(wish.dryRun ? { dryRun: true } : {}),
  });
  return set.ok ? [] : set.refusals;
}
