import { afterEach, expect, it } from 'vitest';
import type { RunningHouse } from '#runtime/embedded.ts';
import {
  caseIds,
  demoIn,
  registerContact,
  removeHome,
  startHome,
  temporaryHome,
  until,
} from '../support/embedded-county.ts';

const homes: string[] = [];
const running: RunningHouse[] = [];
afterEach(async () => {
  for (const house of running.splice(0)) await house.stop();
  for (const home of homes.splice(0)) await removeHome(home);
});

const unopened = async ({ house }: RunningHouse) => {
  const rows = house.db
    .selectFrom('standing')
    .select('subject')
    .where('kind', '=', 'youth')
    .where('engine', 'is', null);
  return (await rows.execute()).map(({ subject }) => subject);
};

it('a list whose workflows are being opened can be worked on, and a stop in the middle neither waits for them nor loses any', async () => {
  const home = await temporaryHome();
  homes.push(home);
  const first = await startHome(home);
  await demoIn(first, home, 1500);
  await until('the list is applied', async () => (await unopened(first)).length > 100, 120_000);
  const worked = (await unopened(first)).slice(-10).map((subject) => subject.slice('youth/'.length));

  const answers = [];
  for (const caseId of worked) answers.push(await registerContact(first, caseId));
  const left = await unopened(first);
  const began = Date.now();
  await first.stop();
  const took = Date.now() - began;

  expect(answers.map((answer) => answer.ok && answer.value.sequence)).toEqual(Array(10).fill(1));
  expect(left.length).toBeGreaterThan(0);
  // A worker that is waited for in vain is ended by force after six seconds.
  expect(took).toBeLessThan(5_500);

  const second = await startHome(home);
  running.push(second);
  await until('all run', async () => (await unopened(second)).length === 0, 240_000);
  const again = [];
  for (const caseId of worked) again.push(await registerContact(second, caseId));
  expect(again.map((answer) => answer.ok && answer.value.sequence)).toEqual(Array(10).fill(2));
  expect((await caseIds(second)).length).toBeGreaterThan(400);
}, 400_000);
