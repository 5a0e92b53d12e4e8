import { expect, it } from 'vitest';
import { manyHands } from '#letters/hands.ts';
import { letterPress } from '#letters/press.ts';
import { builtHand } from '#test/support/letter-hand.ts';
import { aJob, facts } from './jobs.ts';

const name = { first: '测试', last: 'Testdal' };
const jobs = Array.from({ length: 12 }, (_, index) =>
  aJob({ key: `letter-${index}`, ...(index === 7 ? { facts: { youth: { ...facts.youth, name } } } : {}) }),
);

it('two hands give the letters that one gives, in the order asked for, also when asked twice at once', async () => {
  const press = manyHands(await builtHand(), 2);

  const [first, second] = await Promise.all([press.press(jobs), press.press(jobs.slice(3, 5))]);

  const alone = await letterPress().press(jobs);
  expect(first.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual(
    alone.map(({ key, outcome }) => `${key} ${outcome}`),
  );
  expect(first.map(bytes)).toEqual(alone.map(bytes));
  expect(second.map(({ key }) => key)).toEqual(['letter-3', 'letter-4']);
});

it('a hand that dies is told, and the next letters get a new one', async () => {
  const broken = manyHands('/nowhere/letter-hand.mjs', 1);

  await expect(broken.press(jobs.slice(0, 1))).rejects.toThrow('a hand of the press died');
  await expect(broken.press(jobs.slice(0, 1))).rejects.toThrow('a hand of the press died');
});

const bytes = (made: Awaited<ReturnType<ReturnType<typeof letterPress>['press']>>[number]) =>
  made.outcome === 'pressed' ? Buffer.from(made.pdf).toString('base64') : made.key;
