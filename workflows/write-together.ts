import type { Recorded, Step } from '#domain/standing.ts';

interface Waiting {
  readonly step: Step;
  readonly resolve: (recorded: Recorded) => void;
  readonly reject: (cause: unknown) => void;
}

/** So many steps a write: a transaction that stays short, and a payload that stays small. */
const atMost = 100;

/**
 * Steps that subjects of one workflow take at the same moment go to the store together: a hundred tasks that come due at midnight are
 * one write, not a hundred. One write at a time, in the order the steps were taken.
 */
export function writeTogether(write: (steps: readonly Step[]) => Promise<readonly Recorded[]>) {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const flush = async () => {
    isWriting = true;
    // Whoever takes a step in this same turn comes along.
    await Promise.resolve();
    while (waiting.length > 0) await writeSome(waiting.splice(0, atMost));
    isWriting = false;
  };
  const writeSome = async (some: readonly Waiting[]) => {
    try {
      const recorded = await write(some.map(({ step }) => step));
      for (const [index, { resolve, reject }] of some.entries()) {
        const one = recorded[index];
        if (one) resolve(one);
        else reject(new Error('the store answered fewer steps than it was given'));
      }
    } catch (cause) {
      for (const { reject } of some) reject(cause);
    }
  };

  return (step: Step): Promise<Recorded> =>
    new Promise((resolve, reject) => {
      waiting.push({ step, resolve, reject });
      if (!isWriting) void flush();
    });
}
