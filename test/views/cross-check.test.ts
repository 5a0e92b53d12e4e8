import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { runId } from '#domain/ids.ts';
import type { CheckedRow } from '#ports/cross-checks.ts';
import { insertMany } from '#store/insert-many.ts';
import type { Database } from '#store/open.ts';
import { checkShows } from '#views/answers/cross-check.ts';
import { databases, freshDatabase, viewsOn } from './asked.ts';
import { actor, at, inputsFor, startRun, writeCounty, writeYouths } from './county.ts';

const today = day('2026-09-10');
const run = runId('run');
const name = (first: string, last: string) => ({ first, last });
const proposed = { outcome: 'proposed', to: 'OTEV', code: 'OTEV_IM', rules: [], ground: 'before-contact', viaOt: 'no' };

/** Eight rows: six are somebody's, one is nobody's, one is outside the window. */
const pairs = [
  { row: 2, youth: 'a', band: 'certain', outcome: 'proposed' },
  { row: 3, youth: 'b', band: 'possible', outcome: 'proposed', remarks: ['twins'] },
  { row: 4, youth: 'hidden', band: 'certain', outcome: 'proposed' },
  { row: 5, youth: 'c', band: 'certain', outcome: 'refused' },
  { row: 6, youth: 'd', band: 'possible', outcome: 'proposed', decided: 'not-same' },
  { row: 7, youth: 'e', band: 'certain', outcome: 'nothing' },
] as const;

async function writeList(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insertMany(tx, 'cross_check_list', [
      {
        ...{ list_id: 'list', run_id: 'run', checksum: 'x', kind: 'started', title: null, file_name: 'liste.csv' },
        ...{ format: 'csv', activity: 'school', cohort: 'started-in-september', has_start_column: true },
        ...{ window_from: '2026-09-01', window_to: '2026-09-19', plan_version: 1, received_at: at('2026-09-08') },
        ...{ received_by: 'reviewer', matched_at: at('2026-09-09'), register_size: 6 },
        ...{ remarks: JSON.stringify({ faults: [], notes: [] }), bytes_sealed: new Uint8Array() },
      },
    ]);
    await insertMany(
      tx,
      'cross_check_row',
      [2, 3, 4, 5, 6, 7, 8, 9].map((row, place) => ({
        ...{ list_id: 'list', row_number: row, place, started_on: '2026-09-02', ended_on: null },
        ...{ window_place: row === 9 ? 'before' : 'inside', prints: '[]' },
      })),
    );
    await insertMany(
      tx,
      'cross_check_pair',
      pairs.map(({ row, youth, band, outcome, ...more }) => ({
        ...{ pair_id: `pair-${row}`, list_id: 'list', row_number: row, case_id: youth, band, outcome, score: 20 },
        ...{ agrees: '["lastName"]', disagrees: '["address"]', hows: '{"lastName":"same","address":"other"}' },
        remarks: JSON.stringify('remarks' in more ? more.remarks : []),
        ...{ decided: 'decided' in more ? more.decided : null, decided_by: null, decided_at: null, remembered: false },
        ...{ proposed_code: 'OTEV_IM', proposal: JSON.stringify(proposed), proposed_at: at('2026-09-09'), baseline: 0 },
        accepted_act: null,
      })),
    );
  });
}

const written = (row: number): CheckedRow => ({
  ...{ row, firstName: 'Kari', lastName: `Navn${row}`, address: 'Fjordvegen 9', startedOn: null, endedOn: null },
});

describe.each(databases)('the cross-check on %s', (kind) => {
  let db: Database | undefined;
  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, [
      { id: 'a', name: name('Kari', 'Navn2'), unit: 'north', transfer: 'OSON' },
      { id: 'b', name: name('Ola', 'Navn3'), unit: 'south', transfer: 'OSON' },
      { id: 'hidden', name: name('Siv', 'Skjult'), unit: 'north', transfer: 'OSON', protection: 'confidential' },
      { id: 'c', name: name('Per', 'Navn5'), unit: 'north' },
      { id: 'd', name: name('Eva', 'Navn6'), unit: 'north' },
      { id: 'e', name: name('Tor', 'Navn7'), unit: 'north' },
    ]);
    await writeList(db);
  });
  afterAll(() => db?.destroy());

  const asked = (who: string, more: Readonly<Record<number, Partial<CheckedRow>>> = {}) => {
    if (!db) throw new Error('no database');
    const rows = async (_list: string, wanted: readonly number[]) =>
      new Map(wanted.map((row) => [row, { ...written(row), ...more[row] }]));
    const { crossCheck } = viewsOn(db, at('2026-09-10'), { crossChecks: { rows } });
    return {
      lists: () => crossCheck.lists(actor(who), run, today),
      list: (shown?: (typeof checkShows)[number]) =>
        crossCheck.list(actor(who), run, { listId: 'list', shown, page: 1 }, today),
    };
  };

  it('gives for each number a list of that length', async ({ skip }) => {
    if (!db) return skip();
    const counts = (await asked('reviewer').lists()).lists[0]?.counts;

    expect(counts).toMatchObject({ rows: 8, matched: 4, waiting: 1, undecided: 1, special: 1, none: 3, outside: 1 });
    for (const show of checkShows) {
      const list = await asked('reviewer').list(show);
      expect((list?.pairs.length ?? 0) + (list?.rows.length ?? 0), show).toBe(counts?.[show]);
    }
  });

  it('leaves the undecided pairs of the task to settle them, and leads to the list that has them', async ({ skip }) => {
    if (!db) return skip();
    const { groups } = await viewsOn(db, at('2026-09-10')).tasks(actor('reviewer'), run, 'all', today);
    const task = groups.flatMap(({ rows }) => rows).find(({ taskId }) => taskId === 'review.settle-uncertain');

    expect(task).toMatchObject({ list: { count: 1, hidden: 0, place: { page: 'cross-check', listId: 'list' } } });
    expect((await asked('reviewer').list('undecided'))?.pairs).toHaveLength(1);
  });

  it('hides a protected youth from the review group, and says that there is one; nobody sees the address', async ({
    skip,
  }) => {
    if (!db) return skip();
    const theirs = await asked('reviewer').list('waiting');
    const owners = await asked('owner').list('waiting');

    expect(theirs?.pairs.map(({ caseId }) => caseId)).toEqual(['a']);
    expect(theirs?.hidden).toBe(1);
    expect(owners?.pairs.map(({ caseId }) => caseId)).toEqual(['a', 'hidden']);
    const fields = owners?.pairs.map((pair) => pair.fields.map(({ field }) => field));
    expect(fields?.[0]).toContain('address');
    expect(fields?.[1]).not.toContain('address');
    expect(JSON.stringify(owners?.pairs[1])).not.toContain('Fjordvegen');
  });

  it('names those who are nobody’s, and of those who are somebody’s only that they are', async ({ skip }) => {
    if (!db) return skip();
    const list = await asked('reviewer').list('none');

    expect(list?.rows.map(({ row, name: said, isMatched }) => [row, said, isMatched])).toEqual([
      [6, 'Kari Navn6', false],
      [8, 'Kari Navn8', false],
      [9, 'Kari Navn9', false],
    ]);
  });

  it('does not name a row that may be somebody of an earlier year, protected or not, but to those who may see them', async ({
    skip,
  }) => {
    if (!db) return skip();
    const last = (id: string) => ({ id, unit: 'north', transfer: 'OSON' as const, born: '2008-05-04' });
    await startRun(db, {
      runId: 'last-year',
      today: '2025-09-10',
      inputs: inputsFor(undefined, undefined, '2025-2026'),
    });
    await writeYouths(
      db,
      [
        { ...last('then'), name: name('Siri', 'Navn8'), protection: 'confidential' },
        { ...last('open-then'), name: name('Kari', 'Navn9'), number: '01410812345' },
      ],
      'last-year',
    );
    const more = { 8: { birthDate: day('2008-05-04') }, 9: { nationalId: '1410812345' } } as const;
    const named = async (who: string) =>
      (await asked(who, more).list('none'))?.rows.map(({ row, name: said, isKnown }) => [row, said, isKnown]);

    expect(await named('reviewer')).toEqual([
      [6, 'Kari Navn6', false],
      [8, '', true],
      [9, '', true],
    ]);
    expect(await named('owner')).toContainEqual([8, 'Kari Navn8', false]);
  });

  it('counts the non-applicants whom a letter before the cross-check would reach', async ({ skip }) => {
    if (!db) return skip();
    expect((await asked('reviewer').lists()).atRisk).toBe(1);
    expect((await asked('owner').lists()).atRisk).toBe(2);
  });

  it('is shown to the review group and the system owner only', async ({ skip }) => {
    if (!db) return skip();
    for (const who of ['adviser-north', 'boss', 'office', 'process'])
      expect(await asked(who).list('waiting'), who).toBeUndefined();
    expect((await asked('boss').lists()).lists).toEqual([]);
  });
});
