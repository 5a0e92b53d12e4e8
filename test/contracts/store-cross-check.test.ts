import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { makeCounty } from '#demo/county.ts';
import { crossCheckDesk } from '#desk/cross-check.ts';
import type { Actor } from '#domain/access/actor.ts';
import { day } from '#domain/calendar/day.ts';
import { meaningOf } from '#domain/cross-check/list-kind.ts';
import type { RecordField, YouthRecord } from '#domain/person/youth-record.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { readCheckList } from '#intake/listed/read-check-list.ts';
import type { CrossChecks } from '#ports/cross-checks.ts';
import type { ListReader } from '#ports/intakes.ts';
import { acts } from '#store/acts/acts.ts';
import { cases } from '#store/cases.ts';
import { crossChecks } from '#store/cross-check/cross-checks.ts';
import { intakes } from '#store/intake/intakes.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { aRun, onBothDatabases, sealing } from './store-house.ts';

const county = makeCounty({ seed: 12, youths: 60, schoolYear: '2026-2027' });
const youths = county.youths.filter(
  ({ record }) => record.addressProtection === 'none' && record.nationalId?.kind !== 'vigo-fictive',
);
const [first, second, third] = youths;
if (!first || !second || !third) throw new Error('the county is too small');

const today = day('2026-09-22');
const at = Date.parse('2026-09-22T08:00:00Z');
const reviewer: Actor = { staffId: 'staff-001', grants: [{ role: 'review_group', unitId: null }] };
const adviser: Actor = { staffId: 'staff-002', grants: [{ role: 'adviser', unitId: county.units[0]?.id ?? '' }] };

const readList: ListReader = async () => {
  const rows = county.youths.map(({ record }, index) => ({
    row: index + 2,
    key: sealing.blindIndex(record.nationalId?.text ?? ''),
    record,
  }));
  const carries: readonly RecordField[] = ['nationalId', 'name', 'born', 'transferCode', 'address', 'mobiles', 'email'];
  return { ok: true, format: 'json', list: { rows, faulty: [], carries } };
};

const lines = (...rows: readonly string[]) =>
  new TextEncoder().encode(['Fnr;Etternavn;Fornavn;Fødselsdato;Startdato', ...rows].join('\r\n'));
const rowOf = ({ record }: { readonly record: YouthRecord }, started = '04.09.2026', number = '') =>
  [number, record.name.last, record.name.first, record.born?.split('-').reverse().join('.'), started].join(';');
const numbered = (youth: { readonly record: YouthRecord }, started?: string) =>
  rowOf(youth, started, youth.record.nationalId?.text);

await onBothDatabases('a cross-check', (db) => {
  let runId: string;
  let checks: CrossChecks;
  beforeEach(async () => {
    checks = crossChecks(db(), sealing, readCheckList);
    await staffBook(db()).writeCounty(county);
    runId = await aRun(db());
    const lists = intakes(db(), sealing, readList);
    const file = { runId, fileName: 'list.json', bytes: new TextEncoder().encode(runId), by: null, at };
    const received = await lists.receive(file);
    if (received.outcome !== 'received') throw new Error(received.outcome);
    await lists.apply({ intakeId: received.intakeId, by: null, at, deadlines: {} });
  });

  const receive = (bytes: Uint8Array, kind: keyof typeof meaningOf = 'started') =>
    checks.receive({
      ...{
        runId,
        kind,
        title: null,
        meaning: meaningOf[kind],
        planVersion: 1,
        columns: {},
        fileName: 'list.csv',
        bytes,
      },
      window: kind === 'started' ? { from: day('2026-09-01'), to: day('2026-09-19') } : undefined,
      ...{ by: 'staff-001', at, today },
    });
  const received = async (bytes: Uint8Array, kind?: keyof typeof meaningOf) => {
    const answer = await receive(bytes, kind);
    if (answer.outcome !== 'received') throw new Error(answer.outcome);
    return answer.listId;
  };
  const standing = (listId: string) =>
    db().selectFrom('cross_check_standing').selectAll().where('list_id', '=', listId).orderBy('row_number').execute();
  const desk = () =>
    crossCheckDesk({
      crossChecks: checks,
      acts: acts(db()),
      cases: cases(db(), (text) => text, Date.now),
      newId: randomUUID,
      runs: { clock: async () => ({ now: at, today, isRehearsal: false }) },
      engine: { tell: async () => ({ ok: true, value: { sequence: 1, snapshot: null } }) },
      // `as`: what accepting asks of the house.
    } as never as Parameters<typeof crossCheckDesk>[0]);
  /** A step as the youth's workflow would record it. */
  const step = async (caseId: string, event: Readonly<Record<string, unknown>>, change: Partial<CaseFile> = {}) => {
    const row = await db()
      .selectFrom('standing')
      .selectAll()
      .where('subject', '=', `youth/${caseId}`)
      .executeTakeFirstOrThrow();
    const file = (row.snapshot as { context: CaseFile } | null)?.context ?? (row.input as unknown as CaseFile);
    return stepBook(db()).write({
      ...{ subject: `youth/${caseId}`, sequence: row.sequence + 1, commandId: randomUUID() },
      event: { at, doer: { by: null }, type: '', on: today, ...event } as never,
      snapshot: { value: { returned: 'none' }, context: { ...file, ...change }, status: 'active' },
      ...{ orders: [], settles: null, nextDeadline: null, ruleVersion: 1 },
    });
  };

  it('proposes the code for each certain match, and tells rows outside the window apart', async () => {
    const listId = await received(lines(numbered(first), numbered(second, '20.08.2026'), 'Ukjent;Person;X;;'));

    expect(await standing(listId)).toMatchObject([
      { row_number: 2, band: 'certain', outcome: 'proposed', proposed_code: 'OTEV_IM', state: 'waiting' },
      { row_number: 3, band: 'certain', outcome: 'nothing', state: 'nothing', proposal: { why: 'outside-window' } },
    ]);
    const rows = await db().selectFrom('cross_check_row').selectAll().where('list_id', '=', listId).execute();
    expect(rows.map(({ window_place }) => window_place).sort()).toEqual(['before', 'inside', 'no-day']);
  });

  it('says of the very same file that it is known, and refuses one that is no list', async () => {
    const bytes = lines(numbered(first));
    const listId = await received(bytes);

    expect(await receive(bytes)).toEqual({ outcome: 'already', listId });
    expect((await receive(bytes, 'apprentices')).outcome).toBe('received');
    expect(await receive(new TextEncoder().encode('%PDF-1.7'))).toMatchObject({ outcome: 'unreadable' });
  });

  it('keeps no person in the clear', async () => {
    const listId = await received(lines(numbered(first)));
    const tables = ['cross_check_list', 'cross_check_part', 'cross_check_row', 'cross_check_pair'] as const;
    const all = await Promise.all(tables.map((table) => db().selectFrom(table).selectAll().execute()));
    const text = JSON.stringify(all);

    for (const secret of [first.record.name.last, first.record.nationalId?.text ?? ''])
      expect(text).not.toContain(secret);
    expect((await checks.rows(listId, [2])).get(2)).toMatchObject({ lastName: first.record.name.last });
  });

  it('finds a youth by a number from before', async () => {
    const [person] = await db()
      .selectFrom('person_number')
      .selectAll()
      .where('number_index', '=', sealing.blindIndex(first.record.nationalId?.text ?? ''))
      .execute();
    const older = '08871748471';
    await db()
      .insertInto('person_number')
      .values({
        ...{ number_index: sealing.blindIndex(older), person_id: person?.person_id ?? '', kind: 'd-number' },
        ...{ number_sealed: person?.number_sealed ?? '', current: false },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();

    const listId = await received(new TextEncoder().encode(`Fnr;Fornavn\n${older};${first.record.name.first}`));

    expect(await standing(listId)).toMatchObject([{ band: 'certain' }]);
  });

  it('withdraws a proposal by itself when a newer coding or contact comes, not for OTUK or a letter', async () => {
    const listId = await received(lines(numbered(first), numbered(second), numbered(third)));
    const pairs = await standing(listId);
    const [one, two, three] = pairs.map(({ case_id }) => case_id);

    await step(one ?? '', { type: 'status.set', to: 'OTOV' });
    await step(two ?? '', { type: 'contact.registered', direction: 'in', answeredBy: 'youth' });
    await step(three ?? '', { type: 'contact.registered', channel: 'letter', direction: 'out', answeredBy: 'none' });
    await step(three ?? '', { type: 'status.set', to: 'OTUK' });

    const after = await standing(listId);
    expect(after.map(({ state, overtaken_by }) => [state, overtaken_by])).toEqual([
      ['overtaken', 'status.set'],
      ['overtaken', 'contact.registered'],
      ['waiting', null],
    ]);
    expect(after.map(({ overtaken_on }) => overtaken_on)).toEqual([today, today, null]);
  });

  it('remembers on the next list what a person has decided', async () => {
    // Another first name, the same surname and birth date: a twin, or a slip. A person must look.
    const doubtful = rowOf({ record: { ...first.record, name: { ...first.record.name, first: 'Zebulon' } } });
    const list = (row: string, extra = '') =>
      new TextEncoder().encode(`Fnr;Etternavn;Fornavn;Fødselsdato;Startdato;X\n${row};${extra}`);
    const before = await received(list(doubtful));
    const [pair] = await standing(before);
    expect(pair).toMatchObject({ band: 'possible', state: 'undecided' });

    const decision = { by: 'staff-001', at, today, pairIds: [pair?.pair_id ?? ''] };
    await checks.decide({ ...decision, commandId: randomUUID(), answer: 'same' });

    expect(await standing(before)).toMatchObject([{ decided: 'same', state: 'waiting', proposed_code: 'OTEV_IM' }]);
    const next = await received(list(doubtful, 'x'));
    expect(await standing(next)).toMatchObject([{ decided: 'same', remembered: true, state: 'waiting' }]);
    await checks.decide({ ...decision, commandId: randomUUID(), answer: 'not-same' });
    expect(await standing(await received(list(doubtful, 'y')))).toMatchObject([
      { decided: 'not-same', remembered: true, state: 'not-same' },
    ]);
  });

  it('tells who is on several lists, and of codes that do not agree', async () => {
    const one = await received(lines(numbered(first)));
    const two = await received(lines(numbered(first)), 'apprentices');

    expect(await standing(one)).toMatchObject([{ other_lists: 1, other_codes: ['OTLL_IM'] }]);
    expect(await standing(two)).toMatchObject([{ other_lists: 1, other_codes: ['OTEV_IM'] }]);
  });

  it('accepts a list as one act, and leaves out with why what has been overtaken', async () => {
    const listId = await received(lines(numbered(first), numbered(second), numbered(third)));
    const [overtaken] = await standing(listId);
    await step(overtaken?.case_id ?? '', { type: 'status.set', to: 'OTOV' });
    const pairIds = (await standing(listId)).map(({ pair_id }) => pair_id);
    const commandId = randomUUID();

    const accepted = await desk().accept(reviewer, { commandId, runId, listId, pairIds });

    expect(accepted).toMatchObject({
      ok: true,
      value: { actId: commandId, parts: 2, leftOut: [{ pairId: pairIds[0], why: 'overtaken' }] },
    });
    const parts = await db().selectFrom('act_part').selectAll().where('act_id', '=', commandId).execute();
    expect(parts.map(({ event }) => event)).toMatchObject([
      { type: 'status.set', to: 'OTEV_IM', viaOt: 'no', activity: { kind: 'school' } },
      { type: 'status.set', to: 'OTEV_IM' },
    ]);
    expect((await standing(listId)).map(({ state }) => state)).toEqual(['overtaken', 'accepted', 'accepted']);
    expect(await desk().accept(reviewer, { commandId: randomUUID(), runId, listId, pairIds })).toMatchObject({
      refusals: [{ code: 'crossCheck.nothingWaits' }],
    });
  });

  it('accepts a youth whom lists disagree about only alone', async () => {
    const listId = await received(lines(numbered(first)));
    await received(lines(numbered(first)), 'apprentices');
    const [pair] = await standing(listId);
    const wish = { runId, listId, commandId: randomUUID() };

    expect(
      await desk().accept(reviewer, { ...wish, pairIds: [pair?.pair_id ?? '', 'another'], dryRun: true }),
    ).toMatchObject({ ok: false });
    expect(await desk().accept(reviewer, { ...wish, pairIds: [pair?.pair_id ?? ''], dryRun: true })).toMatchObject({
      ok: true,
      value: { parts: 1 },
    });
  });

  it('matches again with the register as it is now, and keeps answers and what was accepted', async () => {
    const listId = await received(lines(numbered(first), numbered(second)));
    const [one, two] = await standing(listId);
    await checks.markAccepted([one?.pair_id ?? ''], 'act-1');
    await step(two?.case_id ?? '', { type: 'status.set', to: 'OTOV' });

    await checks.matchAgain(listId, { commandId: randomUUID(), by: 'staff-001', at: at + 1, today });

    const after = await standing(listId);
    expect(after.map(({ pair_id }) => pair_id)).toEqual([one?.pair_id, two?.pair_id]);
    expect(after).toMatchObject([{ state: 'accepted' }, { state: 'waiting', baseline: 1 }]);
  });

  it('is the review group’s and the system owner’s', async () => {
    const listId = await received(lines(numbered(first)));
    const wish = { commandId: randomUUID(), runId, listId };

    expect(await desk().accept(adviser, wish)).toMatchObject({ refusals: [{ code: 'access.notAllowed' }] });
    expect(await desk().decide(adviser, { ...wish, pairIds: [], answer: 'same' })).toMatchObject({ ok: false });
    expect(await desk().matchAgain(adviser, wish)).toMatchObject({ ok: false });
  });
});
