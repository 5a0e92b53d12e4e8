import type { Plan, PlannedPhase } from '#domain/plan/plan.ts';
import { type Count, counts } from '#domain/plan/template.ts';
import type { Counter } from './answers/year.ts';
import type { YouthFilter } from './answers/youths.ts';
import { nameOfCounted } from './counted-list.ts';
import { countersWithin, type FrozenLists } from './frozen-lists.ts';
import type { Asking } from './ports.ts';
import type { Reach } from './reach.ts';
import { within } from './reach.ts';
import { every, ofRun } from './youth-filter.ts';

type Side = 'before' | 'after';

export interface PhaseCounters {
  /** Every youth within reach. */
  readonly youths: number;
  /** Those of them with unknown status. */
  readonly unknown: number;
  /** The counters of one side, in the order of the plan. */
  readonly of: (phase: PlannedPhase, side: Side) => readonly Counter[];
}

/** Every counter of a plan for one reader: frozen where it was, counted now where the phase has come so far. */
export async function phaseCounters(
  asking: Asking,
  lists: FrozenLists,
  asked: {
    readonly runId: string;
    readonly reach: Reach;
    readonly phases: Plan['phases'];
    readonly stateOf: (phaseId: string) => string;
    /** Only the first counter of each side: what the year has room for. */
    readonly firstOnly?: boolean;
  },
): Promise<PhaseCounters> {
  const { runId, reach, phases, stateOf, firstOnly = false } = asked;
  const frozen = new Map(
    (await lists.ofRun(runId)).map((one) => [`${one.phaseId}.${one.side}.${one.name}`, one.cases]),
  );
  const frozenOf = (phase: PlannedPhase, side: Side, count: Count) =>
    // Opened again, it is being counted again: the number it closed with comes back when it closes.
    side === 'after' && stateOf(phase.id) !== 'done' ? undefined : frozen.get(`${phase.id}.${side}.${count}`);
  const all = phases.flatMap((phase) =>
    phase.counters
      .filter((counter, index, own) => !firstOnly || own.findIndex(({ when }) => when === counter.when) === index)
      .map(({ count, when }) => ({ phase, count, when, cases: frozenOf(phase, when, count) })),
  );
  const live = new Set(
    all.flatMap(({ phase, count, cases }) => (cases === undefined && stateOf(phase.id) !== 'planned' ? [count] : [])),
  );
  const now = await countsNow(asking, runId, reach, new Set([...live, 'otuk']));
  const size = frozen.size === 0 ? () => 0 : await countersWithin(asking.db, runId, reach);
  return {
    youths: now.all,
    unknown: now.of('otuk'),
    of: (phase, side) =>
      all
        .filter((one) => one.phase.id === phase.id && one.when === side)
        .map(({ count, cases }): Counter => {
          const label = asking.ports.countNames[count];
          if (cases)
            return {
              label,
              count: size(cases),
              live: false,
              list: { frozen: nameOfCounted({ kind: 'frozen', phaseId: phase.id, side, count }) },
            };
          if (stateOf(phase.id) === 'planned') return { label, count: undefined, live: false };
          return { label, count: now.of(count), live: true, list: liveList[count] };
        }),
  };
}

/** Where a number that is still moving is opened. */
const liveList: Readonly<Record<Count, YouthFilter>> = {
  transferCode: { list: 'transfer-code' },
  otuk: { list: 'otuk' },
  standardLetters: { frozen: 'now.standardLetters' },
  smsSent: { frozen: 'now.smsSent' },
};

async function countsNow(
  { db, ports }: Asking,
  runId: string,
  reach: Reach,
  wanted: ReadonlySet<Count>,
): Promise<{ readonly all: number; readonly of: (count: Count) => number }> {
  const asked = counts.filter((count) => wanted.has(count));
  const row = await db
    .selectFrom('youth_case')
    .select((where) => [
      where.fn.countAll<number>().as('all'),
      ...asked.map((count) => where.fn.countAll<number>().filterWhere(ports.isCounted(count)).as(count)),
    ])
    .where(every([ofRun(runId), within(reach)]))
    .executeTakeFirst();
  return { all: row?.all ?? 0, of: (count) => row?.[count] ?? 0 };
}
