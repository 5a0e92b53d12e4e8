import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startInPace } from '#adapters/temporal/in-pace.ts';

const many = Array.from({ length: 200 }, (_, index) => `youth/${index}`);

/** Workers that take so many first tasks between two looks. */
function county(perLook: number) {
  const line: string[] = [];
  let longest = 0;
  const started: string[] = [];
  return {
    started,
    longest: () => longest,
    start: async (some: readonly string[]) => {
      started.push(...some);
      line.push(...some);
      longest = Math.max(longest, line.length);
    },
    waiting: async (some: readonly string[]) => {
      line.splice(0, perLook);
      return some.filter((one) => line.includes(one));
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const over = async (starting: Promise<void>) => {
  let isOver = false;
  void starting.finally(() => {
    isOver = true;
  });
  while (!isOver) await vi.advanceTimersByTimeAsync(50);
};

it('starts all, no faster than the workers take them, and waits for the last', async () => {
  const slow = county(3);
  const seen: number[] = [];

  await over(startInPace(slow, many, (done) => seen.push(done)));

  expect(slow.started).toEqual(many);
  expect(slow.longest()).toBeLessThanOrEqual(40);
  expect(seen.at(-1)).toBe(200);
  expect(await slow.waiting(many)).toEqual([]);
});

it('does not wait for ever where no worker is', async () => {
  const nobody = county(0);
  const began = Date.now();

  await over(startInPace(nobody, many));

  expect(nobody.started.length).toBeLessThan(50);
  expect(Date.now() - began).toBeLessThan(31_000);
});

it('ends when whoever is told of it wants no more', async () => {
  const nobody = county(0);
  const starting = startInPace(nobody, many, () => {
    throw new Error('the worker stops');
  });

  await expect(starting).rejects.toThrow('the worker stops');
  expect(nobody.started).toHaveLength(16);
});

it('waits for nothing where there are only a few', async () => {
  const nobody = county(0);

  await startInPace(nobody, many.slice(0, 3));

  expect(nobody.started).toHaveLength(3);
});
