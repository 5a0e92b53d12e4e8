import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process we started, and the only one `stop` can end. */
export interface Child {
  readonly pid: number | undefined;
  readonly hasEnded: () => boolean;
  /** Asks it to end, forces it after `patience` milliseconds (default 10 s); harmless when called again. */
  readonly stop: (patience?: number, ask?: NodeJS.Signals) => Promise<void>;
}

/** Follows a just-spawned process to its end. */
export function followed(child: ChildProcess): Child {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  // `once` rejects on 'error', which is how a program that cannot be started ends.
  const end = once(child, 'exit').then(over, over);
  const endsWithin = (milliseconds: number) => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    return Promise.race([end, limit]).finally(() => clearTimeout(timer));
  };
  const stop = async (patience = 10_000, ask: NodeJS.Signals = 'SIGTERM') => {
    if (isOver) return;
    child.kill(ask);
    await endsWithin(patience);
    if (isOver) return;
    child.kill('SIGKILL');
    await end;
  };
  return { pid: child.pid, hasEnded: () => isOver, stop };
}
