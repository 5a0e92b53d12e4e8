import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySeeYouth } from '#domain/access/may.ts';
import { day } from '#domain/calendar/day.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { Database } from '#store/open.ts';
import { type YouthFilter, youthLists, youthSorts } from '#views/answers/youths.ts';
import { aCase, aNote, databases, freshDatabase, openedBy, run, today, viewsOn } from './asked.ts';
import { type AYouth, actor, journalRow, staff, startRun, writeCounty, writeYouths } from './county.ts';

const people: readonly AYouth[] = [
  { id: 'y-aase', name: { first: 'Åse', last: 'Ås' }, caseworker: 'adviser-north', mobile: '+4790000001' },
  { id: 'y-bjorn', name: { first: 'Bjørn', middle: 'Ole', last: 'Zachariassen' }, code: 'OTUK', born: '2009-09-10' },
  { id: 'y-aerlig', name: { first: 'Kari', last: 'Ærlig' }, code: 'OTUK', born: '2008-09-10', mobile: '+4790000002' },
  {
    id: 'y-oygard',
    name: { first: 'Per', last: 'Øygard' },
    unit: 'south',
    transfer: 'OESL',
    caseworker: 'adviser-south',
  },
  { id: 'y-aagot', name: { first: 'Aagot', last: 'Aasen' }, unit: 'south', code: 'OTOV', number: '01010950001' },
  { id: 'y-hidden', name: { first: 'Hemmelig', last: 'Berg' }, code: 'OTUK', protection: 'strictly-confidential' },
  {
    id: 'y-own',
    name: { first: 'Egen', last: 'Dal' },
    unit: 'south',
    caseworker: 'adviser-north',
    protection: 'confidential',
    mobile: '+4790000003',
  },
  { id: 'y-gone', name: { first: 'Borte', last: 'Eide' }, onList: false },
  { id: 'y-nowhere', name: { first: 'Uten', last: 'Enhet' }, unit: null, transfer: null, born: null },
  {
    id: 'y-hanne',
    name: { first: 'Anne-Marie', last: 'Våge' },
    unit: 'south',
    transfer: 'OSUT',
    reachedBy: ['letter', 'sms'],
  },
];

describe.each(databases)('youths on %s', (kind) => {
  let db: Database | undefined;
  const ask = () => viewsOn(db as Database);

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await startRun(db, { runId: 'other' });
    await writeYouths(db, people);
    await writeYouths(db, [{ id: 'y-other', name: { first: 'Annet', last: 'År' } }], 'other');
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: () => Promise<void>) =>
    test(name, async (context) => (db ? does() : context.skip()));

  seen('a ready-made number is the length of the list it opens, for every role', async () => {
    for (const { id } of staff) {
      const { ready } = await ask().youths(actor(id), run, {}, undefined, today);
      for (const { list, count } of ready) {
        const behind = await ask().caseIdsFor(actor(id), run, { list }, undefined, today);
        expect({ id, list, count }).toEqual({ id, list, count: behind.length });
        if (id === 'process' || id === 'boss') continue;
        const opened = await openedBy(ask(), actor(id), { list });
        expect({ id, list, count, ids: opened.ids }).toEqual({ id, list, count: opened.total, ids: behind });
      }
    }
  });

  seen('a filter, a sort and a search keep number and list together', async () => {
    const filters: readonly YouthFilter[] = [
      { code: 'OTUK' },
      { unit: unitId('south') },
      { transfer: 'OESL' },
      { caseworker: 'none' },
      { caseworker: staffId('adviser-north') },
      { frozen: 'now.smsSent' },
      { frozen: 'left.no-youth-without-choice.oson' },
      { frozen: 'nonsense' },
      { list: 'transfer-code', unit: unitId('north') },
      ...youthSorts.map((sort) => ({ sort })),
    ];
    for (const filter of filters)
      for (const id of ['owner', 'adviser-north', 'super']) {
        const opened = await openedBy(ask(), actor(id), filter);
        expect([filter, id, opened.ids.length]).toEqual([filter, id, opened.total]);
      }
    expect((await openedBy(ask(), actor('owner'), { frozen: 'nonsense' })).total).toBe(0);
    expect((await openedBy(ask(), actor('owner'), { frozen: 'now.smsSent' })).ids).toEqual(['y-hanne']);
  });

  seen('the list in SQL is the list that the access rules give', async () => {
    for (const { id } of staff) {
      const allowed = people
        .filter(({ unit = 'north', caseworker = null, protection = 'none' }) =>
          maySeeYouth(actor(id), { unitId: unit, caseworkerId: caseworker, isProtected: protection !== 'none' }),
        )
        .map((one) => one.id);
      const opened = await openedBy(ask(), actor(id), {});
      expect([id, [...opened.ids].sort()]).toEqual([id, [...allowed].sort()]);
    }
  });

  seen('who sees numbers and no names counts everybody and opens nobody', async () => {
    for (const id of ['boss', 'process']) {
      const answer = await ask().youths(actor(id), run, {}, undefined, today);
      expect([answer.total, answer.rows]).toEqual([people.length, []]);
      expect(answer.mayAssign).toBe(false);
      for (const one of people) expect(await ask().youth(actor(id), run, aCase(one.id), today)).toBeUndefined();
    }
  });

  seen('nobody at all is nobody', async () => {
    const answer = await ask().youths({ staffId: 'x', grants: [] }, run, {}, undefined, today);
    expect([answer.total, answer.rows, answer.ready.map(({ count }) => count)]).toEqual([
      0,
      [],
      answer.ready.map(() => 0),
    ]);
  });

  seen('those hidden from an adviser are counted apart', async () => {
    const answer = await ask().youths(actor('adviser-north'), run, {}, undefined, today);
    expect(answer.rows.map(({ caseId }) => caseId)).not.toContain('y-hidden');
    expect(answer.rows.map(({ caseId }) => caseId)).toContain('y-own');
    expect([answer.total, answer.hidden]).toEqual([5, 1]);
    expect((await ask().youths(actor('adviser-north'), run, { list: 'mine' }, undefined, today)).hidden).toBe(0);
    expect((await ask().youths(actor('owner'), run, {}, undefined, today)).hidden).toBe(0);
    expect((await ask().youths(actor('super'), run, {}, undefined, today)).hidden).toBe(2);
  });

  seen('names are in Norwegian order: z, æ, ø, å, and aa is two letters', async () => {
    expect((await openedBy(ask(), actor('owner'), {})).names).toEqual([
      'Aagot Aasen',
      'Hemmelig Berg',
      'Egen Dal',
      'Borte Eide',
      'Uten Enhet',
      'Anne-Marie Våge',
      'Bjørn Ole Zachariassen',
      'Kari Ærlig',
      'Per Øygard',
      'Åse Ås',
    ]);
  });

  seen('other orders: the youngest, the first unit, the uncoded, the silent come first', async () => {
    const names = async (filter: YouthFilter) => (await openedBy(ask(), actor('owner'), filter)).ids;
    expect((await names({ sort: 'age' })).slice(0, 1)).toEqual(['y-bjorn']);
    expect((await names({ sort: 'age' })).at(-1)).toBe('y-nowhere');
    // Nordvik, Ålvik, and at last the one without a unit.
    expect((await names({ sort: 'unit' })).slice(-5)).toEqual(['y-aagot', 'y-own', 'y-hanne', 'y-oygard', 'y-nowhere']);
    expect((await names({ sort: 'code' })).slice(-1)).toEqual(['y-aerlig']);
  });

  seen('a name is found by its words in any order, folded, with æ, ø and å as letters', async () => {
    const find = async (text: string) => (await openedBy(ask(), actor('owner'), {}, text)).ids;
    expect(await find('ØYGARD per')).toEqual(['y-oygard']);
    expect(await find('Zachariassen, Bjørn')).toEqual(['y-bjorn']);
    expect(await find('ole bjørn')).toEqual(['y-bjorn']);
    expect(await find('bjorn')).toEqual([]);
    expect(await find('ås')).toEqual(['y-aase']);
    expect(await find('marie')).toEqual(['y-hanne']);
    expect(await find('100 %')).toEqual([]);
    expect(await find('_')).toEqual([]);
  });

  seen('a whole national id finds its owner, and only for those who may see', async () => {
    expect((await openedBy(ask(), actor('adviser-south'), {}, '010109 50001')).ids).toEqual(['y-aagot']);
    expect((await openedBy(ask(), actor('adviser-north'), {}, '01010950001')).ids).toEqual([]);
    expect((await openedBy(ask(), actor('owner'), {}, '01010950002')).ids).toEqual([]);
  });

  seen('somebody is a minor until the birthday, also on 29 February', async () => {
    const minors = async (on: string) =>
      (await ask().caseIdsFor(actor('owner'), run, { list: 'otuk-minor' }, undefined, day(on))).length;
    // Bjørn turns 18 on 10 September 2027, Kari on 10 September 2026, the hidden one on 2 March 2027.
    expect([await minors('2026-09-09'), await minors('2026-09-10')]).toEqual([3, 2]);
    expect([await minors('2027-09-09'), await minors('2027-09-10')]).toEqual([1, 0]);
    expect(await minors('2028-02-29')).toBe(0);
  });

  seen('those whom a page names keep their mobile, but for the protected', async () => {
    const rows = (await ask().youths(actor('adviser-north'), run, {}, undefined, today)).rows;
    expect(rows.find(({ caseId }) => caseId === 'y-aase')).toMatchObject({
      name: 'Åse Ås',
      age: 17,
      minor: true,
      unit: 'Nordvik',
      caseworker: 'Ane Dalseth',
      mobile: '+4790000001',
      transfer: 'OSON',
      code: undefined,
    });
    expect(rows.find(({ caseId }) => caseId === 'y-own')).toMatchObject({ protected: true, mobile: undefined });
  });

  seen('a list without anybody says so, and a page past the end is the last one', async () => {
    const none = await ask().youths(actor('owner'), run, { code: 'OTSY' }, undefined, today);
    expect([none.total, none.rows, none.page]).toEqual([0, [], 1]);
    expect((await ask().youths(actor('owner'), run, { page: 99 }, undefined, today)).page).toBe(1);
    expect((await ask().youths(actor('owner'), run, {}, 'ingen heter dette', today)).total).toBe(0);
  });

  seen('a bulk act is about those ticked that one may see, or about the whole list', async () => {
    const ticked = { cases: ['y-aase', 'y-hidden', 'y-other'].map(aCase) };
    expect(await ask().chosen(actor('adviser-north'), run, ticked, today)).toEqual([
      { caseId: 'y-aase', unitId: 'north' },
    ]);
    const filter: YouthFilter = { unit: unitId('south'), list: 'unassigned' };
    const chosen = await ask().chosen(actor('owner'), run, { filter, searched: undefined }, today);
    expect(chosen.map(({ caseId }) => caseId)).toEqual(['y-aagot', 'y-hanne']);
  });

  seen('a list follows the person when the register learns something new', async () => {
    if (!db) return;
    await db
      .updateTable('person')
      .set({ sort_name: 'aa', mobile: '+4790000009' })
      .where('person_id', '=', 'p-y-hanne')
      .execute();
    expect((await openedBy(ask(), actor('owner'), {})).ids[0]).toBe('y-hanne');
    expect((await openedBy(ask(), actor('owner'), { list: 'no-mobile' })).ids).not.toContain('y-hanne');
  });

  seen('a youth is told with facts, history and notes to those who may see', async () => {
    if (!db) return;
    const contact = { channel: 'phone', direction: 'out', answeredBy: 'youth', says: 'in-school', minor: true };
    await db
      .insertInto('journal')
      .values([
        journalRow('y-aagot', 1, {
          type: 'case.assigned',
          on: '2026-08-25',
          unitId: 'south',
          caseworkerId: 'adviser-south',
        }),
        journalRow(
          'y-aagot',
          2,
          { type: 'contact.registered', on: '2026-09-01', ...contact },
          'run',
          'adviser-south',
          'wish-1',
        ),
        journalRow('y-aagot', 3, {
          type: 'status.set',
          on: '2026-09-02',
          to: 'OTAR',
          viaOt: 'no',
          age: { minor: true, target: 'covered' },
          activity: { kind: 'work', runBy: [] },
          override: null,
        }),
        journalRow('y-aagot', 4, { type: 'deadline.passed', on: '2026-09-03', deadline: 'choice' }, 'run', null),
      ])
      .execute();
    await db
      .insertInto('note')
      .values(aNote('wish-1', 'y-aagot', 'Har fått plass'))
      .execute();

    const told = await ask().youth(actor('adviser-south'), run, aCase('y-aagot'), today);

    expect(told?.history.map(({ what }) => what)).toEqual(['coded', 'contacted', 'assigned', 'transferred']);
    expect(told?.history[0]).toMatchObject({ to: 'OTAR_IM', by: 'Ane Dalseth', on: '2026-09-02' });
    expect(told?.history[2]).toMatchObject({ to: 'Åse Øygard', unit: 'Ålvik' });
    expect(told?.contacts).toMatchObject([
      { counts: true, note: 'Har fått plass', by: 'Åse Øygard', channel: 'phone' },
    ]);
    expect(told).toMatchObject({
      name: 'Aagot Aasen',
      nationalId: '010109 50001',
      address: ['Storgata 1', '7600 Levanger'],
      guardians: [{ id: '1', name: 'Liv Aasen', mobile: '+4799999999' }],
      transfer: { code: 'OSON', on: '2026-08-21' },
      unit: { unitId: 'south', name: 'Ålvik' },
      status: { code: 'OTOV', mainGroup: 2, targetGroup: true },
      mayCode: true,
      mayContact: true,
      mayAssign: true,
      mayOverride: false,
    });
    expect(told?.caseworkers.map(({ name }) => name)).toEqual(['Siv Moen', 'Åse Øygard']);
  });

  seen('a contact that was withdrawn stands in the history with its withdrawal, and counts no more', async () => {
    if (!db) return;
    const contact = { channel: 'phone', direction: 'out', answeredBy: 'youth', says: null } as const;
    await db
      .insertInto('journal')
      .values([
        journalRow('y-hanne', 1, { type: 'contact.registered', on: '2026-09-01', ...contact }),
        journalRow('y-hanne', 2, {
          type: 'contact.withdrawn',
          on: '2026-09-02',
          of: 1,
          entry: { on: '2026-09-01', ...contact },
        }),
      ])
      .execute();

    const told = await ask().youth(actor('owner'), run, aCase('y-hanne'), today);

    expect(told?.history.slice(0, 2)).toMatchObject([{ what: 'withdrawn' }, { what: 'contacted', withdrawn: true }]);
    expect(told?.contacts).toEqual([]);
  });

  seen('a protected youth is shown without address, phone or the guardians’ numbers', async () => {
    const own = await ask().youth(actor('adviser-north'), run, aCase('y-own'), today);
    expect(own).toMatchObject({ protected: true, address: undefined, mobile: undefined, email: undefined });
    expect(own?.guardians).toEqual([{ id: '1', name: 'Liv Dal', mobile: undefined }]);
    expect(await ask().youth(actor('adviser-south'), run, aCase('y-own'), today)).toBeUndefined();
    expect(await ask().youth(actor('super'), run, aCase('y-hidden'), today)).toBeUndefined();
    expect(await ask().youth(actor('owner'), run, aCase('y-hidden'), today)).toBeDefined();
  });

  seen('office staff register contact, and see the number masked', async () => {
    const told = await ask().youth(actor('office'), run, aCase('y-aase'), today);
    expect([told?.mayCode, told?.mayContact, told?.mayAssign]).toEqual([false, true, false]);
    expect(told?.nationalId).toBeUndefined();
    expect(await ask().youth(actor('office'), run, aCase('y-aagot'), today)).toBeUndefined();
  });

  seen('a youth of another year, or nobody, is not found', async () => {
    expect(await ask().youth(actor('owner'), run, aCase('y-other'), today)).toBeUndefined();
    expect(await ask().youth(actor('owner'), run, aCase('nobody'), today)).toBeUndefined();
  });

  // `closed` and `old-code` are tried with the queues.
  test('every ready-made list is tried here or with the queues', () => expect(youthLists).toHaveLength(10));
});
