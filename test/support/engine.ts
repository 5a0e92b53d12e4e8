import { readFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { IllegalStateError } from '@temporalio/common';
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Performer } from '#activities/carry-out.ts';
import { createActivities } from '#activities/index.ts';
import { sealingCodec } from '#adapters/temporal/codec.ts';
import { temporalEngine } from '#adapters/temporal/engine.ts';
import { giveUpAt } from '#adapters/temporal/give-up.ts';
import type { Engine } from '#ports/engine.ts';
import { beforeOpening } from '#runtime/before-opening.ts';
import { engineMarks } from '#store/engine-marks.ts';
import type { Database } from '#store/open.ts';
import { orderBook, stepBook } from '#store/steps/step-book.ts';
import { unopenedBook } from '#store/steps/unopened.ts';
import { temporalForTests, workflowBundleForTests } from './servers.ts';

/** The workflows as a worker loads them; bundled once for each content of their sources. */
export const workflowBundle = async () => ({ code: await readFile(await workflowBundleForTests(), 'utf8') });

/** Seals with a key that only tests know; kept histories are sealed with it. */
export const dataConverter = {
  payloadCodecs: [sealingCodec({ current: { id: 'test', key: new Uint8Array(32).fill(7) }, older: [] })],
};

/** Temporal's core says only what is wrong; where a test before this one has started it, it stays as it is. */
export const quiet = (): void => {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR' }) };
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging } });
  } catch (cause) {
    if (!(cause instanceof IllegalStateError)) throw cause;
  }
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
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const steps = stepBook(db);
  const marks = engineMarks(db);
  const unopened = unopenedBook(db, 'test');
  const engine = temporalEngine({
    client,
    reopenMany: steps.reopenMany,
    granted: steps.granted,
    taskQueue,
    markOpened: (subjects) => marks.opened('test', subjects),
    beforeOpening: beforeOpening(unopened),
    unopenedAmong: (subjects) => marks.unopenedAmong('test', subjects),
    ...(stepsPerRun === undefined ? {} : { stepsPerRun }),
  });
  const activities = createActivities({
    steps,
    orders: orderBook(db),
    unopened,
    performers,
    giveUpAt: giveUpAt(connection),
  });
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

/** An engine that stands before its performers can act on it. */
export const engineLater = (engine: () => Engine): Engine => ({
  tell: (command) => engine().tell(command),
  tellEach: (commands, heard) => engine().tellEach(commands, heard),
  hear: (command) => engine().hear(command),
  openMany: (subjects, progress) => engine().openMany(subjects, progress),
  closeMany: (subjects) => engine().closeMany(subjects),
  lookAgain: (subjects) => engine().lookAgain(subjects),
});
