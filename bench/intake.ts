import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCounty, writeCounty } from '#demo/county.ts';
import type { Actor } from '#domain/access/actor.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { demoStart, makeDemo } from '#runtime/demo-county.ts';
import { keysFor } from '#runtime/keys.ts';
import { projectRoot } from '#runtime/project-root.ts';
import { startTemporal } from '#runtime/temporal-server/start.ts';
import { startWorker } from '#runtime/worker.ts';
import { openHouse } from '#src/wiring.ts';
import { openDatabase } from '#store/open.ts';
import { machine, report, round } from './measure.ts';

// How long a list takes from its bytes to rows one can search and code: `npx tsx bench/intake.ts [rows] [seconds of opening]`.
const rows = Number(process.argv[2] ?? 2000);
const opening = Number(process.argv[3] ?? 60);
const systemOwner: Actor = { staffId: 'bench', grants: [{ role: 'system_owner', unitId: null }] };
const year = schoolYear('2026-2027');

const home = await mkdtemp(join(tmpdir(), 'aarshjul-bench-'));
const temporal = await startTemporal({ dataFolder: home, say: () => {}, language: 'en', patience: 90_000 });
const db = await openDatabase({ kind: 'folder', path: join(home, 'database') });
const house = await openHouse({ db, keys: await keysFor(undefined, home), temporal, engineMark: 'bench' });
const worker = await startWorker(house, { ...temporal, bundle: join(projectRoot(), 'dist/workflows.js') });
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
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 ** 2);

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
  rssMb: megabytes(),
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
let most = 0;
for (let second = 0; second < opening && (await unopened()) > 0; second += 5) {
  await pause(5000);
  most = Math.max(most, megabytes());
  report('opening', { seconds: second + 5, left: await unopened(), rssMb: megabytes() });
}
report('memory', { mostMb: most, all: 'engine client, worker, store and pages of one process' });
await worker.stop();
await temporal.stop();
await db.destroy();
await rm(home, { recursive: true, force: true });
process.exit(0);
