import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignmentDesk } from '#desk/assignment.ts';
import { staffDesk } from '#desk/staff.ts';
import { day } from '#domain/calendar/day.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { acts } from '#store/acts/acts.ts';
import { absences } from '#store/assignment/absences.ts';
import { assignments } from '#store/assignment/assignments.ts';
import { cases } from '#store/cases.ts';
import type { Database } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { databases, freshDatabase, openedBy, run, today, viewsOn } from './asked.ts';
import { type AStaff, type AYouth, actor, at, staff as known, startRun, writeCounty, writeYouths } from './county.ts';

const people: readonly AStaff[] = [
  ...known,
  { id: 'second', name: 'Bo Dalen', roles: [{ role: 'adviser', unit: 'north' }] },
  { id: 'leads-south', name: 'Kari Lie', roles: [{ role: 'super_user', unit: 'south' }] },
];
const name = (last: string) => ({ first: 'Kim', last });
const north = { unit: 'north', caseworker: 'adviser-north' } as const;
const youths: readonly AYouth[] = [
  { id: 'a', name: name('Aas'), ...north },
  { id: 'b', name: name('Bø'), ...north, code: 'OTUK' },
  { id: 'c', name: name('Ca'), ...north, protection: 'confidential' },
  { id: 'd', name: name('Da'), ...north, code: 'OTNO' },
  { id: 'e', name: name('Ek'), unit: 'north' },
  { id: 'f', name: name('Fa'), unit: 'south' },
  { id: 'g', name: name('Ga'), unit: 'south', protection: 'confidential' },
  { id: 'h', name: name('Ha'), unit: null },
  { id: 'i', name: name('Ia'), unit: 'south', onList: false },
  { id: 'j', name: name('Ja'), unit: 'north', caseworker: 'second' },
];

describe.each(databases)('sharing out, on %s', (kind) => {
  let db: Database | undefined;
  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db, undefined, people);
    await startRun(db);
    await writeYouths(db, youths);
  });
  afterAll(() => db?.destroy());
  const seen = (sentence: string, does: (db: Database) => Promise<void>) =>
    test(sentence, async (context) => (db ? does(db) : context.skip()));
  const desks = (tables: Database) => {
    const nobody = () => Promise.reject(new Error('nothing is told here'));
    const engine = {
      tell: nobody,
      tellEach: nobody,
      hear: nobody,
      openMany: nobody,
      closeMany: nobody,
      lookAgain: nobody,
    };
    const ports = {
      engine,
      runs: runs(tables, () => at(today)),
      cases: cases(tables, (text) => text, Date.now),
      acts: acts(tables),
      assignments: assignments(tables),
      absences: absences(tables),
      staff: staffBook(tables),
      newId: () => 'new',
    };
    return { assignment: assignmentDesk(ports), staff: staffDesk(ports) };
  };
  const as = (id: string) => actor(id, people);

  seen('the board counts open youths for who leads the unit, and names no protected person', async (tables) => {
    const views = viewsOn(tables);
    const board = await views.assignment.board(as('super'), run, { page: 1 }, today);
    expect(board?.unassigned.open).toBe(3);
    expect(board?.rows.map((row) => row.caseId)).toEqual(['e', 'f', 'h']);
    expect(board?.hidden).toBe(1);
    expect(board?.workers.map(({ staffId: id, load }) => [id, load.open, load.uncoded, load.unknown])).toEqual([
      ['second', 1, 1, 0],
      ['adviser-north', 2, 1, 1],
      ['adviser-south', 0, 0, 0],
    ]);
    const south = await views.assignment.board(as('leads-south'), run, { page: 1 }, today);
    expect([south?.units.map(({ name: unit }) => unit), south?.rows.map((row) => row.caseId)]).toEqual([
      ['Ålvik'],
      ['f'],
    ]);
    expect(await views.assignment.board(as('adviser-north'), run, { page: 1 }, today)).toBeUndefined();
  });

  seen('each number of the board is the length of the list it opens', async (tables) => {
    const views = viewsOn(tables);
    for (const leader of ['super', 'owner', 'leads-south']) {
      const board = await views.assignment.board(as(leader), run, { page: 1 }, today);
      for (const { staffId: from, load } of board?.workers ?? []) {
        const opened = await views.assignment.board(as(leader), run, { page: 1, from }, today);
        expect([leader, from, opened?.total, opened?.rows.length]).toEqual([leader, from, load.open, load.open]);
      }
      expect([leader, board?.total]).toEqual([leader, board?.unassigned.open]);
    }
  });

  seen('a proposal says who gets how many, and who is left alone and why', async (tables) => {
    const { assignment } = desks(tables);
    const shared = await assignment.preview(as('super'), { runId: run, from: null, way: { kind: 'evenly' } });
    if (!shared.ok) throw new Error(JSON.stringify(shared.refusals));
    expect(shared.value.moves).toEqual([
      { caseId: 'e', unitId: 'north', caseworkerId: 'second' },
      { caseId: 'f', unitId: 'south', caseworkerId: 'adviser-south' },
    ]);
    const given = { from: null, to: null, shared: shared.value };
    const said = await viewsOn(tables).assignment.preview(as('super'), run, given);
    expect(said.untouched.map(({ why, n, named }) => [why, n, named.map((one) => one.name)])).toEqual([
      ['protected', 1, []],
      ['no-unit', 1, ['Kim Ha']],
    ]);
    const south = await assignment.preview(as('leads-south'), { runId: run, from: null, way: { kind: 'evenly' } });
    expect(south.ok && south.value.moves.map(({ caseId }) => caseId)).toEqual(['f']);
    expect(
      await assignment.preview(as('adviser-north'), { runId: run, from: null, way: { kind: 'evenly' } }),
    ).toMatchObject({ ok: false });
  });

  seen('what was looked at and is no more is not carried out', async (tables) => {
    const wish = { commandId: 'wish-0001', runId: run, from: null, way: { kind: 'evenly' }, expected: 9 } as const;
    expect(await desks(tables).assignment.share(as('super'), wish)).toMatchObject({
      refusals: [{ code: 'assignment.changed', facts: { expected: 9, now: 2 } }],
    });
  });

  seen('rules are kept when they hold together, by who leads the county', async (tables) => {
    const { assignment } = desks(tables);
    const rule = { when: { kind: 'unit', unitId: 'south' }, goes: { unitId: null, to: { kind: 'evenly' } } } as const;
    const keep = (who: string, unit: string) =>
      assignment.keepRules(as(who), {
        commandId: 'r',
        runId: run,
        rules: [{ ...rule, when: { kind: 'unit', unitId: unit } }],
        onIntake: true,
      });
    expect((await keep('leads-south', 'south')).ok).toBe(false);
    expect(await keep('owner', 'east')).toMatchObject({
      refusals: [{ code: 'assignment.rule.unknownUnit', facts: { place: 1 } }],
    });
    expect((await keep('owner', 'south')).ok).toBe(true);
    expect(await viewsOn(tables).assignment.rules(as('super'), run)).toMatchObject({ rules: [rule], onIntake: true });
  });

  seen('who leaves is warned of what is open: youths, the protected ones too, and tasks', async (tables) => {
    const { staff } = desks(tables);
    const leave = { commandId: 'l', runId: run, staffId: 'adviser-north' };
    const bare = await staff.leave(as('owner'), leave);
    expect(bare).toMatchObject({ refusals: [{ code: 'staff.hasOpen', facts: { youths: 3 } }] });
    const tried = await staff.leave(as('owner'), { ...leave, way: { kind: 'evenly' }, dryRun: true });
    expect(tried).toMatchObject({ ok: true, value: { actId: null, stays: { youths: 1 } } });
    expect(tried.ok && tried.value.moves.map(({ caseId, caseworkerId }) => [caseId, caseworkerId])).toEqual([
      ['a', 'second'],
      ['b', 'second'],
    ]);
    expect(tried.ok && [...new Set(tried.value.tasks.map(({ to }) => to))]).toEqual(['second']);
    expect(await staff.leave(as('adviser-south'), leave)).toMatchObject({ refusals: [{ code: 'access.notAllowed' }] });
  });

  seen('a substitute has the absent one’s youths and tasks for the period, and not one day longer', async (tables) => {
    const { staff } = desks(tables);
    const period = { from: day('2026-09-10'), to: day('2026-09-12') };
    const wish = {
      commandId: 'away-0001',
      runId: run,
      staffId: 'adviser-north',
      substituteId: 'adviser-south',
      ...period,
    };
    expect((await staff.registerAbsence(as('leads-south'), wish)).ok).toBe(false);
    expect((await staff.registerAbsence(as('super'), wish)).ok).toBe(true);

    const views = viewsOn(tables);
    const reader = async () => (await views.reader(staffId('adviser-south'), run))?.actor ?? as('adviser-south');
    const mine = async () => (await openedBy(views, await reader(), { list: 'mine' })).ids;
    const tasksMine = async () => (await views.tasks(await reader(), run, 'mine', today)).scopes[0]?.count ?? 0;
    const clock = (on: string) =>
      tables
        .updateTable('run')
        .set({ rehearsal_now: at(on), rehearsal_set_at: at('2026-09-10') })
        .execute();
    const during = [await mine(), (await reader()).standsInFor, await tasksMine()] as const;
    await clock('2026-09-13');
    const after = [await mine(), (await reader()).standsInFor, await tasksMine()] as const;
    await clock('2026-09-10');
    // Not the protected one.
    expect([during[0], during[1]]).toEqual([['a', 'b', 'd'], ['adviser-north']]);
    expect([after[0], after[1]]).toEqual([[], undefined]);
    expect(during[2]).toBeGreaterThan(after[2]);

    const board = await views.assignment.board(as('super'), run, { page: 1, unit: unitId('north') }, today);
    expect(board?.workers.find(({ away }) => away)).toMatchObject({
      away: { to: '2026-09-12', substitute: 'Åse Øygard' },
    });
    expect((await staff.endAbsence(as('super'), { commandId: 'x', runId: run, absenceId: 'away-0001' })).ok).toBe(true);
    expect((await reader()).standsInFor).toBeUndefined();
  });
});
