import type { Actor } from '#domain/access/actor.ts';
import { maySeeYouths, mayUndoAct } from '#domain/access/may.ts';
import type { ActCounts, ActKind } from '#domain/act/act.ts';
import { instant } from '#domain/calendar/day.ts';
import type { ActHead, ActState, ActsAnswer } from './answers/act.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';

const atMost = 50;

/** The newest acts of a run that the reader may undo or ordered; numbers only, no youths. */
export async function acts(asking: Asking, actor: Actor, runId: string): Promise<ActsAnswer> {
  const heads = await actHeads(asking, actor, runId, (rows) => rows.orderBy('ordered_at', 'desc').limit(atMost));
  return { acts: heads };
}

const rowsIn = ({ db }: Asking, runId: string) => db.selectFrom('act').selectAll().where('act.run_id', '=', runId);

/** Some of a run's acts, with where their parts stand. Each number is the length of a list. */
export async function actHeads(
  asking: Asking,
  actor: Actor,
  runId: string,
  which: (rows: ReturnType<typeof rowsIn>) => ReturnType<typeof rowsIn>,
): Promise<readonly ActHead[]> {
  if (!maySeeYouths(actor)) return [];
  const rows = await which(rowsIn(asking, runId)).execute();
  const nameOf = await namesOf(
    asking.db,
    rows.map(({ by_staff }) => by_staff),
  );
  const counts = await countsOf(
    asking,
    rows.map(({ act_id }) => act_id),
  );
  return rows.map((row) => {
    const counted = counts(row.act_id);
    const doer = { by: row.by_staff, ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }) };
    return {
      actId: row.act_id,
      // `as`: the columns hold what \`begin\` put there and what the act's machine is in.
      kind: row.kind as ActKind,
      state: row.state as ActState,
      because: row.because,
      at: instant(row.ordered_at),
      by: nameOf(row.by_staff),
      counts: counted,
      mayUndo: row.state === 'done' && counted.done > 0 && mayUndoAct(actor, doer),
    };
  });
}

async function countsOf({ db }: Asking, actIds: readonly string[]): Promise<(actId: string) => ActCounts> {
  const rows =
    actIds.length === 0
      ? []
      : await db
          .selectFrom('act_part')
          .select((where) => ['act_id', 'state', where.fn.countAll<number>().as('n')])
          .where('act_id', 'in', [...actIds])
          .groupBy(['act_id', 'state'])
          .execute();
  return (actId) => {
    const n = (state: string): number => rows.find((row) => row.act_id === actId && row.state === state)?.n ?? 0;
    return { waiting: n('waiting'), done: n('done'), refused: n('refused'), undone: n('undone'), kept: n('kept') };
  };
}
