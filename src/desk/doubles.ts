import type { Actor } from '#domain/access/actor.ts';
import { mayCode, maySearchDoubles } from '#domain/access/may.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { mergeableOf, mergeFiles, partFiles, type WhichStands } from '#domain/youth/merge.ts';
import type { Doubles } from '#ports/doubles.ts';
import { subjects } from '#workflows/messages.ts';
import { type DeskPorts, type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';
import { look } from './youths.ts';

interface Ports extends DeskPorts {
  readonly doubles: Doubles;
}
export interface PairWish extends Wish {
  readonly keep: string;
  readonly away: string;
}

/** What a merge came to, or with `dryRun` would come to. */
export interface MergedCases {
  readonly mergeId: string;
  readonly status: WhichStands;
}

/** One person, several numbers: looked for, decided by a person, made one and parted again. */
export const doublesDesk = (ports: Ports) => ({
  search: async (actor: Actor, { runId }: { readonly runId: string }) => {
    if (!maySearchDoubles(actor)) return deny();
    const { now } = await ports.runs.clock(runId);
    return accepted(await ports.doubles.search(runId, now));
  },
  merge: (actor: Actor, wish: PairWish) => merge(ports, actor, wish),
  part: (actor: Actor, wish: Wish & { readonly mergeId: string }) => part(ports, actor, wish),
  /** Two persons for good; the pair is not shown again, this year or the next. */
  keepApart: async (actor: Actor, wish: PairWish): Promise<Outcome<Record<string, never>>> => {
    const both = await lookAtBoth(ports, actor, wish);
    if (!both.ok) return both;
    const { kept, away, at } = both.value;
    const pair = { oneCase: kept.caseId, otherCase: away.caseId };
    if (!wish.dryRun) await ports.doubles.keepApart({ ...pair, at, by: actor.staffId });
    return accepted({});
  },
});

async function lookAtBoth(ports: Ports, actor: Actor, { keep, away: gone }: PairWish) {
  const kept = await look(ports, actor, { commandId: '', caseId: keep }, mayCode);
  if (!kept.ok) return kept;
  const away = await look(ports, actor, { commandId: '', caseId: gone }, mayCode);
  if (!away.ok) return away;
  const { facts: one, at, on } = kept.value;
  const { facts: other } = away.value;
  if (one.caseId === other.caseId || one.runId !== other.runId) return refused({ code: 'doubles.noPair' });
  return accepted({ kept: one, away: other, at, on });
}

async function merge(ports: Ports, actor: Actor, wish: PairWish): Promise<Outcome<MergedCases>> {
  const mergeId = wish.commandId;
  const earlier = await ports.doubles.merge(mergeId);
  if (earlier) return accepted({ mergeId, status: { stands: 'neither' } });
  const both = await lookAtBoth(ports, actor, wish);
  if (!both.ok) return both;
  const { kept, away, at, on } = both.value;
  const { now, status } = mergeFiles(kept.file, away.file);
  const more = { on, mergeId, away: away.caseId, before: mergeableOf(kept.file), now };
  const event = { type: 'case.merged', at, doer: doerOf(actor), ...more };
  const told = await tell(ports, wish, subjects.youth(kept.caseId), event);
  return told.ok ? accepted({ mergeId, status }) : told;
}

/** Takes a merge back; what has been done since stays with the case that was kept. */
async function part(ports: Ports, actor: Actor, wish: Wish & { readonly mergeId: string }): Promise<Outcome<Done>> {
  const made = await ports.doubles.merge(wish.mergeId);
  if (!made) return missing();
  const seen = await look(ports, actor, { commandId: '', caseId: made.keptCase }, mayCode);
  if (!seen.ok) return seen;
  // Parted already: pressed twice, or by two.
  if (made.isUndone) return accepted({ sequence: 0 });
  const { facts, at, on } = seen.value;
  const now = partFiles(facts.file, made.before, made.now);
  const more = { on, mergeId: made.mergeId, away: made.awayCase, now };
  const event = { type: 'case.parted', at, doer: doerOf(actor), ...more };
  return tell(ports, wish, subjects.youth(facts.caseId), event);
}
