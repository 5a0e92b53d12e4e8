import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Step } from '#domain/standing.ts';
import { engineMarks } from '#store/engine-marks.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { unopenedBook } from '#store/steps/unopened.ts';
import { otukStep, writeYouth } from '../support/rows.ts';
import { aRun, onBothDatabases } from './store-house.ts';

const at = Date.parse('2026-09-01T08:00:00Z');
const engine = 'this-one';

await onBothDatabases('subjects that the engine has not opened', (db) => {
  let subject: string;
  beforeEach(async () => {
    subject = await writeYouth(db(), await aRun(db()), randomUUID(), { choice: at + 1000 });
  });
  const book = (by = engine) => unopenedBook(db(), by);
  const standingNow = async () => (await stepBook(db()).reopenMany([subject]))[0];
  const isOpen = async () => (await engineMarks(db()).unopenedAmong(engine, [subject])).length === 0;
  const step = async (sequence: number, change: Partial<Step> = {}): Promise<Step> =>
    otukStep(subject, (await standingNow())?.standing.input ?? {}, sequence, at, {
      nextDeadline: at + 2000,
      ...change,
    });
  const numbers = async () => {
    const lines = db().selectFrom('journal').select('sequence').where('subject', '=', subject);
    return (await lines.orderBy('sequence').execute()).map(({ sequence }) => sequence);
  };

  it('are found with where they stand and what they wait for, until it has', async () => {
    expect(await book().find(subject)).toMatchObject({ standing: { sequence: 0 }, nextDeadline: at + 1000 });
    await book('another').claim(subject, 0);
    expect(await book().find(subject)).toMatchObject({ standing: { sequence: 0 } });
    await book().claim(subject, 0);
    expect(await book().find(subject)).toBeUndefined();
    expect(await book().find('youth/none')).toBeUndefined();
  });

  it('take a step on their rows, journal and all', async () => {
    expect(await book().write(await step(1))).toBe(true);

    expect(await numbers()).toEqual([1]);
    expect(await book().find(subject)).toMatchObject({ standing: { sequence: 1 }, nextDeadline: at + 2000 });
    const row = db().selectFrom('youth_case').select('status_code').where('case_id', '=', subject.slice(6));
    expect(await row.executeTakeFirst()).toEqual({ status_code: 'OTUK' });
  });

  it('take none where the engine was there first, where it is not the next, or where the wish was granted', async () => {
    expect(await book().write(await step(1, { commandId: 'wish' }))).toBe(true);
    expect(await book().write(await step(1))).toBe(false);
    expect(await book().write(await step(3))).toBe(false);
    expect(await book().write(await step(2, { commandId: 'wish' }))).toBe(false);
    await book().claim(subject, 1);
    expect(await book().write(await step(2))).toBe(false);

    expect(await numbers()).toEqual([1]);
    expect((await standingNow())?.standing.sequence).toBe(1);
  });

  it('let exactly one of many have a number', async () => {
    const wishes = await Promise.all(Array.from({ length: 6 }, (_, n) => step(1, { commandId: `wish-${n}` })));

    const written = await Promise.all(wishes.map((wish) => book().write(wish)));

    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await numbers()).toEqual([1]);
  });

  it('are claimed by a workflow that knows where they stand, and by none that is behind', async () => {
    await book().write(await step(1));

    expect([await book().claim(subject, 0), await isOpen()]).toEqual([false, false]);
    expect([await book().claim(subject, 1), await isOpen()]).toEqual([true, true]);
    // Claimed once, it stays so, though the workflow has gone on meanwhile.
    expect(await book().claim(subject, 0)).toBe(true);
    expect(await book().claim('youth/none', 0)).toBe(false);
  });

  it('are not opened by whoever starts their workflows, as others are', async () => {
    await engineMarks(db()).opened(engine, [subject]);

    expect(await isOpen()).toBe(false);
  });
});
