import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';
import { inTheAir } from './in-the-air.ts';

/**
 * Moves workflows' own clocks forward to a moment, by the server's time skipping (experimental there: rehearsals and tests only).
 * A clock that is there already is left. Gives back when every clock has come there.
 */
export async function moveWorkflows(client: Client, workflowIds: readonly string[], to: number): Promise<void> {
  await inTheAir(workflowIds, 16, (workflowId) => moveOne(client, workflowId, to));
}

async function moveOne(client: Client, workflowId: string, to: number): Promise<void> {
  const before = await clockOf(client, workflowId);
  if (before >= to) return;
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id: randomUUID(), duration: msToTs(to - before) } },
    },
  });
  const end = Date.now() + patience;
  // Another move before this one is over would take its place on the server.
  while ((await clockOf(client, workflowId)) < to) {
    if (Date.now() > end) throw new Error(`the clock of ${workflowId} did not come to ${new Date(to).toISOString()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const patience = 60_000;

/** The workflow's own now, UTC ms; the real now where its clock was never moved. */
async function clockOf(client: Client, workflowId: string): Promise<number> {
  const described = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  return optionalTsToMs(described.workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? Date.now();
}
