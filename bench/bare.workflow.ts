import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const bump = defineUpdate<number, [object]>('bump');

/** The least a workflow can be: waits for ever and counts. What ours is measured against. */
export async function bare(): Promise<void> {
  let n = 0;
  setHandler(bump, () => {
    n += 1;
    return n;
  });
  await condition(() => n < 0);
}
