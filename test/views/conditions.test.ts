import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { conditions as allConditions, type Condition } from '#domain/plan/condition.ts';
import { conditions } from '#store/conditions/conditions.ts';
import { leftOf } from '#store/conditions/left.ts';
import { lookAtLetters } from '#store/conditions/letter-looks.ts';
import { messageFacts } from '#store/letters/facts.ts';
import type { Database } from '#store/open.ts';
import { nameOfCounted } from '#views/counted-list.ts';
import { databases, freshDatabase, openedBy, run, today, viewsOn } from './asked.ts';
import { type AYouth, actor, at, indexOf, staff, startRun, writeCounty, writeYouths } from './county.ts';

const knowledge = async () => ({ placeOf: () => 'Levanger', hasReturned: () => false });
const home = { lines: ['Storgata 1'], postcode: '7600', place: 'Levanger' };
const name = (last: string) => ({ first: 'Kim', last });
const north = { unit: 'north', caseworker: 'adviser-north' } as const;

/** Each youth with the conditions it stands in the way of. */
const cast: readonly (readonly [AYouth, ...Condition[]])[] = [
  [{ id: 'new', name: name('Aas'), ...north }, 'no-youth-without-choice', 'no-transfer-code-uncoded'],
  [{ id: 'nobodys', name: name('Bø'), transfer: 'OSVE' }, 'no-youth-without-choice', 'no-transfer-code-uncoded'],
  [
    { id: 'hidden', name: name('Ca'), ...north, caseworker: null, protection: 'fortrolig' as never },
    'no-youth-without-choice',
    'no-transfer-code-uncoded',
  ],
  [
    { id: 'letter', name: name('Da'), ...north, choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'every-letter-handed-over',
  ],
  [
    { id: 'no-address', name: name('Ek'), choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'no-address-fault',
    'every-letter-handed-over',
  ],
  [
    { id: 'no-place', name: name('Es'), choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'no-address-fault',
    'every-letter-handed-over',
  ],
  [
    { id: 'other-place', name: name('Es'), choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'no-address-fault',
    'every-letter-handed-over',
  ],
  // The youth's own letter would arrive, the copy would not.
  [
    { id: 'parent-nowhere', name: name('Es'), choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'no-address-fault',
    'every-letter-handed-over',
  ],
  // By hand, whoever does it: no fault of an address.
  [
    { id: 'abroad', name: name('Es'), choice: 'standard-letter' },
    'no-transfer-code-uncoded',
    'every-letter-handed-over',
  ],
  [
    { id: 'secret', name: name('Et'), choice: 'standard-letter', protection: 'fortrolig' as never },
    'no-transfer-code-uncoded',
  ],
  [
    { id: 'posted', name: name('Fa'), choice: 'standard-letter', reachedBy: ['letter'] },
    'no-transfer-code-uncoded',
    'every-letter-coded',
  ],
  [
    { id: 'coded', name: name('Ga'), code: 'OTUK', choice: 'standard-letter', reachedBy: ['letter'] },
    'no-missing-mobile-unnoted',
    'no-card-uncalled',
  ],
  [
    { id: 'own', name: name('Ha'), ...north, choice: 'own-contact' },
    'no-own-contact-without-status',
    'no-transfer-code-uncoded',
  ],
  [{ id: 'back', name: name('Ia'), choice: 'return' }, 'every-return-sent', 'no-transfer-code-uncoded'],
  [{ id: 'queued', name: name('Ja'), code: 'Feil', choice: 'return' }, 'every-return-sent'],
  [{ id: 'gone', name: name('Ka'), onList: false }],
];
const condition = 'no-address-fault';
/** Those that are not about youths of this year's register have lists of their own: `task-places.test.ts`. */
const elsewhere: readonly Condition[] = ['transfer-list-applied', 'no-stale-case-in-own-list'];
const asked = allConditions.filter((one) => !elsewhere.includes(one));

describe.each(databases)('what the register answers, on %s', (kind) => {
  let db: Database | undefined;
  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(
      db,
      cast.map(([youth]) => youth),
    );
    const address = (id: string, record: object) =>
      db
        ?.updateTable('person')
        .set({ record: JSON.stringify(record) })
        .where('person_id', '=', `p-${id}`)
        .execute();
    await address('no-address', { name: name('Ek'), address: { lines: [] } });
    await address('no-place', {
      name: name('Es'),
      address: { lines: ['Storgata 1'], postcode: '9999', place: 'Ukjent' },
    });
    await address('other-place', { name: name('Es'), address: { ...home, place: 'Stjørdal' } });
    await address('parent-nowhere', {
      name: name('Es'),
      address: home,
      guardians: [{ name: name('Es'), hasParentalResponsibility: true }],
    });
    await address('abroad', { name: name('Es'), address: { lines: ['Gatan 1'], country: 'Sverige' } });
    await lookAtLetters(db, knowledge, { runId: run, today });
    await db.updateTable('youth_case').set({ return_state: 'queued' }).where('case_id', '=', 'queued').execute();
  });
  afterAll(() => db?.destroy());
  const seen = (sentence: string, does: (db: Database) => Promise<void>) =>
    test(sentence, async (context) => (db ? does(db) : context.skip()));

  seen('each youth stands in the way of what is not done for them, and of nothing else', async (tables) => {
    const views = viewsOn(tables);
    for (const condition of asked) {
      const wanted = cast.flatMap(([youth, ...in_]) => (in_.includes(condition) ? [youth.id] : [])).sort();
      const filter = { frozen: nameOfCounted({ kind: 'left', condition, track: null }) };
      expect([condition, [...(await openedBy(views, actor('owner'), filter)).ids].sort()]).toEqual([condition, wanted]);
    }
  });

  seen('a number is the length of its list for whoever asks, and the rest is told as hidden', async (tables) => {
    const views = viewsOn(tables);
    for (const { id } of staff) {
      const { groups } = await views.tasks(actor(id), run, 'all', day('2026-10-01'));
      for (const { taskId, list } of groups.flatMap(({ rows }) => rows)) {
        if (list?.place.page !== 'youths') continue;
        const { filter } = list.place;
        const behind = await views.caseIdsFor(actor(id), run, filter, undefined, today);
        const whole = await views.caseIdsFor(actor('owner'), run, filter, undefined, today);
        expect([id, taskId, list.count, list.hidden]).toEqual([
          id,
          taskId,
          behind.length,
          whole.length - behind.length,
        ]);
      }
    }
  });

  seen(
    'what the address check calls a fault of an address is what the task counts, and nothing else',
    async (tables) => {
      const facts = messageFacts(tables, { blindIndex: indexOf }, [{ code: '7600', place: 'Levanger' }]);
      const { check } = viewsOn(tables, at('2026-09-10'), { messageFacts: facts }).letters;
      const { faults } = await check(actor('owner'), run, today, undefined);
      const wrong = new Set<string>(faults.filter(({ why }) => why === 'address').map(({ caseId }) => caseId));

      expect([...wrong].sort()).toEqual(
        cast.flatMap(([{ id }, ...in_]) => (in_.includes(condition) ? [id] : [])).sort(),
      );
    },
  );

  seen('an address that is mended is looked at again, and a copy that is not due has no fault', async (tables) => {
    const left = async (on = today) => {
      await lookAtLetters(tables, knowledge, { runId: run, today: on });
      const filter = { frozen: nameOfCounted({ kind: 'left', condition, track: null }) };
      return (await openedBy(viewsOn(tables), actor('owner'), filter)).ids;
    };
    const write = (record: object) =>
      tables
        .updateTable('person')
        .set({ record: JSON.stringify(record) })
        .where('person_id', '=', 'p-other-place')
        .execute();

    await write({ name: name('Es'), address: home });
    expect(await left()).not.toContain('other-place');
    await write({ name: name('Es'), address: { ...home, place: 'Stjørdal' } });
    expect(await left()).toContain('other-place');
    expect(await left(day('2027-03-02'))).not.toContain('parent-nowhere');
    expect(await left()).toContain('parent-nowhere');
  });

  seen('a list that was not applied is what is left of fetching it', async (tables) => {
    const fetched = () => leftOf(tables, { runId: run, today }, ['transfer-list-applied']);
    expect((await fetched()).map(({ track }) => track).sort()).toEqual(['early-leavers', 'oson', 'others']);
    await tables.updateTable('youth_case').set({ intake_id: 'in' }).where('track', '=', 'oson').execute();
    expect((await fetched()).map(({ track }) => track).sort()).toEqual(['early-leavers', 'others']);
  });

  seen('tasks turn as the register says, and each turn has a number of its own', async (tables) => {
    const book = conditions(tables, { knowledge });
    const state = (ids: readonly string[], set: { state: string; done_by?: string }) =>
      tables
        .updateTable('task')
        .set(set)
        .where('task_id', 'in', [...ids])
        .execute();
    const choose = ['adviser-north', 'adviser-south'].map((id) => `transfer.choose-oson@staff:${id}`);
    await state(choose, { state: 'ready' });
    const turns = async (on: string) =>
      (await book.turned(run, day(on)))
        .filter(({ taskId }) => taskId.startsWith('transfer.'))
        .map(({ taskId, commandId, count }) => `${taskId} ${commandId} ${count}`);

    expect(await turns('2026-08-20')).toEqual(['transfer.fetch-oson condition.met/transfer.fetch-oson/0 0']);
    await state(['transfer.fetch-oson'], { state: 'done', done_by: 'owner' });
    expect(await turns('2026-08-24')).toEqual([`${choose[1]} condition.met/${choose[1]}/0 0`]);
    await state(choose, { state: 'done' });
    expect(await turns('2026-08-24')).toEqual([`${choose[0]} condition.broken/${choose[0]}/0 1`]);
    expect((await book.news()).runs).toEqual(['run']);
  });
});
