import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { isOpen, staleIn } from '#domain/youth/stale.ts';
import { leftOf } from '#store/conditions/left.ts';
import type { Database } from '#store/open.ts';
import { type OwnFilter, ownStates } from '#views/answers/own.ts';
import { databases, freshDatabase, run, today, viewsOn } from './asked.ts';
import { actor, fileOf, inputsFor, staff, startRun, units, writeCounty, writeYouths } from './county.ts';

const mine = { caseworker: 'adviser-north' } as const;

describe.each(databases)('the own list on %s', (kind) => {
  let db: Database | undefined;
  const views = () => viewsOn(db as Database);
  const list = (who: string, filter: OwnFilter = {}, at?: Parameters<ReturnType<typeof views>['ownList']>[3]) =>
    views().ownList(actor(who), run, filter, at, today);

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, [
      { id: 'y-waits', name: { first: 'Åse', last: 'Ås' }, ...mine },
      { id: 'y-coded', name: { first: 'Bo', last: 'Berg' }, code: 'OTOV', ...mine },
      { id: 'y-letter', name: { first: 'Cia', last: 'Dal' }, choice: 'standard-letter', ...mine },
      { id: 'y-own', name: { first: 'Dag', last: 'Eng' }, choice: 'own-contact', code: 'OTOV', ...mine },
      { id: 'y-others', name: { first: 'Eli', last: 'Foss' }, transfer: 'OSNP', ...mine },
      { id: 'y-gone', name: { first: 'Finn', last: 'Gran' }, onList: false, ...mine },
      { id: 'y-nobodys', name: { first: 'Gro', last: 'Hol' } },
      { id: 'y-south', name: { first: 'Hal', last: 'Iver' }, unit: 'south', caseworker: 'adviser-south' },
      { id: 'y-hidden', name: { first: 'Ida', last: 'Juul' }, protection: 'confidential' },
    ]);
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: () => Promise<void>) =>
    test(name, async (context) => (db ? does() : context.skip()));

  seen('has each youth once: waiting for a choice, or under the choice that was made', async () => {
    const own = await list('adviser-north');

    expect(own.filter).toEqual({ track: 'oson', state: 'waiting' });
    expect(own.rows.map((row) => row.caseId)).toEqual(['y-waits']);
    const counts = own.tracks.map((track) => [track.id, track.chooseBy, track.counts.waiting]);
    expect(counts).toEqual([
      ['oson', '2026-08-25', 1],
      ['others', '2026-09-29', 1],
    ]);
    expect(own.tracks[0]?.counts).toEqual({ waiting: 1, 'standard-letter': 1, 'own-contact': 1, return: 0 });
  });

  seen('has numbers that are the lengths of the lists they open, whoever looks at whose', async () => {
    for (const id of ['adviser-north', 'owner'])
      for (const caseworker of [undefined, 'all', 'none'] as const) {
        const whose = caseworker === undefined ? {} : { caseworker: caseworker as 'all' };
        const { tracks } = await list(id, whose);
        for (const track of tracks)
          for (const state of ownStates) {
            const filter = { ...whose, track: track.id, state };
            const ids = await views().ownCaseIds(actor(id), run, filter);
            expect([id, caseworker, ids.length]).toEqual([id, caseworker, track.counts[state]]);
            expect((await list(id, filter)).rows.map((row) => row.caseId)).toEqual(ids);
          }
      }
  });

  seen('shows a protected youth to nobody but the own caseworker and the system owner', async () => {
    const names = async (who: string) => (await list(who, { caseworker: 'none' })).rows.map(({ name }) => name);

    expect(await names('adviser-north')).toEqual(['Gro Hol']);
    expect(await names('owner')).toEqual(['Gro Hol', 'Ida Juul']);
  });

  seen("has last year's open youths with what is stale, and this year's case where they came again", async () => {
    await startRun(db as Database, { runId: 'before', inputs: inputsFor(staff, units, '2025-2026') });
    await writeYouths(
      db as Database,
      [
        { id: 'o-no', name: { first: 'Kari', last: 'Lie' }, code: 'OTNO', ...mine },
        { id: 'o-out', name: { first: 'Lars', last: 'Moe' }, code: 'OTAR_IM', ...mine },
      ],
      'before',
    );
    const found = await views().cleaning(actor('adviser-north'), run, {}, today);
    const alone = await views().cleaning(actor('adviser-north'), 'before' as typeof run, {}, today);

    expect(found.earlier).toEqual({ runId: 'before', schoolYear: '2025-2026' });
    expect(found.rows.map((row) => [row.caseId, row.stale.map(({ kind }) => kind)])).toEqual([
      ['o-no', expect.arrayContaining(['no-contact'])],
    ]);
    expect(found.counts['no-contact']).toBe(1);
    expect(alone).toMatchObject({ earlier: undefined, total: 0 });
  });

  seen('leaves of the cleaning just the list that one opens, for each caseworker and for everybody', async () => {
    const { groups } = await views().tasks(actor('owner'), run, 'all', today);
    const lists = groups.flatMap(({ rows }) => rows.flatMap(({ list: left }) => (left ? [left] : [])));
    const cleanings = lists.flatMap(({ count, place }) => (place.page === 'cleaning' ? [{ count, ...place }] : []));

    expect(cleanings.map(({ count, filter }) => [count, filter.caseworker])).toEqual([
      [1, 'adviser-north'],
      [0, 'adviser-south'],
    ]);
    for (const { count, filter } of cleanings)
      expect((await views().cleaning(actor('owner'), run, filter, today)).total).toBe(count);
  });

  seen('calls stale in the database what the rules call stale', async () => {
    const cases = [null, 'OTUK', 'OTNO', 'OTMI', 'OTOA', 'OTAR', 'OTAR_IM', 'OTFU'].flatMap((code) =>
      ['2025-09-02', '2026-06-01'].flatMap((statusOn) =>
        [null, '2025-12-01', '2026-06-15'].map((heardOn, n) => ({
          ...{ id: `t-${code}-${statusOn}-${n}`, code, statusOn, heardOn, on: day('2026-08-20') },
        })),
      ),
    );
    await writeYouths(
      db as Database,
      cases.map(({ id, code }) => ({ id, name: { first: 'Ola', last: 'Li' }, code, caseworker: `of-${id}` })),
      'before',
    );
    for (const { id, code, statusOn, heardOn } of cases)
      await sql`with contacts as (insert into contact (case_id, sequence, on_day) select ${id}, 1, ${heardOn}::date
          where ${heardOn}::date is not null)
        update youth_case set status_on = case when ${code}::text is null then null else ${statusOn}::date end
        where case_id = ${id}`.execute(db as Database);
    const left = await leftOf(db as Database, { runId: run, today: day('2026-08-20') }, ['no-stale-case-in-own-list']);

    const whose = new Set(left.map(({ staffId }) => staffId));
    for (const { id, code, statusOn, heardOn, on } of cases) {
      const file = fileOf({ id, name: { first: '', last: '' }, code }, 'before');
      // `as`: days in this very test.
      const contacts = heardOn === null ? [] : [{ on: heardOn } as CaseFile['contacts'][number]];
      const stood = { ...file, statusOn: code === null ? null : day(statusOn), contacts };
      expect([id, whose.has(`of-${id}`)]).toEqual([id, isOpen(stood) && staleIn(stood, on).length > 0]);
    }
  });

  seen('opens a choice with the codes that fit, warned of where the rules warn', async () => {
    const at = (choice: 'own-contact' | 'return') => ({ caseId: caseId('y-waits'), choice });
    const own = (await list('adviser-north', {}, at('own-contact'))).opened;
    const back = (await list('adviser-north', {}, at('return'))).opened;

    expect(own?.codes[0]).toMatchObject({ code: 'OTOV', warnings: [{ why: 'own-contact' }] });
    expect(own?.codes.map(({ code }) => code)).not.toContain('OTUK');
    expect(back?.codes.map(({ code }) => code)).toEqual(['OTFA_IM', 'OTFU_IM', 'Feil']);
    expect((await list('adviser-south', {}, at('return'))).opened).toBeUndefined();
  });
});
