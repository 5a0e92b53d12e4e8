import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '#domain/calendar/day.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { demoStart, makeDemo } from '#runtime/demo-county.ts';
import { type RunningHouse, startEmbedded } from '#runtime/embedded.ts';
import { projectRoot } from '#runtime/project-root.ts';
import { readConfig } from '#src/config.ts';

export const systemOwner = { staffId: 'staff-sys', grants: [{ role: 'system_owner' as const, unitId: null }] };
export const processOwner = { staffId: 'staff-own', grants: [{ role: 'process_owner' as const, unitId: null }] };

export const temporaryHome = () => mkdtemp(join(tmpdir(), 'aarshjul-home-'));
export const removeHome = (home: string) => rm(home, { recursive: true, force: true });

/** The embedded engine on a folder of the test's own: real server, real database, real worker. */
export async function startHome(home: string, heard: (line: string) => void = () => {}): Promise<RunningHouse> {
  const config = readConfig({ AARSHJUL_HOME: home }, projectRoot());
  if (!config.ok) throw new Error('the test settings cannot be read');
  return startEmbedded({ config: config.value, say: heard, onTrouble: (cause) => heard(String(cause)) });
}

/** A small demo county in a home that has none, with its list applied. */
export async function demoIn(running: RunningHouse, home: string, youths = 60, units?: number) {
  const demo = await makeDemo(running.house, home, {
    seed: 7,
    youths,
    ...(units === undefined ? {} : { units }),
    schoolYear: schoolYear('2026-2027'),
    from: demoStart(schoolYear('2026-2027')),
    title: 'Prøveåret',
  });
  await until('the list is applied', async () => (await caseIds(running)).length > 0);
  return demo;
}

/** One accepted contact on a case, by a command of its own. */
export async function registerContact(running: RunningHouse, caseId: string, commandId = randomUUID()) {
  return running.house.desk.youths.registerContact(systemOwner, {
    commandId,
    caseId,
    on: day('2026-08-17'),
    channel: 'phone',
    direction: 'out',
    answeredBy: 'youth',
    says: null,
  });
}

export const caseIds = async (running: RunningHouse): Promise<readonly string[]> =>
  (await running.house.db.selectFrom('youth_case').select('case_id').orderBy('case_id').execute()).map(
    ({ case_id }) => case_id,
  );

export async function until(what: string, ready: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
