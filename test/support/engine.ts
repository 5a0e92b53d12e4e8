import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import type { Performer } from '#activities/carry-out.ts';
import { createActivities } from '#activities/index.ts';
import { sealingCodec } from '#adapters/temporal/codec.ts';
import { temporalEngine } from '#adapters/temporal/engine.ts';
import { engineMarks } from '#store/engine-marks.ts';
import type { Database } from '#store/open.ts';
import { orderBook, stepBook } from '#store/steps/step-book.ts';
import { temporalForTests } from './servers.ts';

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export const workflowBundle = () => {
  bundle ??= bundleWorkflowCode({ workflowsPath: path('workflows/index.ts'), logger: new DefaultLogger('ERROR') });
  return bundle;
};

let isQuiet = false;
const quiet = () => {
  if (!isQuiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
  isQuiet = true;
};

/** A real engine on a real server for a test: its own task queue, its worker, our database. */
export async function engineForTests(
  db: Database,
  performers: Readonly<Record<string, Performer>>,
  stepsPerRun?: number,
) {
  quiet();
  const { address, namespace } = await temporalForTests();
  const taskQueue = `test-${Math.random().toString(36).slice(2)}`;
  const dataConverter = {
    payloadCodecs: [sealingCodec({ current: { id: 'test', key: new Uint8Array(32).fill(7) }, older: [] })],
  };
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const steps = stepBook(db);
  const marks = engineMarks(db);
  const engine = temporalEngine({
    client,
    reopenMany: steps.reopenMany,
    granted: steps.granted,
    taskQueue,
    markOpened: (subjects) => marks.opened('test', subjects),
    unopenedAmong: (subjects) => marks.unopenedAmong('test', subjects),
    ...(stepsPerRun === undefined ? {} : { stepsPerRun }),
  });
  const activities = createActivities({ steps, orders: orderBook(db), performers });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { ...activities },
    dataConverter,
  });
  const running = worker.run();
  return {
    engine,
    client,
    connection,
    taskQueue,
    namespace,
    stop: async () => {
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}
