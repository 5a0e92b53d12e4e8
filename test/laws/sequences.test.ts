import { expect, it } from 'vitest';
import { runSequences } from './sequences.ts';

/** CI's share; `bench/laws.ts` runs the whole million. */
const share = 1_200;

it('nobody leaves OTUK without evidence or is declined by silence, and no code stands that was not valid on its day', () => {
  const seed = Date.now() % 1_000_000_000;

  const run = runSequences(seed, share);

  expect(run.broken, `seed ${seed}`).toEqual([]);
  // The laws were really put to the test, in every version of the list.
  expect(run.leftUnknown).toBeGreaterThan(share / 50);
  expect(run.declined).toBeGreaterThan(0);
  expect(Object.keys(run.byVersion).sort()).toEqual(
    expect.arrayContaining(['2011-09', '2015-01', '2016-07', '2021-04']),
  );
});

it('a seed tells the same story each time', () => {
  expect(runSequences(7, 50)).toEqual(runSequences(7, 50));
});
