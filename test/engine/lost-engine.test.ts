import { randomUUID } from 'node:crypto';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningHouse } from '#runtime/embedded.ts';
import {
  caseIds,
  demoIn,
  processOwner,
  registerContact,
  removeHome,
  startHome,
  systemOwner,
  temporaryHome,
  until,
} from '../support/embedded-county.ts';

const homes: string[] = [];
const running: RunningHouse[] = [];
const open = async (home: string) => {
  const house = await startHome(home);
  running.push(house);
  return house;
};
const close = async (house: RunningHouse) => {
  running.splice(running.indexOf(house), 1);
  await house.stop();
};
afterEach(async () => {
  for (const house of running.splice(0)) await house.stop();
  for (const home of homes.splice(0)) await removeHome(home);
});
const newHome = async () => {
  const home = await temporaryHome();
  homes.push(home);
  return home;
};
const engineFiles = async (home: string) => (await readdir(home)).filter((name) => name.startsWith('temporal.sqlite'));
const commandsOf = async ({ house }: RunningHouse) =>
  house.db.selectFrom('journal').select(['subject', 'command_id']).where('command_id', 'is not', null).execute();
const allOpened = (house: RunningHouse) => async () =>
  (
    await house.house.db
      .selectFrom('standing')
      .select('subject')
      .where('kind', '<>', 'task')
      .where('engine', 'is', null)
      .execute()
  ).length === 0;

describe('an engine whose file is lost', () => {
  it('goes on from the rows: commands are taken, every case is where its row stands, and open orders get done', async () => {
    const home = await newHome();
    const before = await open(home);
    const { runId } = await demoIn(before, home);
    const cases = await caseIds(before);
    for (const caseId of cases.slice(0, 5)) await registerContact(before, caseId);
    const task = await before.house.db
      .selectFrom('task')
      .select(['task_id'])
      .where('state', '=', 'ready')
      .executeTakeFirstOrThrow();
    await before.house.desk.tasks.complete(processOwner, { commandId: randomUUID(), runId, taskId: task.task_id });
    const stood = await before.house.db
      .selectFrom('standing')
      .select(['subject', 'sequence'])
      .where('kind', '=', 'youth')
      .orderBy('subject')
      .execute();
    await close(before);
    for (const name of await engineFiles(home)) await rm(join(home, name));

    const after = await open(home);
    // An order that was recorded, and whose engine was lost before it was carried out.
    const key = `year/${runId}/0/lost`;
    await after.house.db
      .insertInto('orders')
      .values({
        order_key: key,
        subject: `year/${runId}`,
        name: 'freezeCounters',
        params: JSON.stringify({ runId, phaseId: 'transfer', side: 'before' }),
        ordered_at: Date.now() - 60_000,
        state: 'open',
        answer: null,
      })
      .execute();
    const answers = [];
    for (const caseId of cases.slice(0, 8)) answers.push(await registerContact(after, caseId));
    const reopened = await after.house.desk.tasks.reopen(processOwner, {
      commandId: randomUUID(),
      runId,
      taskId: task.task_id,
    });

    expect(answers.map((answer) => answer.ok && answer.value.sequence)).toEqual([2, 2, 2, 2, 2, 1, 1, 1]);
    expect(reopened.ok).toBe(true);
    await until(
      'the open order is settled',
      async () =>
        (await after.house.db.selectFrom('orders').select('state').where('order_key', '=', key).executeTakeFirst())
          ?.state === 'settled',
      120_000,
    );
    await until('every case is open again', allOpened(after));
    const untouched = stood.filter(({ subject }) => !cases.slice(0, 8).some((id) => subject.endsWith(id)));
    for (const { subject, sequence } of untouched) {
      const row = await after.house.db
        .selectFrom('standing')
        .select('sequence')
        .where('subject', '=', subject)
        .executeTakeFirst();
      expect(row?.sequence, subject).toBe(sequence);
    }
  }, 400_000);
});

describe('an older file of the engine, put back', () => {
  it('drops and doubles no accepted command', async () => {
    const home = await newHome();
    const before = await open(home);
    await demoIn(before, home);
    const cases = await caseIds(before);
    for (const caseId of cases.slice(0, 6)) await registerContact(before, caseId);
    await close(before);
    const files = await engineFiles(home);
    for (const name of files) await copyFile(join(home, name), join(home, `older-${name}`));

    const between = await open(home);
    const accepted = [];
    for (const caseId of cases.slice(0, 10)) {
      const commandId = randomUUID();
      await registerContact(between, caseId, commandId);
      accepted.push({ subject: `youth/${caseId}`, command_id: commandId });
    }
    await close(between);
    for (const name of await engineFiles(home)) await rm(join(home, name));
    for (const name of files) await copyFile(join(home, `older-${name}`), join(home, name));

    const after = await open(home);
    const again = accepted[0];
    if (!again) throw new Error('nothing was accepted');
    const repeated = await registerContact(after, again.subject.slice('youth/'.length), again.command_id);
    for (const caseId of cases.slice(0, 10)) {
      const answer = await registerContact(after, caseId);
      expect(answer.ok).toBe(true);
    }

    expect(repeated.ok && repeated.value.sequence).toBe(2);
    const kept = (await commandsOf(after)).filter(({ subject }) => subject.startsWith('youth/'));
    for (const one of accepted) expect(kept.filter(({ command_id }) => command_id === one.command_id)).toHaveLength(1);
    const perCase = await after.house.db
      .selectFrom('standing')
      .select(['subject', 'sequence'])
      .where('kind', '=', 'youth')
      .execute();
    for (const { subject, sequence } of perCase) {
      const numbers = await after.house.db
        .selectFrom('journal')
        .select('sequence')
        .where('subject', '=', subject)
        .orderBy('sequence')
        .execute();
      expect(numbers.map((row) => row.sequence)).toEqual(Array.from({ length: sequence + 1 }, (_, index) => index));
    }
    const contacts = await after.house.desk.youths.decide(systemOwner, {
      commandId: '',
      caseId: cases[0] ?? '',
      to: 'OTOV',
    });
    expect(contacts.ok && contacts.value.verdict).not.toBe('refused');
  }, 400_000);
});
