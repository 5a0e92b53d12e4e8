import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '#domain/standing.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { standingRow } from '#store/standing-row.ts';
import { orderBook, stepBook } from '#store/steps/step-book.ts';
import { otukStep } from '../support/rows.ts';
import { aRun, onBothDatabases } from './store-house.ts';

const at = Date.parse('2026-09-01T08:00:00Z');

await onBothDatabases('the step book', (db) => {
  let caseId: string;
  let subject: string;
  let file: CaseFile;
  beforeEach(async () => {
    const runId = await aRun(db());
    caseId = randomUUID();
    subject = `youth/${caseId}`;
    const given = { runId, transfer: 'OSON', track: 'oson', unitId: null, caseworkerId: null, deadlines: {} } as const;
    file = newCase({ caseId, ...given });
    const person = {
      person_id: caseId,
      name: 'Ada Prøve',
      sort_name: '',
      search_name: '',
      protection: 'none',
      record: '{}',
    };
    await db().insertInto('person').values(person).execute();
    await db()
      .insertInto('youth_case')
      .values({
        case_id: caseId,
        run_id: runId,
        person_id: caseId,
        track: 'oson',
        return_state: 'none',
        attempts: 0,
        on_list: true,
      })
      .execute();
    await db()
      .insertInto('standing')
      .values(standingRow('youth', subject, runId, file))
      .execute();
  });

  const step = (sequence: number, change: Partial<Step> = {}): Step =>
    otukStep(subject, file, sequence, at, { nextDeadline: at + 1000, ...change });
  const order = (key: string) => ({ key, name: 'sendLetter', params: { caseId }, at });
  const rowsOf = async () => ({
    standing: await db().selectFrom('standing').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow(),
    youth: await db().selectFrom('youth_case').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow(),
    journal: await db().selectFrom('journal').selectAll().where('subject', '=', subject).orderBy('sequence').execute(),
    orders: await db().selectFrom('orders').selectAll().where('subject', '=', subject).execute(),
  });

  it('writes journal, current row, projection and orders together', async () => {
    expect(await stepBook(db()).write(step(1, { orders: [order(`${subject}/1/0`)] }))).toEqual({ outcome: 'written' });

    const { standing, youth, journal, orders } = await rowsOf();
    expect(standing).toMatchObject({ sequence: 1, next_deadline: at + 1000 });
    expect(youth).toMatchObject({ status_code: 'OTUK', main_group: 1, status_on: '2026-09-01' });
    expect(journal).toMatchObject([
      { sequence: 1, event_type: 'status.set', by_staff: 'staff-1', recorded_at: at + 1 },
    ]);
    expect(orders).toMatchObject([{ order_key: `${subject}/1/0`, state: 'open' }]);
  });

  it('takes the same step twice as one', async () => {
    await stepBook(db()).write(step(1));

    expect(await stepBook(db()).write(step(1))).toMatchObject({ outcome: 'repeat', sequence: 1 });
    expect((await rowsOf()).journal).toHaveLength(1);
  });

  it('takes the same command twice as one, whatever its number', async () => {
    await stepBook(db()).write(step(1, { commandId: 'wish-1' }));
    await stepBook(db()).write(step(2));

    expect(await stepBook(db()).write(step(3, { commandId: 'wish-1' }))).toMatchObject({
      outcome: 'repeat',
      sequence: 1,
    });
    expect((await rowsOf()).journal).toHaveLength(2);
  });

  it('tells one that is behind where the row stands, with what is not settled', async () => {
    await stepBook(db()).write(step(1, { orders: [order(`${subject}/1/0`)] }));

    const answer = await stepBook(db()).write(step(1, { commandId: 'other' }));

    expect(answer).toMatchObject({
      outcome: 'overtaken',
      there: { standing: { sequence: 1 }, orders: [{ key: `${subject}/1/0`, name: 'sendLetter' }] },
    });
  });

  it('lets exactly one of many writers have a number', async () => {
    const wishes = Array.from({ length: 8 }, (_, n) => step(1, { commandId: `wish-${n}` }));

    const answers = await Promise.all(wishes.map((wish) => stepBook(db()).write(wish)));

    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(7).fill('overtaken'), 'written']);
    expect((await rowsOf()).journal).toHaveLength(1);
  });

  it('leaves nothing of a step that cannot be written whole', async () => {
    const doubled = [order(`${subject}/1/0`), order(`${subject}/1/0`)];

    await expect(stepBook(db()).write(step(1, { orders: doubled }))).rejects.toThrow();

    const { standing, youth, journal, orders } = await rowsOf();
    expect([standing.sequence, youth.status_code, journal, orders]).toEqual([0, null, [], []]);
  });

  it('refuses a step on a subject that was never written', async () => {
    await expect(stepBook(db()).write(step(1, { subject: `youth/${randomUUID()}` }))).rejects.toThrow('no row for');
  });

  it('takes a subject up from its rows, and knows nothing of one that has none', async () => {
    expect(await stepBook(db()).reopen(subject)).toMatchObject({
      standing: { sequence: 0, snapshot: null },
      orders: [],
    });
    await stepBook(db()).write(step(1));
    expect(await stepBook(db()).reopen(subject)).toMatchObject({
      standing: { sequence: 1, snapshot: { context: { caseId, status: 'OTUK' } }, ruleVersion: 1 },
    });
    expect(await stepBook(db()).reopen('youth/none')).toBeUndefined();
  });

  describe('orders', () => {
    const key = () => `${subject}/1/0`;
    beforeEach(async () => {
      await stepBook(db()).write(step(1, { orders: [order(key())] }));
    });

    it('are open, then done with an answer, then settled', async () => {
      const book = orderBook(db());
      expect(await book.look(key())).toEqual({ state: 'open', answer: null });
      await book.finish(key(), { type: 'letter.sent' });
      expect(await book.look(key())).toEqual({ state: 'done', answer: { type: 'letter.sent' } });
      await book.settle(key());
      expect(await book.look(key())).toMatchObject({ state: 'settled' });
    });

    it('keep their first answer', async () => {
      const book = orderBook(db());
      await book.finish(key(), { n: 1 });
      await book.finish(key(), { n: 2 });

      expect(await book.look(key())).toEqual({ state: 'done', answer: { n: 1 } });
    });

    it('with nothing to hear are settled at once, and gone from what a reopening finds', async () => {
      await orderBook(db()).finish(key(), null);

      expect((await stepBook(db()).reopen(subject))?.orders).toEqual([]);
    });

    it('are settled by the step that answers them', async () => {
      await orderBook(db()).finish(key(), { type: 'letter.sent' });
      await stepBook(db()).write(step(2, { settles: key(), commandId: key() }));

      expect(await orderBook(db()).look(key())).toMatchObject({ state: 'settled' });
    });

    it('nobody gave are not there', async () => {
      expect(await orderBook(db()).look('none')).toBeUndefined();
    });
  });
});
