import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Step } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { partCommand, undoCommand } from '#ports/acts.ts';
import { acts } from '#store/acts/acts.ts';
import { cases } from '#store/cases.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { writeYouth } from '../support/rows.ts';
import { aRun, onBothDatabases } from './store-house.ts';

const at = Date.parse('2026-09-01T08:00:00Z');
const moved = { type: 'case.assigned', unitId: null, caseworkerId: 'adviser' } as const;
const because = { filter: 'list=mine' };

await onBothDatabases('bulk acts', (db) => {
  let [actId, runId] = ['', ''];
  let ids: readonly string[] = [];
  beforeEach(async () => {
    [actId, runId] = [randomUUID(), await aRun(db())];
    ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await writeYouth(db(), runId, id);
    const parts = ids.map((caseId) => ({ caseId, event: moved }));
    const last = { caseId: `${ids[2]}`, event: moved, refusals: [{ code: 'access.notAllowed' }] };
    const act = { actId, runId, kind: 'assignment', by: 'leader', at, because } as const;
    await acts(db()).begin({ ...act, parts: [...parts.slice(0, 2), last] });
  });

  const fileOf = async (id: string): Promise<CaseFile> => {
    const found = await cases(db(), (text) => text, Date.now).find(id);
    if (!found) throw new Error(`no case ${id}`);
    return found.file;
  };
  const step = async (id: string, sequence: number, commandId: string, change: Partial<CaseFile>): Promise<Step> => ({
    subject: `youth/${id}`,
    sequence,
    event: { type: 'case.assigned', at: at + sequence, doer: { by: 'leader' } },
    commandId,
    snapshot: { value: { returned: 'none' }, context: { ...(await fileOf(id)), ...change }, status: 'active' },
    orders: [],
    settles: null,
    nextDeadline: null,
    ruleVersion: 1,
  });
  const writes = async (...given: Parameters<typeof step>) => stepBook(db()).write(await step(...given));

  it('are begun once, with the act where its machine begins and the parts in their order', async () => {
    await acts(db()).begin({ actId, runId, kind: 'coding', by: null, at: 0, because: {}, parts: [] });

    expect(await acts(db()).head(actId)).toEqual({ actId, runId, at, doer: { by: 'leader' } });
    expect(await acts(db()).counts(actId)).toEqual({ waiting: 2, done: 0, refused: 1, undone: 0, kept: 0 });
    expect((await acts(db()).waiting(actId, 0, 10)).map(({ caseId }) => caseId)).toEqual(ids.slice(0, 2));
    expect(await acts(db()).waiting(actId, 1, 10)).toEqual([{ caseId: ids[1], place: 2, event: moved }]);
    const { standing } = (await stepBook(db()).reopen(`act/${actId}`)) ?? {};
    expect(standing?.input).toMatchObject({ kind: 'assignment', parts: 3 });
  });

  it('have a part done with its own step, and keep the case as it stood before', async () => {
    const [first = ''] = ids;
    await writes(first, 1, 'something else', { unitId: 'north' });
    await writes(first, 2, partCommand(actId, first), { caseworkerId: 'adviser' });

    expect(await acts(db()).counts(actId)).toMatchObject({ waiting: 1, done: 1 });
    const [done] = await acts(db()).done(actId, 0, 10);
    expect(done).toMatchObject({
      caseId: first,
      sequence: 2,
      before: { unitId: 'north', caseworkerId: null },
      since: [],
    });
  });

  it('tell what has happened to a case since, and have it undone with its own step', async () => {
    const [first = '', second = ''] = ids;
    for (const id of [first, second]) await writes(id, 1, partCommand(actId, id), { caseworkerId: 'adviser' });
    await writes(second, 2, 'something else', { caseworkerId: 'another' });
    const [, edited] = await acts(db()).done(actId, 0, 10);
    await writes(first, 2, undoCommand(actId, first), { caseworkerId: null });
    await acts(db()).keep(actId, second, [{ code: 'act.editedSince' }]);

    expect(edited?.since).toEqual([{ type: 'case.assigned', at: at + 2, by: 'leader' }]);
    expect(await acts(db()).done(actId, 0, 10)).toEqual([]);
    expect(await acts(db()).counts(actId)).toEqual({ waiting: 0, done: 0, refused: 1, undone: 1, kept: 1 });
  });

  it('keep why a part was refused, and refuse none that is done', async () => {
    const [first = '', second = ''] = ids;
    await writes(first, 1, partCommand(actId, first), { caseworkerId: 'adviser' });
    for (const id of [first, second]) await acts(db()).refuse(actId, id, [{ code: 'youth.notNow' }]);

    const rows = await db()
      .selectFrom('act_part')
      .select(['state', 'why'])
      .where('act_id', '=', actId)
      .orderBy('place')
      .execute();
    expect(rows.map(({ state }) => state)).toEqual(['done', 'refused', 'refused']);
    expect(rows[1]?.why).toEqual([{ code: 'youth.notNow' }]);
  });
});
