import { sql } from 'kysely';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { parseSchoolYear, planSpan } from '#domain/calendar/school-year.ts';
import { runId as asRunId, type RunId } from '#domain/ids.ts';
import type { RunHead } from './answers/run.ts';
import type { RunListed } from './answers/runs.ts';
import type { Asking, Tabled } from './ports.ts';

/** What the county is called; empty before its people are written. */
export async function countyName({ db }: Asking): Promise<string> {
  const row = await db.selectFrom('county').select('name').executeTakeFirst();
  return row?.name ?? '';
}

/** Every run, the newest first. */
export async function runs(asking: Asking): Promise<readonly RunListed[]> {
  const rows = await runRows(asking).execute();
  const county = await countyName(asking);
  const { now } = asking.ports;
  const today = dayOf(instant(now()));
  const heads = rows.map((row) => ({
    ...headOf(row, county, todayOf(row, now())),
    title: row.title,
    state: row.state,
  }));
  const current = currentOf(heads, today)?.runId;
  return heads.map((head) => ({ ...head, isCurrent: head.runId === current }));
}

/** The run that is shown: the one wished for where there is such, else the current one; undefined before the first year is started. */
export async function currentRun(asking: Asking, wished?: string): Promise<RunHead | undefined> {
  const all = await runs(asking);
  const shown = all.find(({ runId }) => runId === wished) ?? all.find(({ isCurrent }) => isCurrent);
  if (!shown) return undefined;
  const { title: _, state: __, isCurrent: ___, ...head } = shown;
  return head;
}

export async function runHead(asking: Asking, runId: RunId): Promise<RunHead | undefined> {
  const row = await runRows(asking).where('run_id', '=', runId).executeTakeFirst();
  return row && headOf(row, await countyName(asking), todayOf(row, asking.ports.now()));
}

export async function isClosed(db: Tabled, runId: string): Promise<boolean> {
  const row = await db.selectFrom('run').select('state').where('run_id', '=', runId).executeTakeFirst();
  return row?.state === 'closed';
}

const runRows = ({ db }: Asking) =>
  db
    .selectFrom('run')
    .select(['run_id', 'school_year', 'title', 'state', 'rehearsal_now', 'rehearsal_set_at'])
    // A rehearsal is created on its own clock: what it was ahead of the real one is taken off.
    .orderBy(sql`created_at - clock_shift`, 'desc')
    .orderBy('run_id');

interface RunRow {
  readonly run_id: string;
  readonly school_year: string;
  readonly rehearsal_now: number | null;
  readonly rehearsal_set_at: number | null;
}

/** The real day, or the rehearsal's own, which ticks on from where it was set. */
const todayOf = ({ rehearsal_now, rehearsal_set_at }: RunRow, now: number): Day =>
  dayOf(instant(rehearsal_now === null ? now : rehearsal_now + Math.max(0, now - (rehearsal_set_at ?? now))));

function headOf(row: RunRow, county: string, today: Day): RunHead {
  const year = parseSchoolYear(row.school_year);
  if (!year) throw new Error(`the run ${row.run_id} has no school year`);
  return {
    runId: asRunId(row.run_id),
    schoolYear: year,
    county,
    today,
    rehearsal: row.rehearsal_now !== null,
    ...planSpan(year),
  };
}

/**
 * A rehearsal that was started last and runs: somebody is looking at it. Else the newest real year that runs and has begun, then
 * any that runs; where there is none, the newest of all.
 */
function currentOf<T extends RunHead & { readonly state: string }>(heads: readonly T[], today: Day): T | undefined {
  const [newest] = heads;
  const isRunning = ({ state }: T) => state !== 'closed';
  if (newest?.rehearsal && isRunning(newest)) return newest;
  const running = heads.filter((head) => !head.rehearsal && isRunning(head));
  return running.find(({ from }) => from <= today) ?? running[0] ?? heads.find(isRunning) ?? newest;
}
