import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';
import { inTheAir } from './in-the-air.ts';

/** So many requests at once: the server, not we, is what is busy. */
const atOnce = 64;

/**
 * Moves workflows' own clocks forward to a moment, by the server's time skipping (experimental there: rehearsals and tests only).
 * All are set going before the first is waited for, so that they move together. A clock that is there already is left. Gives back
 * when every clock has come there.
 */
export async function moveWorkflows(client: Client, workflowIds: readonly string[], to: number): Promise<void> {
  const moving: string[] = [];
  await inTheAir(workflowIds, atOnce, async (workflowId) => {
    if (await setGoing(client, workflowId, to)) moving.push(workflowId);
  });
  await inTheAir(moving, atOnce, (workflowId) => arrive(client, workflowId, to));
}

/** Gives whether there was a way to go. */
async function setGoing(client: Client, workflowId: string, to: number): Promise<boolean> {
  const before = await clockOf(client, workflowId);
  if (before >= to) return false;
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id: randomUUID(), duration: msToTs(to - before) } },
    },
  });
  return true;
}

/** A move is now and then forgotten by the server. One asked again takes its place, and goes to the same moment. */
async function arrive(client: Client, workflowId: string, to: number): Promise<void> {
  const end = Date.now() + patience;
  let askAgain = Date.now() + reminder;
  while ((await clockOf(client, workflowId)) < to) {
    if (Date.now() > askAgain) {
      await setGoing(client, workflowId, to);
      askAgain = Date.now() + reminder;
    }
    if (Date.now() > end) throw new Error(`the clock of ${workflowId} did not come to ${new Date(to).toISOString()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const patience = 60_000;
const reminder = 5_000;

/** The workflow's own now, UTC ms; the real now where its clock was never moved. */
async function clockOf(client: Client, workflowId: string): Promise<number> {
  const described = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  return optionalTsToMs(described.workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? Date.now();
}
