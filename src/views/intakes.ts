import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayApproveList, mayBringLists } from '#domain/access/may.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { intakeId } from '#domain/ids.ts';
import type { IntakeFile } from '#domain/run/files.ts';
import type { IntakeCounts, IntakeHead, IntakeState, IntakesAnswer } from './answers/intake.ts';
import type { Asking, Tabled } from './ports.ts';
import { isClosed } from './run.ts';
import { namesOf } from './staff-names.ts';

/** Lists that were received, the newest first, for those who bring or approve them. */
export async function intakes(asking: Asking, actor: Actor, runId: string): Promise<IntakesAnswer> {
  const { db, ports } = asking;
  const { today } = await ports.runs.clock(runId);
  const sees = mayBringLists(actor) || mayApproveList(actor);
  const rows = sees ? await intakeRows(db).where('intake.run_id', '=', runId).execute() : [];
  const nameOf = await namesOf(
    db,
    rows.map(({ received_by }) => received_by),
  );
  return {
    today,
    earlier: rows.map((row) => intakeHead(row, nameOf(row.received_by))),
    mayUpload: mayBringLists(actor) && !(await isClosed(db, runId)),
  };
}

export type IntakeRecord = Awaited<ReturnType<ReturnType<typeof intakeRows>['execute']>>[number];

export const intakeRows = (db: Tabled) =>
  db
    .selectFrom('intake')
    .leftJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'intake/' || intake.intake_id`))
    .select([
      'intake_id',
      'intake.run_id',
      'file_name',
      'format',
      'received_at',
      'received_by',
      'state',
      'summary',
      'snapshot',
      'input',
    ])
    .orderBy('received_at', 'desc')
    .orderBy('intake_id');

export function intakeHead(row: IntakeRecord, by: string | undefined): IntakeHead {
  return {
    intakeId: intakeId(row.intake_id),
    file: row.file_name,
    format: row.format ?? '',
    received: dayAt(row.received_at),
    by,
    state: stateOf(row),
    counts: countsOf(row),
  };
}

export const dayAt = (at: number): Day => dayOf(instant(at));

/** What the machine of the file remembers; undefined for a file that was never more than a row. */
export function intakeFile({ snapshot, input }: IntakeRecord): IntakeFile | undefined {
  // `as`: an intake's standing holds an intake's file, as input before the first step and as the machine's context after.
  const context = (snapshot as { readonly context: IntakeFile } | null)?.context;
  return context ?? (input as unknown as IntakeFile | null) ?? undefined;
}

/** The machine's states as a person thinks of them: looked at, approved, done, taken back, refused. */
function stateOf(row: IntakeRecord): IntakeState {
  switch (row.state) {
    case 'applied':
    case 'undoing':
      return 'applied';
    case 'undone':
      return 'undone';
    case 'rejected':
      return 'refused';
    case 'applying':
      return 'approved';
    default:
      return row.state === 'planned' && (intakeFile(row)?.approvedBy ?? null) !== null ? 'approved' : 'previewed';
  }
}

function countsOf({ summary }: IntakeRecord): IntakeCounts {
  // `as`: the store's receiving and planning write the summary.
  const counts = (summary as { readonly counts: Readonly<Record<string, number>> } | null)?.counts ?? {};
  const { create = 0, change = 0, same = 0, gone = 0, faulty = 0 } = counts;
  return { create, change, same, gone, faults: faulty };
}
