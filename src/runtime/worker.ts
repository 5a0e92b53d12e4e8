import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IllegalStateError } from '@temporalio/common';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import type { House } from '#src/wiring.ts';

export interface WorkerWish {
  readonly address: string;
  readonly apiKey?: string;
  readonly tls?: boolean;
  /** The workflow bundle made at build time; without it one is made now from the sources. */
  readonly bundle?: string;
  readonly maxCachedWorkflows?: number;
}

/** A running worker; `stop` lets what it has begun come to an end. */
export interface RunningWorker {
  readonly stop: () => Promise<void>;
  /** Settles when the worker has ended, with the cause where it was not asked to. */
  readonly ended: Promise<void>;
}

/** Starts a worker for the house's workflows and orders. */
export async function startWorker(house: House, wish: WorkerWish): Promise<RunningWorker> {
  quiet();
  const { address, apiKey, tls } = wish;
  const connection = await NativeConnection.connect({
    address,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
  });
  const worker = await Worker.create({
    connection,
    ...house.worker,
    ...(await codeOf(wish.bundle)),
    maxCachedWorkflows: wish.maxCachedWorkflows ?? 1000,
    // Beats of a hand-over go to the server as they come: it is given up after five seconds without one.
    maxHeartbeatThrottleInterval: '1 second',
    shutdownGraceTime: '3 seconds',
    // An order that waits for a workflow of this very worker would wait for ever; it is a row, and is done again at the next start.
    shutdownForceTime: '6 seconds',
  });
  const ended = worker.run().finally(() => connection.close());
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => undefined);
    },
  };
}

async function codeOf(bundle: string | undefined) {
  if (bundle !== undefined && existsSync(bundle)) return { workflowBundle: { codePath: bundle } };
  const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
  return { workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }) };
}

/** Temporal's core says only what is wrong, and leaves signals to us; a process whose core runs already keeps it as it is. */
function quiet(): void {
  try {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      shutdownSignals: [],
      telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
    });
  } catch (cause) {
    if (!(cause instanceof IllegalStateError)) throw cause;
  }
}
