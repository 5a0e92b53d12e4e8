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
