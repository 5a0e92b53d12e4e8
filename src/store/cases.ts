import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { CaseFacts, Cases, TaskFacts } from '#ports/cases.ts';
import type { Database } from './open.ts';
import { clockIn } from './runs/clock-in.ts';

/** Single rows for the desk, on our database. `sealText` keeps notes unreadable at rest; `now` is the real clock. */
export const cases = (db: Database, sealText: (text: string) => string, now: () => number): Cases => ({
  find: async (caseId) => {
    const row = await caseRows(db).where('youth_case.case_id', '=', caseId).executeTakeFirst();
    return row && factsIn(row, now());
  },
  findMany: async (caseIds) => {
    if (caseIds.length === 0) return [];
    const wanted = sql<string>`(select jsonb_array_elements_text(${JSON.stringify(caseIds)}::jsonb))`;
    const rows = await caseRows(db).where('youth_case.case_id', 'in', wanted).execute();
    return rows.map((row) => factsIn(row, now()));
  },
  task: (runId, taskId): Promise<TaskFacts | undefined> =>
    tasks(db).where('run_id', '=', runId).where('task_id', '=', taskId).executeTakeFirst(),
  openTasks: (runId, phaseId) =>
    tasks(db)
      .where('run_id', '=', runId)
      .where('phase_id', '=', phaseId)
      .where('state', 'in', ['waiting', 'ready'])
      .execute(),
  openPhases: async (runId) => {
    const rows = await db
      .selectFrom('phase')
      .select('phase_id')
      .where('run_id', '=', runId)
      .where('state', '<>', 'done')
      .orderBy('position')
      .execute();
    return rows.map(({ phase_id }) => phase_id);
  },
  contact: (caseId, which) => findContact(db, caseId, which),
  hasTaken: async (caseId, commandId) => {
    const taken = db.selectFrom('journal').where('subject', '=', `youth/${caseId}`).where('command_id', '=', commandId);
    return (await taken.select('sequence').executeTakeFirst()) !== undefined;
  },
  keepNote: async ({ noteId, caseId, text, at, by }) => {
    await db
      .insertInto('note')
      .values({ note_id: noteId, case_id: caseId, text_sealed: sealText(text), recorded_at: at, by_staff: by })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});

const tasks = (db: Database) =>
  db
    .selectFrom('task')
    .select([
      'run_id as runId',
      'task_id as taskId',
      'phase_id as phaseId',
      'role',
      'unit_id as unitId',
      'staff_id as staffId',
      'state',
    ]);

const caseRows = (db: Database) =>
  db
    .selectFrom('youth_case')
    .innerJoin('run', 'run.run_id', 'youth_case.run_id')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .select([
      'youth_case.case_id',
      'youth_case.run_id',
      'youth_case.unit_id',
      'youth_case.caseworker_id',
      'youth_case.born_on',
      'youth_case.is_protected',
      'run.rehearsal_now',
      'run.rehearsal_set_at',
      'standing.sequence',
      'standing.input',
      'standing.snapshot',
    ]);

type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['executeTakeFirstOrThrow']>>;

const factsIn = (row: CaseRow, now: number): CaseFacts => ({
  caseId: row.case_id,
  runId: row.run_id,
  unitId: row.unit_id,
  caseworkerId: row.caseworker_id,
  isProtected: row.is_protected,
  born: row.born_on as Day | null,
  file: caseFileIn(row),
  sequence: row.sequence,
  clock: clockIn(row, now),
});

/** The case file of a youth's standing: its input before the first step, the machine's context after. */
export const caseFileIn = ({ input, snapshot }: { readonly input: unknown; readonly snapshot: unknown }): CaseFile =>
  // `as`: a youth's standing holds nothing else.
  (snapshot as { readonly context: CaseFile } | null)?.context ?? (input as CaseFile);

async function findContact(
  db: Database,
  caseId: string,
  which: { readonly sequence: number } | { readonly commandId: string },
): ReturnType<Cases['contact']> {
  const row = await db
    .selectFrom('journal')
    .select(['sequence', 'event', 'by_staff'])
    .where('subject', '=', `youth/${caseId}`)
    .where('event_type', '=', 'contact.registered')
    .where((where) =>
      'sequence' in which ? where('sequence', '=', which.sequence) : where('command_id', '=', which.commandId),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  // `as`: an event of this type is a contact.
  const { on, channel, direction, answeredBy, says, minor } = row.event as Contact;
  const entry = { on, channel, direction, answeredBy, says, ...(minor === undefined ? {} : { minor }) };
  return { sequence: row.sequence, entry, by: row.by_staff };
}
