import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeCounty, writeCounty } from '#demo/county.ts';
import type { Actor } from '#domain/access/actor.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { lookAround } from '#runtime/caretaker.ts';
import { demoStart, makeDemo } from '#runtime/demo-county.ts';
import { keysFor } from '#runtime/keys.ts';
import { projectRoot } from '#runtime/project-root.ts';
import { startTemporal } from '#runtime/temporal-server/start.ts';
import { startWorker } from '#runtime/worker.ts';
import { openHouse } from '#src/wiring.ts';
import { openDatabase, type Where } from '#store/open.ts';
import { postgresPrograms, startPostgres } from '../test/support/postgres-server.ts';
import { machine, report, round, spread, timed } from './measure.ts';

// How long a list takes from its bytes to rows one can search and code: `npx tsx bench/intake.ts [rows] [seconds of opening] [apart]`.
// `apart`: the worker as a process of its own on PostgreSQL, as in production, so that its memory is its own.
const rows = Number(process.argv[2] ?? 2000);
const opening = Number(process.argv[3] ?? 60);
const isApart = process.argv[4] === 'apart';
const systemOwner: Actor = { staffId: 'bench', grants: [{ role: 'system_owner', unitId: null }] };
const year = schoolYear('2026-2027');

const home = await mkdtemp(join(tmpdir(), 'aarshjul-bench-'));
const temporal = await startTemporal({ dataFolder: home, say: () => {}, language: 'en', patience: 90_000 });
const postgres = isApart ? await ownPostgres() : undefined;
const where: Where = postgres
  ? { kind: 'server', url: postgres.urlOf('postgres') }
  : { kind: 'folder', path: join(home, 'database') };
const db = await openDatabase(where);
const house = await openHouse({ db, keys: await keysFor(undefined, home), temporal, engineMark: 'bench' });
const worker = await (postgres ? workerApart(postgres.urlOf('postgres')) : workerHere());
const wish = { seed: 1, youths: 40, schoolYear: year, from: demoStart(year), title: 'Bench' };
const { runId } = await makeDemo(house, home, wish);
// Another county's youths, so that all of the list is new.
const lists = join(home, 'bigger');
await writeCounty(lists, makeCounty({ seed: 7, youths: Math.round(rows / 0.38), schoolYear: year }));
const bytes = new Uint8Array(await readFile(join(lists, 'transfer-oson.xlsx')));
const casesNow = async () =>
  Number(
    (
      await db
        .selectFrom('youth_case')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** What the process with the worker holds now and held at most, by the kernel's count. */
const megabytes = () => {
  const status = readFileSync(`/proc/${worker.pid}/status`, 'utf8');
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { rssMb: of('VmRSS'), mostMb: of('VmHWM') };
};

report('machine', machine());
const before = await casesNow();
const began = performance.now();
const received = await house.desk.intakes.receive(systemOwner, { runId, fileName: 'bigger.xlsx', bytes });
if (!received.ok) throw new Error(`the list was refused: ${received.refusals.map(({ code }) => code).join(', ')}`);
const previewed = performance.now();
const act = { runId, intakeId: received.value.intakeId, commandId: randomUUID() };
if (received.value.outcome === 'received' && received.value.approval.length > 0)
  await house.desk.intakes.approve(systemOwner, { ...act, commandId: randomUUID() });
await house.desk.intakes.apply(systemOwner, act);
while ((await casesNow()) === before) await pause(20);
const usable = performance.now();
report('intake', {
  rows: (await casesNow()) - before,
  previewSeconds: round((previewed - began) / 1000),
  appliedSeconds: round((usable - previewed) / 1000),
  usableSeconds: round((usable - began) / 1000),
  ...megabytes(),
});
const unopened = async () =>
  Number(
    (
      await db
        .selectFrom('standing')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('kind', '=', 'youth')
        .where('engine', 'is', null)
        .executeTakeFirstOrThrow()
    ).n,
  );
/** Somebody rings some of the list, one after the other, whether they are open yet or not: what a caseworker waits while they are opened. */
const meanwhile: number[] = [];
async function ringSome(): Promise<void> {
  const some = db.selectFrom('youth_case').select('case_id').orderBy(sql`random()`).limit(20);
  for (const { case_id } of await some.execute()) {
    const call = { channel: 'phone', direction: 'out', answeredBy: 'youth', says: null } as const;
    const wish = { commandId: randomUUID(), caseId: case_id, ...call };
    meanwhile.push(await timed(() => house.desk.youths.registerContact(systemOwner, wish)));
    await pause(100);
  }
}
const openingBegan = performance.now();
for (
  let left = await unopened();
  left > 0 && performance.now() - openingBegan < opening * 1000;
  left = await unopened()
) {
  report('opening', { seconds: round((performance.now() - openingBegan) / 1000), left, ...megabytes() });
  await ringSome();
  await lookAround({ engine: house.engine, marks: house.marks, engineMark: 'bench' }, Date.now());
  await pause(3000);
}
if (meanwhile.length > 0) report('commands meanwhile', spread(meanwhile));
report('opened', { seconds: round((performance.now() - openingBegan) / 1000), left: await unopened() });
report('memory', {
  ...megabytes(),
  of: isApart ? 'the worker' : 'engine client, worker, store and pages in one process',
});
await worker.stop();
await temporal.stop();
await db.destroy();
await postgres?.stop();
await rm(home, { recursive: true, force: true });
process.exit(0);

async function workerHere() {
  const here = await startWorker(house, { ...temporal, bundle: join(projectRoot(), 'dist/workflows.js') });
  return { pid: process.pid, stop: here.stop };
}

/** `aarshjul worker`, which finds its keys where this process has made them. */
async function workerApart(url: string) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    // As docker-compose.yml gives it.
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '--max-old-space-size=512',
    AARSHJUL_KEYS: await readFile(join(home, 'keys.json'), 'utf8'),
  };
  const words = [join(projectRoot(), 'dist/aarshjul.mjs'), 'worker'];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { pid: child.pid ?? 0, stop };
}

async function ownPostgres() {
  const programs = await postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not on this machine');
  // It runs as a user of its own, who has to come past this folder.
  await chmod(home, 0o711);
  return startPostgres(programs, join(home, 'postgres'));
}
