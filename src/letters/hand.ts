import { parentPort } from 'node:worker_threads';
import type { PressJob } from '#ports/letter-press.ts';
import { letterPress } from './press.ts';

// A thread of the press: `hands.ts` gives it a few letters at a time. A renderer of its own; what it remembers goes with it.
const press = letterPress();

parentPort?.on('message', async (jobs: readonly PressJob[]) => {
  try {
    parentPort?.postMessage({ pressed: await press.press(jobs) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : 'the press broke' });
  }
});
