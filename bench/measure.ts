import { cpus, totalmem } from 'node:os';

/** The value below which that share of the sorted list lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const spread = (values: readonly number[]) => ({
  n: values.length,
  min: round(Math.min(...values)),
  p50: round(quantile(values, 0.5)),
  p95: round(quantile(values, 0.95)),
  max: round(Math.max(...values)),
});

export const round = (value: number): number => Math.round(value * 100) / 100;

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Does something for 0 … n−1, so many at a time, each with a rest of so many ms after it; gives the milliseconds each took without the rest. */
export async function inTheAir(
  n: number,
  atOnce: number,
  act: (index: number) => Promise<unknown>,
  rest = 0,
): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let index = next++; index < n; index = next++) {
        took.push(await timed(() => act(index)));
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      }
    }),
  );
  return took;
}

type Times<Acts extends readonly unknown[]> = { readonly [K in keyof Acts]: number[] };

/** Does each of some acts for 0 … n−1, one after the other, so that whatever the machine does meets them all; gives the milliseconds of each. */
export async function turnAbout<const Acts extends readonly ((index: number) => Promise<unknown>)[]>(
  n: number,
  rest: number,
  acts: Acts,
): Promise<Times<Acts>> {
  const took = acts.map((): number[] => []);
  for (let index = 0; index < n; index++)
    for (let turn = 0; turn < acts.length; turn++) {
      // Each time another goes first: what one leaves the server to do is not always in the same one.
      const which = (index + turn) % acts.length;
      took[which]?.push(await timed(async () => acts[which]?.(index)));
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    }
  // `as`: one list for each act.
  return took as unknown as Times<Acts>;
}

export const machine = () => ({
  node: process.version,
  cores: cpus().length,
  cpu: cpus()[0]?.model,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
});

/** One result, one line. */
export const report = (name: string, facts: object): void => {
  process.stdout.write(`${JSON.stringify({ bench: name, ...facts })}\n`);
};
