import type { Actor } from '#domain/access/actor.ts';
import { mayCode, mayCrossCheck } from '#domain/access/may.ts';
import { type CheckListKind, type ListMeaning, meaningOf, windowIn } from '#domain/cross-check/list-kind.ts';
import type { PairAnswer } from '#domain/cross-check/pair-answer.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Acts } from '#ports/acts.ts';
import type { CrossChecks, PairFacts } from '#ports/cross-checks.ts';
import { actDesk, type Ordered } from './acts.ts';
import { type DeskPorts, deny, doerOf, missing, type Wish } from './commands.ts';

interface Ports extends DeskPorts {
  readonly crossChecks: CrossChecks;
  readonly acts: Acts;
}

export interface CheckListWish {
  readonly runId: string;
  readonly kind: CheckListKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly title?: string;
  /** Of a further list: what being on it says, and the window of the plan that bounds it. */
  readonly meaning?: ListMeaning;
  readonly columns?: Readonly<Record<string, string>>;
}

interface OfList extends Wish {
  readonly runId: string;
  readonly listId: string;
}

/** Cross-checking: lists received and matched, doubtful pairs decided by people, proposals accepted as one act that can be undone. */
export const crossCheckDesk = (ports: Ports) => ({
  receive: (actor: Actor, wish: CheckListWish) => receive(ports, actor, wish),
  matchAgain: async (actor: Actor, wish: OfList): Promise<Outcome<{ readonly listId: string }>> => {
    if (!mayCrossCheck(actor)) return deny();
    if ((await ports.crossChecks.runOf(wish.listId)) !== wish.runId) return missing();
    const { now: at, today } = await ports.runs.clock(wish.runId);
    const when = { commandId: wish.commandId, by: actor.staffId, at, today };
    if (!wish.dryRun) await ports.crossChecks.matchAgain(wish.listId, when);
    return accepted({ listId: wish.listId });
  },
  decide: (actor: Actor, wish: DecideWish) => decide(ports, actor, wish),
  accept: (actor: Actor, wish: AcceptWish) => acceptProposals(ports, actor, wish),
});

async function receive(
  ports: Ports,
  actor: Actor,
  { kind, title, columns = {}, ...wish }: CheckListWish,
): Promise<
  Outcome<{ readonly listId: string; readonly already: boolean; readonly rows: number; readonly pairs: number }>
> {
  if (!mayCrossCheck(actor)) return deny();
  const inForce = await ports.runs.planInForce(wish.runId);
  if (!inForce) return missing();
  const meaning = kind === 'other' ? (wish.meaning ?? { activity: null, cohort: null }) : meaningOf[kind];
  const window = windowIn(inForce.plan.cohorts, meaning.cohort);
  if (meaning.cohort !== null && !window)
    return refused({ code: 'crossCheck.noSuchWindow', facts: { window: meaning.cohort } });
  const { now: at, today } = await ports.runs.clock(wish.runId);
  const received = await ports.crossChecks.receive({
    ...{ runId: wish.runId, fileName: wish.fileName, bytes: wish.bytes },
    ...{ kind, title: title?.trim() || null, meaning, window, planVersion: inForce.version, columns, at, today },
    by: actor.staffId,
  });
  if (received.outcome === 'unreadable') return refused(...received.refusals);
  const { listId } = received;
  return received.outcome === 'already'
    ? accepted({ listId, already: true, rows: 0, pairs: 0 })
    : accepted({ listId, already: false, rows: received.rows, pairs: received.pairs });
}

export interface DecideWish extends Wish {
  readonly runId: string;
  readonly pairIds: readonly string[];
  readonly answer: PairAnswer;
}

/** Says of pairs whether they are one person. Pairs of youths that are hidden from the reader are as good as not there. */
async function decide(
  ports: Ports,
  actor: Actor,
  { runId, pairIds, answer, commandId, dryRun }: DecideWish,
): Promise<Outcome<{ readonly decided: readonly string[]; readonly kept: readonly string[] }>> {
  if (!mayCrossCheck(actor)) return deny();
  const pairs = await seen(ports, actor, runId, pairIds);
  if (pairs.length === 0) return missing();
  const ids = (some: readonly PairFacts[]) => some.map(({ pairId }) => pairId);
  const open = pairs.filter(({ acceptedAct }) => acceptedAct === null);
  const kept = pairs.filter(({ acceptedAct }) => acceptedAct !== null);
  if (open.length === 0) return refused({ code: 'crossCheck.accepted' });
  const { now: at, today } = await ports.runs.clock(runId);
  if (!dryRun)
    await ports.crossChecks.decide({
      commandId,
      pairIds: ids(open),
      answer,
      at,
      today,
      ...doerOf(actor),
      by: actor.staffId,
    });
  return accepted({ decided: ids(open), kept: ids(kept) });
}

async function seen(
  { crossChecks }: Ports,
  actor: Actor,
  runId: string,
  pairIds: readonly string[],
): Promise<readonly PairFacts[]> {
  const pairs = await crossChecks.pairs(pairIds);
  return pairs.filter((pair) => pair.runId === runId && mayCode(actor, pair));
}

export interface AcceptWish extends OfList {
  /** Those of a page; left out for everything of the list that waits. */
  readonly pairIds?: readonly string[];
}

/** An act that was ordered, and the pairs it leaves as they are, each with why. */
export interface AcceptedProposals extends Ordered {
  readonly leftOut: readonly { readonly pairId: string; readonly why: LeftOut }[];
}
export type LeftOut = 'no-match' | 'no-proposal' | 'overtaken' | 'accepted' | 'several-codes';

/**
 * Accepts what is proposed as one act that can be undone. A youth for whom several lists speak for different codes is accepted one at a time
 * only, by somebody who has looked. What has been overtaken since the page was shown is left out.
 */
async function acceptProposals(ports: Ports, actor: Actor, wish: AcceptWish): Promise<Outcome<AcceptedProposals>> {
  const { runId, listId, commandId } = wish;
  if (!mayCrossCheck(actor)) return deny();
  if ((await ports.crossChecks.runOf(listId)) !== runId) return missing();
  const asked = wish.pairIds ?? (await ports.crossChecks.waitingIn(listId));
  const pairs = (await seen(ports, actor, runId, asked)).filter((pair) => pair.listId === listId);
  const judged = pairs.map((pair) => ({ pair, why: whyLeftOut(pair, commandId, asked.length === 1) }));
  const fit = judged.flatMap(({ pair, why }) => (why === undefined ? [pair] : []));
  const leftOut = judged.flatMap(({ pair, why }) => (why === undefined ? [] : [{ pairId: pair.pairId, why }]));
  if (fit.length === 0) return refused({ code: 'crossCheck.nothingWaits' });
  // A youth who stands twice on a list is coded once.
  const parts = [...new Map(fit.map((pair) => [pair.caseId, partOf(pair)])).values()].flat();
  const because = { list: listId };
  const begun = await actDesk(ports).begin(actor, {
    ...{ commandId, runId, because, parts },
    kind: 'cross-check',
    ...dryRunOf(wish),
  });
  if (!begun.ok) return begun;
  const untouched = new Set(begun.value.untouched.map(({ caseId }) => caseId));
  const accepting = fit.filter(({ caseId }) => !untouched.has(caseId)).map(({ pairId }) => pairId);
  if (!wish.dryRun) await ports.crossChecks.markAccepted(accepting, commandId);
  return accepted({ ...begun.value, leftOut });
}

const dryRunOf = ({ dryRun }: Wish) => (dryRun === undefined ? {} : { dryRun });

function whyLeftOut(pair: PairFacts, actId: string, isAlone: boolean): LeftOut | undefined {
  if (!pair.isMatch) return 'no-match';
  if (pair.acceptedAct !== null) return pair.acceptedAct === actId ? undefined : 'accepted';
  if (pair.proposal.outcome !== 'proposed') return 'no-proposal';
  if (pair.overtakenBy !== null) return 'overtaken';
  return pair.otherCodes.length > 0 && !isAlone ? 'several-codes' : undefined;
}

function partOf({ caseId, proposal }: PairFacts) {
  if (proposal.outcome !== 'proposed') return [];
  // The code as it will stand: whoever looks at the act sees the twin and not what it came of.
  const { code: to, viaOt, activity } = proposal;
  return [{ caseId, event: { type: 'status.set' as const, to, viaOt, activity } }];
}
