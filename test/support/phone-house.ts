import { randomUUID } from 'node:crypto';
import { createPhonePerformers } from '#activities/phone-performers.ts';
import { phoneDesk } from '#desk/phone.ts';
import type { Role } from '#domain/plan/role.ts';
import { cases } from '#store/cases.ts';
import type { Database } from '#store/open.ts';
import { phoneDrives } from '#store/phone/phone-drives.ts';
import { runs } from '#store/runs/runs.ts';
import { viewsOn } from '#test/views/asked.ts';
import {
  type AStaff,
  type AUnit,
  type AYouth,
  actor,
  at,
  inputsFor,
  sealed,
  startRun,
  writeCounty,
  writeYouths,
} from '#test/views/county.ts';
import { rowsEngine } from './rows-engine.ts';

/** A Wednesday in the phone drive's own weeks. */
export const phoneDay = '2026-11-04';
export const phoneNow = at(phoneDay, '10:00');

interface Wish {
  readonly units: readonly AUnit[];
  readonly staff: readonly AStaff[];
  readonly youths: readonly AYouth[];
  readonly callers: readonly string[];
}

/** A county with an open drive on a real database: desk, questions and rows as the house has them, the engine without Temporal. */
export async function phoneHouse(db: Database, { units, staff, youths, callers }: Wish) {
  await writeCounty(db, units, staff);
  await startRun(db, { today: phoneDay, inputs: inputsFor(staff, units) });
  await writeYouths(db, youths);
  // The run's clock shows ten, and stands still.
  await db.updateTable('run').set({ rehearsal_now: phoneNow, rehearsal_set_at: phoneNow }).execute();
  const drives = phoneDrives(db);
  const engine = rowsEngine(db, createPhonePerformers(drives));
  const desk = phoneDesk({
    engine,
    runs: runs(db, () => phoneNow),
    cases: cases(db, sealed, () => phoneNow),
    phoneDrives: drives,
    newId: randomUUID,
  });
  const leader = actor('super', staff);
  const started = await desk.start(leader, {
    commandId: randomUUID(),
    runId: 'run',
    goal: 8,
    callers: callers.map((staffId) => ({ staffId, units: null, share: 1 })),
  });
  if (!started.ok) throw new Error(JSON.stringify(started.refusals));
  return { desk, engine, views: viewsOn(db, phoneNow), driveId: started.value.driveId, leader };
}

export const holding = (id: string, name: string, role: Role, unit?: string): AStaff => ({
  id,
  name,
  roles: [unit === undefined ? { role } : { role, unit }],
});
