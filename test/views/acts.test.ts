import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartState } from '#domain/act/act.ts';
import { acts } from '#store/acts/acts.ts';
import type { Database } from '#store/open.ts';
import { databases, freshDatabase, run, viewsOn } from './asked.ts';
import { actor, at, staff, startRun, writeCounty, writeYouths } from './county.ts';

const chosen = { type: 'choice.made', on: '2026-09-01', choice: 'standard-letter' } as const;

describe.each(databases)('a bulk act on %s', (kind) => {
  let db: Database | undefined;
  const look = (id: string, shown?: PartState) => viewsOn(db as Database).act(actor(id), run, 'act-1', shown, 1);

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, [
      { id: 'y-1', name: { first: 'Åse', last: 'Ås' } },
      { id: 'y-2', name: { first: 'Bo', last: 'Berg' } },
      { id: 'y-3', name: { first: 'Sør', last: 'Sand' }, unit: 'south' },
      { id: 'y-4', name: { first: 'Hemmelig', last: 'Holm' }, protection: 'confidential' },
    ]);
    const because = { choice: 'standard-letter' };
    const parts = ['y-1', 'y-2', 'y-3', 'y-4'].map((caseId) => ({ caseId, event: chosen }));
    const head = { actId: 'act-1', runId: run, kind: 'choice', by: 'adviser-north', at: at('2026-09-01') } as const;
    await acts(db).begin({ ...head, because, parts });
    for (const id of ['y-1', 'y-3', 'y-4']) await acts(db).refuse('act-1', id, [{ code: 'youth.notNow' }]);
    await db.updateTable('act').set({ state: 'done' }).execute();
    await db.updateTable('act_part').set({ state: 'done' }).where('case_id', '=', 'y-2').execute();
    const by = { on: '2026-09-02', by: 'super' };
    await acts(db).keep('act-1', 'y-2', [{ code: 'act.editedSince', facts: by }]);
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: () => Promise<void>) =>
    test(name, async (context) => (db ? does() : context.skip()));

  seen('names those it did not touch as far as one may see them, and counts the others', async () => {
    const own = await look('adviser-north', 'refused');

    expect(own?.counts).toEqual({ waiting: 0, done: 0, refused: 3, undone: 0, kept: 1 });
    expect(own?.rows.map(({ name, to, why }) => [name, to, why[0]?.code])).toEqual([
      ['Åse Ås', 'standard-letter', 'youth.notNow'],
    ]);
    expect(own?.hidden).toBe(2);
    expect((await look('owner', 'refused'))?.rows).toHaveLength(3);
  });

  seen('shows first what was kept when it was undone, with the name of whoever changed it since', async () => {
    const own = await look('adviser-north');

    expect(own?.shown).toBe('kept');
    expect(own?.rows[0]?.why).toEqual([{ code: 'act.editedSince', facts: { on: '2026-09-02', by: 'Siv Moen' } }]);
  });

  seen('is nothing for those who see numbers and no names', async () => {
    expect(await look('boss')).toBeUndefined();
    expect(
      await viewsOn(db as Database).act(actor('owner'), 'other' as typeof run, 'act-1', undefined, 1),
    ).toBeUndefined();
    for (const { id } of staff.filter(({ id: who }) => who !== 'boss' && who !== 'process'))
      expect((await viewsOn(db as Database).acts(actor(id), run)).acts).toHaveLength(1);
  });
});
