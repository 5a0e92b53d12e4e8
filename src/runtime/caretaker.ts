import type { Engine } from '#ports/engine.ts';
import type { EngineMarks } from '#store/engine-marks.ts';

export interface Caretaking {
  readonly engine: Engine;
  readonly marks: EngineMarks;
  readonly engineMark: string;
  /** A new mark for store and engine, now and then. */
  readonly meet: () => Promise<void>;
  /** Has the tasks that close themselves stand as the register says; gives how many turned. */
  readonly settleConditions: () => Promise<number>;
  /** Something went wrong that will be tried again at the next round. */
  readonly onTrouble: (cause: unknown) => void;
}

/** So many a round, for a stop waits for its end; the next one takes the rest. */
const atMost = 100;
const between = 5_000;
const betweenConditions = 2_000;
/** An order or a deadline is given this long before somebody asks after it. */
const grace = 30_000;
/** Store and engine meet every so many rounds. */
const meetEvery = 12;

/** One round: opens what this engine has not opened, and asks after what should have been done. Gives how many it touched. */
export async function lookAround(
  { engine, marks, engineMark }: Pick<Caretaking, 'engine' | 'marks' | 'engineMark'>,
  now: number,
): Promise<number> {
  const unopened = await marks.unopened(engineMark, atMost);
  // Told to look again rather than only opened: a workflow that runs already may be behind its rows.
  await engine.lookAgain(unopened);
  const behind = await marks.behind(now - grace, atMost);
  await engine.lookAgain(behind);
  return unopened.length + behind.length;
}

/** Keeps rows and engine together for as long as the process lives: after a lost engine, a put-back one, or a crash. */
export function startCaretaker(caretaking: Caretaking): { readonly stop: () => Promise<void> } {
  let number = 0;
  const care = keepOn(caretaking, between, async () => {
    number += 1;
    const touched = await lookAround(caretaking, Date.now());
    if (number % meetEvery === 0) await caretaking.meet();
    return touched;
  });
  const watch = keepOn(caretaking, betweenConditions, caretaking.settleConditions);
  return {
    stop: async () => {
      await Promise.all([care.stop(), watch.stop()]);
    },
  };
}

/** One round after the other, with a rest between them; at once where a round came to its most. */
function keepOn({ onTrouble }: Caretaking, pause: number, round: () => Promise<number>) {
  let isStopped = false;
  let wake = () => {};
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const rounds = async () => {
    while (!isStopped) {
      const touched = await round().catch((cause: unknown) => {
        onTrouble(cause);
        return 0;
      });
      if (!isStopped) await rest(touched >= atMost ? 0 : pause);
    }
  };
  const running = rounds();
  return {
    stop: async () => {
      isStopped = true;
      wake();
      await running;
    },
  };
}
