import { createHash, randomUUID } from 'node:crypto';
import type { ReadList } from '#domain/intake/import-plan.ts';
import type { IntakeFile } from '#domain/run/files.ts';
import type { ArrivedFile, ListReader, PlannedList, Received } from '#ports/intakes.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import { knownIn } from '../register/known.ts';
import type { Sealing } from '../sealing.ts';
import { standingRow } from '../standing-row.ts';
import { placingIn } from './placing.ts';
import { planAgainst, plannedList, summaryOf } from './plan-list.ts';
import { writePreview } from './preview.ts';
import { previewRows } from './preview-rows.ts';

/** Reads a file and keeps it with its plan; the same bytes read in the same way are kept once in a run, but for what was taken back. */
export async function receive(
  db: Database,
  sealing: Sealing,
  readList: ListReader,
  file: ArrivedFile,
): Promise<Received> {
  const checksum = checksumOf(file);
  const earlier = await findIntake(db, file.runId, checksum);
  if (earlier) return { outcome: 'already', ...earlier };
  const reading = await readList(file.bytes, file.fileName, file.readAs);
  if (!reading.ok) return { outcome: 'unreadable', refusals: reading.refusals };
  const { format } = reading;
  const list = file.declared === undefined ? reading.list : { ...reading.list, declaredCount: file.declared };

  const intakeId = randomUUID();
  const { planned, rows, summary } = await planNow(db, sealing, file.runId, list);
  const sealed = { bytes: sealing.sealBytes(file.bytes), list: sealing.sealJson(list) };
  const isNew = await db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('intake')
      .values({
        intake_id: intakeId,
        checksum,
        run_id: file.runId,
        file_name: file.fileName,
        format,
        received_at: file.at,
        received_by: file.by,
        state: planned.approval.length > 0 ? 'needsApproval' : 'planned',
        summary: JSON.stringify(summary),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('intake_id')
      .executeTakeFirst();
    if (!inserted) return false;
    await insertMany(tx, 'intake_file', [
      { intake_id: intakeId, bytes_sealed: sealed.bytes, list_sealed: sealed.list },
    ]);
    await writePreview(tx, sealing, intakeId, rows);
    const subject = `intake/${intakeId}`;
    await tx
      .insertInto('standing')
      .values(standingRow('intake', subject, file.runId, intakeFile(intakeId, file.runId, planned)))
      .execute();
    await tx.insertInto('journal').values(receivedRow(subject, file)).execute();
    return true;
  });
  if (isNew) return { outcome: 'received', intakeId, ...planned };
  const other = await findIntake(db, file.runId, checksum);
  if (!other) throw new Error('an intake was there and is not');
  return { outcome: 'already', ...other };
}

/** Another sheet of one file is another list, and so is another reading of its columns. */
function checksumOf({ bytes, readAs = {} }: ArrivedFile): string {
  const hash = createHash('sha256').update(bytes);
  const { sheet, columns = {} } = readAs;
  const said = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  if (sheet !== undefined || said.length > 0) hash.update(JSON.stringify([sheet ?? null, said]));
  return hash.digest('hex');
}

/** Plans the kept list again; the preview and its numbers follow. */
export async function replan(db: Database, sealing: Sealing, intakeId: string): Promise<PlannedList> {
  const row = await db
    .selectFrom('intake')
    .innerJoin('intake_file', 'intake_file.intake_id', 'intake.intake_id')
    .select(['run_id', 'list_sealed'])
    .where('intake.intake_id', '=', intakeId)
    .executeTakeFirstOrThrow();
  // `as`: `receive` puts the read list there.
  const list = sealing.openJson(row.list_sealed) as ReadList;
  const { planned, rows, summary } = await planNow(db, sealing, row.run_id, list);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('intake')
      .set({ summary: JSON.stringify(summary) })
      .where('intake_id', '=', intakeId)
      .execute();
    await writePreview(tx, sealing, intakeId, rows);
  });
  return planned;
}

async function planNow(db: Database, sealing: Sealing, runId: string, list: ReadList) {
  const known = await knownIn(db, sealing, runId);
  const { unitNameOf } = await placingIn(db, runId);
  const plan = planAgainst(known, list);
  const summary = summaryOf(plan);
  return { summary, planned: plannedList(summary), rows: previewRows(plan, known, unitNameOf) };
}

async function findIntake(db: Database, runId: string, checksum: string) {
  const row = await db
    .selectFrom('intake')
    .select(['intake_id', 'state'])
    .where('run_id', '=', runId)
    .where('checksum', '=', checksum)
    .where('state', 'not in', ['undone', 'rejected'])
    .executeTakeFirst();
  return row && { intakeId: row.intake_id, state: row.state };
}

const intakeFile = (intakeId: string, runId: string, { counts, approval }: PlannedList): IntakeFile => ({
  intakeId,
  runId,
  counts,
  approval,
  approvedBy: null,
  kept: 0,
  deadlines: {},
});

function receivedRow(subject: string, { runId, at, by }: ArrivedFile) {
  const event = { type: 'list.received', at, doer: { by } };
  return {
    subject,
    sequence: 0,
    run_id: runId,
    event_type: event.type,
    event: JSON.stringify(event),
    by_staff: by,
    on_behalf_of: null,
    effective_on: null,
    recorded_at: at,
    command_id: null,
    fingerprint: '',
  };
}
