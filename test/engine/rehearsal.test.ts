import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveWorkflows } from '#adapters/temporal/rehearsal-clock.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { Database } from '#store/open.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { engineForTests } from '../support/engine.ts';

let db: Database;
let house: Awaited<ReturnType<typeof engineForTests>>;
const caseId = randomUUID();
const subject = `youth/${caseId}`;
const day = 86_400_000;
const start = Date.now();

beforeAll(async () => {
  db = await memoryDatabase();
  house = await engineForTests(db, {});
  const input = newCase({
    caseId,
    runId: 'r',
    transfer: 'OSON',
    track: 'OSON',
    unitId: null,
    caseworkerId: null,
    deadlines: { choice: start + 10 * day },
  });
  await db
    .insertInto('standing')
    .values({
      subject,
      kind: 'youth',
      run_id: 'r',
      sequence: 0,
      input: JSON.stringify(input),
      snapshot: null,
      rule_version: 1,
      next_deadline: null,
      engine: null,
      clock_ahead: 0,
    })
    .execute();
});
afterAll(async () => {
  await house?.stop();
  await db?.destroy();
});
const until = async (ready: () => Promise<boolean>) => {
  const end = Date.now() + 20_000;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error('waited 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a rehearsal on the real server', () => {
  it('takes one workflow past its deadline by moving its clock alone, again and again', async () => {
    await house.engine.openMany([subject]);
    const journalLength = async () => (await db.selectFrom('journal').select('sequence').execute()).length;

    await moveWorkflows(house.client, [subject], start + 5 * day);
    await moveWorkflows(house.client, [subject], start + 9 * day);
    const before = await journalLength();
    await moveWorkflows(house.client, [subject], start + 12 * day);
    await until(async () => (await journalLength()) > 0);

    expect(before).toBe(0);
    const journal = await db
      .selectFrom('journal')
      .select(['event_type', 'recorded_at'])
      .where('subject', '=', subject)
      .execute();
    expect(journal).toEqual([{ event_type: 'deadline.passed', recorded_at: start + 10 * day }]);
  });
});
