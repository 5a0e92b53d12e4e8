import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayApproveList, mayBringLists, maySeeListed } from '#domain/access/may.ts';
import type { PreviewRow } from '#ports/intakes.ts';
import {
  type IntakeAnswer,
  type IntakeCounts,
  type IntakeKind,
  type IntakeRow,
  intakeKinds,
  type RowFault,
} from './answers/intake.ts';
import { dayAt, type IntakeRecord, intakeFile, intakeHead, intakeRows } from './intakes.ts';
import type { Asking, Tabled } from './ports.ts';
import { isClosed } from './run.ts';
import { namesOf } from './staff-names.ts';

type Shown = IntakeKind | 'faults';

/** One received list with a page of what it would do, or did. Who approves and does not bring lists in sees the numbers only. */
export async function intake(
  asking: Asking,
  asked: {
    readonly actor: Actor;
    readonly runId: string;
    readonly id: string;
    readonly shown: Shown | undefined;
    /** 1 is the first. */
    readonly page: number;
  },
): Promise<IntakeAnswer | undefined> {
  const { db, ports } = asking;
  const { actor, runId, id, page } = asked;
  const row = await intakeRows(db).where('intake_id', '=', id).where('intake.run_id', '=', runId).executeTakeFirst();
  if (!row || !(mayBringLists(actor) || mayApproveList(actor))) return undefined;
  const acts = await actsOf(db, id);
  const file = intakeFile(row);
  const nameOf = await namesOf(db, [row.received_by, file?.approvedBy ?? null, acts.applied?.by_staff ?? null]);
  const head = intakeHead(row, nameOf(row.received_by));
  const shown = asked.shown ?? firstKind(head.counts);
  const preview = await ports.intakes.preview(id, shown === 'faults' ? 'faulty' : shown, Math.max(0, page - 1));
  // A list is the whole county's, protected persons among them: a role in one unit beside is not enough.
  const rows = maySeeListed(actor) ? (preview?.rows ?? []) : [];
  const open = !(await isClosed(db, runId));
  return {
    ...head,
    today: (await ports.runs.clock(runId)).today,
    concerns: (preview?.concerns ?? []).map(({ code, facts }) => (facts === undefined ? { code } : { code, facts })),
    refusals: [],
    columns: [],
    shown,
    rows: shown === 'faults' ? [] : rows.map((one) => rowOf(shown, one)),
    faults: shown === 'faults' ? rows.flatMap(faultsOf) : [],
    page: Math.max(1, page),
    pageSize: preview?.pageSize ?? 50,
    approvedBy: nameOf(file?.approvedBy ?? null),
    applied: acts.applied && { on: dayAt(acts.applied.recorded_at), by: nameOf(acts.applied.by_staff) },
    keptByUndo: await keptByUndo(db, row, file?.kept ?? 0),
    mayApprove: open && row.state === 'needsApproval' && mayApproveList(actor),
    mayApply: open && row.state === 'planned' && mayBringLists(actor),
    mayUndo: open && row.state === 'applied' && mayBringLists(actor),
    mayReject: open && ['planned', 'needsApproval'].includes(row.state) && mayBringLists(actor),
  };
}

const firstKind = (counts: IntakeCounts): Shown => intakeKinds.find((kind) => counts[kind] > 0) ?? 'create';

async function actsOf(db: Tabled, id: string) {
  const applied = await db
    .selectFrom('journal')
    .select(['by_staff', 'recorded_at'])
    .where('subject', '=', `intake/${id}`)
    .where('event_type', '=', 'intake.applied')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return { applied };
}

/** Cases the list made that somebody has had a hand on since; what lists themselves have told, and time, is no hand. */
async function keptByUndo(db: Tabled, { intake_id, state }: IntakeRecord, kept: number): Promise<number> {
  if (state !== 'applied') return kept;
  const row = await db
    .selectFrom('youth_case')
    .innerJoin('journal', (join) => join.on('journal.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .select((where) => where.fn.count<number>('case_id').distinct().as('n'))
    .where('intake_id', '=', intake_id)
    .where('sequence', '>', 0)
    .where('event_type', '<>', 'deadline.passed')
    .where((where) => where.or([where('command_id', 'is', null), where('command_id', 'not like', 'intake/%')]))
    .executeTakeFirst();
  return row?.n ?? 0;
}

const rowOf = (kind: IntakeKind, { row, name, unit, fields }: PreviewRow): IntakeRow => ({
  row,
  kind,
  name,
  unit,
  fields: fields.map(({ field, from, to }) => ({ field, from, to })),
});

const faultsOf = ({ row, faults }: PreviewRow): readonly RowFault[] =>
  faults.map((fault) => {
    const { code, place, found, facts } = fault;
    // A placed fault names its column; the place alone says the row too.
    const column = 'column' in fault && typeof fault.column === 'string' ? fault.column : place;
    return { code, place, found, ...(facts && { facts }), row: row ?? 0, column };
  });
