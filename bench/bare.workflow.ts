import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export const bump = defineUpdate<number, [object]>('bump');
/** The same after a local activity that does nothing: what any row beside the engine costs before it is written. */
export const bumpBesides = defineUpdate<number, [object]>('bumpBesides');

const { nothing } = proxyLocalActivities<{ readonly nothing: () => Promise<void> }>({
  startToCloseTimeout: '10 seconds',
});

/** The least a workflow can be: waits for ever and counts. What ours is measured against. */
export async function bare(): Promise<void> {
  let n = 0;
  setHandler(bump, () => {
    n += 1;
    return n;
  });
  setHandler(bumpBesides, async () => {
    await nothing();
    n += 1;
    return n;
  });
  await condition(() => n < 0);
}
