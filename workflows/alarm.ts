import { sleep } from '@temporalio/workflow';

/**
 * Wakes a workflow at a moment, by as few timers as will do. A timer is never taken back: one that rings before anything is due costs a
 * look, while taking one back and setting another costs two entries in the history of every step, and a server that had to try such a
 * step again may not know the timer any more.
 */
export function openAlarm(now: () => number) {
  const set: number[] = [];

  return {
    /** Whether the workflow will wake at that moment or before it; for ever is always covered. */
    covers: (at: number | undefined): boolean => at === undefined || set.some((rings) => rings <= at),
    /** To be asked only for a moment that is not covered. */
    set: (at: number): void => {
      set.push(at);
      const rung = () => {
        set.splice(set.indexOf(at), 1);
      };
      sleep(Math.max(1, at - now())).then(rung, rung);
    },
  };
}

export type Alarm = ReturnType<typeof openAlarm>;
