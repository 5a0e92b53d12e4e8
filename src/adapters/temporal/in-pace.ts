/** So many are started before it is asked how far the workers have come. */
const chunk = 16;
/** So many first tasks may wait: enough that no worker is idle, few enough that nobody's command stands long behind them. */
const mostWaiting = 24;
/** Without any that comes forward. */
const patience = 30_000;
const between = 50;

interface Pace {
  readonly start: (subjects: readonly string[]) => Promise<void>;
  /** Of those that were started, the ones that do not run yet. */
  readonly waiting: (subjects: readonly string[]) => Promise<readonly string[]>;
}

/**
 * Starts many workflows no faster than the workers take their first tasks: in a long line of them, whatever else a worker is asked waits
 * too. Where none comes forward, the rest are left to whoever looks around next. A few are not waited for. `progress` is called again and
 * again; what it throws ends the starting.
 */
export async function startInPace(
  { start, waiting }: Pace,
  subjects: readonly string[],
  progress: (started: number) => void = () => {},
): Promise<void> {
  let line: readonly string[] = [];
  /** Whether no more than so many wait. */
  const until = async (most: number, started: number): Promise<boolean> => {
    let end = Date.now() + patience;
    for (;;) {
      progress(started);
      const left = await waiting(line);
      if (left.length < line.length) end = Date.now() + patience;
      line = left;
      if (left.length <= most) return true;
      if (Date.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, between));
    }
  };
  for (let from = 0; from < subjects.length; from += chunk) {
    const some = subjects.slice(from, from + chunk);
    await start(some);
    line = [...line, ...some];
    const started = Math.min(from + chunk, subjects.length);
    if (subjects.length <= chunk) progress(started);
    else if (!(await until(mostWaiting, started))) return;
  }
  if (subjects.length > chunk) await until(0, subjects.length);
}
