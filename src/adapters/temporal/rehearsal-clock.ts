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
    const { now } = await clockOf(client, workflowId);
    if (now >= to) return;
    await setGoing(client, workflowId, to - now);
    moving.push(workflowId);
  });
  await inTheAir(moving, atOnce, (workflowId) => arrive(client, workflowId, to));
}

async function setGoing(client: Client, workflowId: string, ms: number): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id: randomUUID(), duration: msToTs(ms) } },
    },
  });
}

/**
 * A move is now and then forgotten by the server. One asked again takes its place, and goes to the same moment. A workflow that is at
 * work is let be: a move that comes in the middle of a long turn makes the server refuse that turn, and one every few seconds for ever.
 */
async function arrive(client: Client, workflowId: string, to: number): Promise<void> {
  const end = Date.now() + patience;
  let askAgain = Date.now() + reminder;
  for (let clock = await clockOf(client, workflowId); clock.now < to; clock = await clockOf(client, workflowId)) {
    if (clock.isAtWork) askAgain = Date.now() + reminder;
    else if (Date.now() > askAgain) {
      await setGoing(client, workflowId, to - clock.now);
      askAgain = Date.now() + reminder;
    }
    if (Date.now() > end) throw new Error(`the clock of ${workflowId} did not come to ${new Date(to).toISOString()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const patience = 120_000;
const reminder = 5_000;

/** The workflow's own now, UTC ms, or the real one where its clock was never moved; and whether it has a turn or an order under way. */
async function clockOf(client: Client, workflowId: string) {
  const { workflowExtendedInfo, pendingWorkflowTask, pendingActivities } =
    await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId },
    });
  const now = optionalTsToMs(workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? Date.now();
  return { now, isAtWork: Boolean(pendingWorkflowTask) || (pendingActivities ?? []).length > 0 };
}
