import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation } from '@temporalio/client';
import proto from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import type { Actor } from '#domain/access/actor.ts';
import { day } from '#domain/calendar/day.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { demoStart, makeDemo } from '#runtime/demo-county.ts';
import { keysFor } from '#runtime/keys.ts';
import { projectRoot } from '#runtime/project-root.ts';
import { startTemporal } from '#runtime/temporal-server/start.ts';
import { startWorker } from '#runtime/worker.ts';
import { openHouse } from '#src/wiring.ts';
import { openDatabase } from '#store/open.ts';
import { taskQueue } from '#workflows/messages.ts';
import { bare, bump, bumpBesides } from './bare.workflow.ts';
import { inTheAir, machine, report, round, spread, timed, turnAbout } from './measure.ts';

// What our engine costs over the bare one, on one server in one run: `npx tsx bench/engine.ts [youths] [rounds]`.
const youths = Number(process.argv[2] ?? 2000);
const rounds = Number(process.argv[3] ?? 3);
const systemOwner: Actor = { staffId: 'bench', grants: [{ role: 'system_owner', unitId: null }] };

const home = await mkdtemp(join(tmpdir(), 'aarshjul-bench-'));
// The embedded house without its caretaker: nobody but the bench opens workflows.
const temporal = await startTemporal({ dataFolder: home, say: () => {}, language: 'en', patience: 90_000 });
const db = await openDatabase({ kind: 'folder', path: join(home, 'database') });
const house = await openHouse({ db, keys: await keysFor(undefined, home), temporal, engineMark: 'bench' });
const houseWorker = await startWorker(house, { ...temporal, bundle: join(projectRoot(), 'dist/workflows.js') });
const { namespace } = house.client.options;
const native = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({
  connection: native,
  namespace,
  taskQueue: 'bare',
  activities: { nothing: async () => {} },
  // The same client asks both, and it seals what it sends.
  dataConverter: house.worker.dataConverter,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare.workflow.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  }),
});
const bareRun = worker.run();
const startBare = (workflowId: string) =>
  house.client.workflow.start(bare, { workflowId, taskQueue: 'bare', args: [] });
const withStart = (workflowId: string) =>
  new WithStartWorkflowOperation(bare, {
    workflowId,
    taskQueue: 'bare',
    args: [],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
const tellBare = (workflowId: string) =>
  house.client.workflow.executeUpdateWithStart(bump, { args: [{}], startWorkflowOperation: withStart(workflowId) });
const tellOpenBare = (workflowId: string, wish = bump) =>
  house.client.workflow.getHandle(workflowId).executeUpdate(wish, { args: [{}] });
const ids = (kind: string, n: number) => Array.from({ length: n }, (_, index) => `${kind}/${randomUUID()}/${index}`);

report('machine', machine());
const year = schoolYear('2026-2027');
const imported = await timed(() =>
  makeDemo(house, home, {
    seed: 1,
    youths: Math.round(youths / 0.38),
    schoolYear: year,
    from: demoStart(year),
    title: 'Bench',
  }),
);
await quiet();
const cases = (await house.db.selectFrom('youth_case').select('case_id').execute()).map(({ case_id }) => case_id);
report('demo', { youths: cases.length, seconds: round(imported / 1000) });
const subjects = cases.map((id) => `youth/${id}`);
const contact = async (index: number) => {
  const caseId = cases[index];
  if (caseId === undefined) throw new Error(`only ${cases.length} youths`);
  const answer = await house.desk.youths.registerContact(systemOwner, {
    commandId: randomUUID(),
    caseId,
    on: day('2026-08-17'),
    channel: 'phone',
    direction: 'out',
    answeredBy: 'youth',
    says: null,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
};
/** Ends the workflows, and forgets that they were opened: as after a list, before its workflows are. */
const unopen = async (some: readonly string[]) => {
  await house.engine.closeMany(some);
  await house.db.updateTable('standing').set({ engine: null }).where('subject', 'in', some).execute();
};

// Opening: the demo opened its own already, so ours are closed and opened anew.
const bareIds = ids('bare', Math.min(1000, subjects.length));
const bareMs = await timed(async () => {
  await inTheAir(bareIds.length, 32, (index) => startBare(bareIds[index] ?? ''));
  await workedOff('bare');
});
const some = subjects.slice(0, bareIds.length);
await unopen(some);
const oursMs = await timed(async () => {
  await house.engine.openMany(some);
  await workedOff(taskQueue);
});
const rate = (n: number, ms: number) => round((n / ms) * 1000);
report('opening', {
  n: some.length,
  barePerSecond: rate(bareIds.length, bareMs),
  oursPerSecond: rate(some.length, oursMs),
  ratio: round(bareMs / oursMs),
  rssMb: Math.round(process.memoryUsage().rss / 1024 ** 2),
});

for (let round_ = 1; round_ <= rounds; round_++) await commands(`command, round ${round_}`, 150, 0);
// With a rest after each, as between two presses of a button: what the server still does for one is not in the next.
await commands('command after a rest', 100, 50);
worker.shutdown();
await bareRun;
await native.close();
await houseWorker.stop();
await temporal.stop();
await db.destroy();
await rm(home, { recursive: true, force: true });

/** Waits until the list is applied and every case is open: what is measured after it is measured alone. */
async function quiet(): Promise<void> {
  const open = (kind: 'orders' | 'standing') =>
    kind === 'orders'
      ? db.selectFrom('orders').select('order_key').where('state', '<>', 'settled').limit(1).execute()
      : db
          .selectFrom('standing')
          .select('subject')
          .where('kind', '=', 'youth')
          .where('engine', 'is', null)
          .limit(1)
          .execute();
  const applied = () => db.selectFrom('intake').select('intake_id').where('state', '=', 'applied').limit(1).execute();
  while ((await applied()).length === 0 || (await open('orders')).length > 0 || (await open('standing')).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

/** A start is an open workflow when its first task is done: waits until the worker has nothing left on its queue. */
async function workedOff(name: string): Promise<void> {
  const waiting = async () => {
    const { stats } = await house.client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name },
      taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      reportStats: true,
    });
    return Number(stats?.approximateBacklogCount ?? 0);
  };
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
}

/**
 * One command after the other on as many workflows, the bare one and ours turn about, so that both meet the same machine: first on those
 * that are not open yet, then on the open ones, then on ours that were open and are lost.
 */
async function commands(name: string, atMost: number, rest: number): Promise<void> {
  const n = Math.min(atMost, subjects.length);
  const some = subjects.slice(0, n);
  const fresh = ids('first', n);
  const bareOf = (index: number) => fresh[index] ?? '';
  await unopen(some);
  const [firstBare, firstOurs] = await turnAbout(n, rest, [(index) => tellBare(bareOf(index)), contact]);
  await house.engine.openMany(some);
  await workedOff(taskQueue);
  await turnAbout(n, 0, [contact]);
  const [nextBare, nextBesides, nextOurs] = await turnAbout(n, rest, [
    (index) => tellOpenBare(bareOf(index)),
    (index) => tellOpenBare(bareOf(index), bumpBesides),
    contact,
  ]);
  const manyBare = await timed(() => inTheAir(n * 3, 16, (index) => tellOpenBare(bareOf(index % n))));
  const manyOurs = await timed(() => inTheAir(n * 3, 16, (index) => contact(index % n)));
  await house.engine.closeMany(some);
  const [lostOurs] = await turnAbout(n, rest, [contact]);
  const [bare, ours] = [spread(nextBare), spread(nextOurs)];
  report(name, {
    ...{ firstBare: spread(firstBare), firstOurs: spread(firstOurs), lostOurs: spread(lostOurs) },
    ...{ nextBare: bare, nextBareBesidesALocalActivity: spread(nextBesides), nextOurs: ours },
    ...{ p50Ratio: round(ours.p50 / bare.p50), p95Ratio: round(ours.p95 / bare.p95) },
    unopenedToOpen: round(spread(firstOurs).p50 / ours.p50),
    ...{ sixteenBarePerSecond: rate(n * 3, manyBare), sixteenOursPerSecond: rate(n * 3, manyOurs) },
  });
}
