const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has `stop` run once on Ctrl-C, on a polite request to end and when the terminal goes away. The exit code is the
 * conventional one (128 + the signal's number); a second signal ends the process at once. Gives back whether it has been asked to stop.
 */
export function stopOnSignals(stop: () => Promise<void>): () => boolean {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  let isStopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) process.exit(128 + numbers[signal]);
      isStopping = true;
      stop().then(
        () => process.exit(128 + numbers[signal]),
        () => process.exit(1),
      );
    });
  }
  return () => isStopping;
}
