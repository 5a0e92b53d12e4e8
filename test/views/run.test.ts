import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { intakeId, staffId, unitId } from '#domain/ids.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import type { IntakePreview } from '#ports/intakes.ts';
import type { Database } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';
import type { WebViews } from '#web/needs.ts';
import { aCase, databases, freshDatabase, run, today, viewsOn } from './asked.ts';
import { actor, at, inputsFor, journalRow, startRun, writeCounty, writeYouths } from './county.ts';

const preview: IntakePreview = {
  intakeId: 'in-1',
  runId: 'run',
  fileName: 'overføring.xlsx',
  format: 'XLSX',
  receivedAt: at('2026-08-21'),
  receivedBy: 'owner',
  state: 'applied',
  counts: { rows: 3, create: 2, change: 0, same: 0, gone: 0, faulty: 1 },
  concerns: [{ code: 'intake.approve.faultyRows', facts: { count: 1, rows: ['4'] }, source: 'x' }],
  kind: 'create',
  page: 0,
  pageSize: 50,
  rows: [
    {
      row: 2,
      kind: 'create',
      name: 'Ane Aas',
      unit: 'Nordvik',
      fields: [],
      faults: [{ code: 'f', place: '4 C', found: 'x' }],
    },
  ],
};

const intakeRow = (id: string, state: string, at_: number) => ({
  intake_id: id,
  checksum: id,
  run_id: 'run',
  file_name: `${id}.xlsx`,
  format: 'XLSX',
  received_at: at_,
  received_by: 'owner',
  state,
  summary: JSON.stringify({ counts: preview.counts, concerns: [] }),
});

describe.each(databases)('the run on %s', (kind) => {
  let db: Database | undefined;
  const asked: (readonly [string, string, number])[] = [];
  const ask = () =>
    viewsOn(db as Database, at('2026-09-10'), {
      intakes: {
        preview: async (...what) => {
          asked.push(what);
          return preview;
        },
      },
    });

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, [
      { id: 'a', name: { first: 'Ane', last: 'Aas' }, caseworker: 'adviser-north' },
      { id: 'b', name: { first: 'Bo', last: 'Bakke' }, code: 'OTUK' },
      { id: 'c', name: { first: 'Cato', last: 'Carlsen' }, unit: 'south', code: 'OTUK' },
    ]);
    await db
      .insertInto('intake')
      .values([
        intakeRow('in-1', 'applied', at('2026-08-21')),
        intakeRow('in-2', 'needsApproval', at('2026-08-22')),
        intakeRow('in-3', 'planned', at('2026-08-23')),
      ])
      .execute();
    await db.updateTable('youth_case').set({ intake_id: 'in-1' }).execute();
    await db
      .insertInto('standing')
      .values({
        subject: 'intake/in-3',
        kind: 'intake',
        run_id: 'run',
        sequence: 1,
        input: '{}',
        snapshot: JSON.stringify({ value: 'planned', context: { approvedBy: 'process', kept: 0 } }),
        rule_version: 1,
        next_deadline: null,
        engine: null,
        clock_ahead: 0,
      })
      .execute();
    await db
      .insertInto('journal')
      .values([
        { ...journalRow('x', 2, { type: 'intake.applied', on: '2026-08-21' }, 'run', 'owner'), subject: 'intake/in-1' },
        journalRow(
          'a',
          1,
          { type: 'case.assigned', on: '2026-08-22', unitId: 'north', caseworkerId: 'adviser-north' },
          'run',
          'super',
          'w1',
        ),
        journalRow(
          'b',
          1,
          { type: 'transfer.received', on: '2026-08-22', transfer: null },
          'run',
          null,
          'intake/in-2/x',
        ),
      ])
      .execute();
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: (db: Database) => Promise<void>) =>
    test(name, async (context) => (db ? does(db) : context.skip()));

  seen('the questions are those the pages ask', async () => {
    const views: WebViews = ask();
    expect(await views.county()).toBe('Innherad');
  });

  seen('lists that came are told newest first, to those who bring or approve them', async () => {
    const { earlier, mayUpload } = await ask().intakes(actor('owner'), run);
    expect(earlier.map((one) => [one.intakeId, one.state, one.by, one.received, one.counts.faults])).toEqual([
      ['in-3', 'approved', 'Nils Haugland', '2026-08-23', 1],
      ['in-2', 'previewed', 'Nils Haugland', '2026-08-22', 1],
      ['in-1', 'applied', 'Nils Haugland', '2026-08-21', 1],
    ]);
    expect(mayUpload).toBe(true);
    expect(await ask().intakes(actor('adviser-north'), run)).toMatchObject({ earlier: [], mayUpload: false });
  });

  seen('a list is shown with its rows, and what may be done with it', async () => {
    const shown = await ask().intake(actor('owner'), run, intakeId('in-1'), undefined, 1);
    expect(shown).toMatchObject({
      shown: 'create',
      rows: [{ row: 2, name: 'Ane Aas', unit: 'Nordvik' }],
      faults: [],
      concerns: [{ code: 'intake.approve.faultyRows', facts: { count: 1 } }],
      applied: { on: '2026-08-21', by: 'Nils Haugland' },
      // Ane was assigned by hand; what a later list told of Bo is no hand.
      keptByUndo: 1,
      mayApprove: false,
      mayApply: false,
      mayUndo: true,
    });
    const faults = await ask().intake(actor('owner'), run, intakeId('in-1'), 'faults', 2);
    expect(faults?.faults).toEqual([{ code: 'f', place: '4 C', found: 'x', row: 2, column: '4 C' }]);
    expect(asked.at(-1)).toEqual(['in-1', 'faulty', 1]);
    expect(await ask().intake(actor('owner'), run, intakeId('in-2'), undefined, 1)).toMatchObject({
      mayApprove: true,
      mayApply: false,
    });
    expect(await ask().intake(actor('owner'), run, intakeId('in-3'), undefined, 1)).toMatchObject({
      mayApply: true,
      approvedBy: 'Eli Brattli',
    });
  });

  seen('who approves a list without meeting youths sees its numbers only', async () => {
    const shown = await ask().intake(actor('process'), run, intakeId('in-2'), 'create', 1);
    expect(shown).toMatchObject({ rows: [], faults: [], counts: { create: 2 }, mayApprove: true, mayApply: false });
    expect(await ask().intake(actor('adviser-north'), run, intakeId('in-2'), 'create', 1)).toBeUndefined();
    expect(await ask().intake(actor('owner'), 'other' as never, intakeId('in-2'), 'create', 1)).toBeUndefined();
  });

  seen('the plan in force is told with its findings, people and units', async (tables) => {
    const answer = await ask().plan(actor('process'), run, today);
    // Nobody is office staff in Ålvik.
    expect([...new Set(answer.findings.map(({ id, severity }) => `${id} ${severity}`))]).toEqual(['no-person warning']);
    expect(answer.mayChange).toBe(true);
    expect(answer.units.map(({ name }) => name)).toEqual(['Nordvik', 'Ålvik']);
    expect(answer.staff.at(-1)?.name).toBe('Åse Øygard');
    expect((await ask().plan(actor('adviser-north'), run, today)).mayChange).toBe(false);

    const move = {
      kind: 'move-date',
      key: 'planning.meeting-autumn',
      to: day('2026-08-24'),
      reason: 'Sykdom',
    } as const;
    const tried = await ask().planMove(run, move);
    expect(tried?.moves.map((one) => one.key)).toContain('transfer.oson.opens');

    const views = ask();
    await views.plan(actor('process'), run, today);
    const next = rollForward({ ...inputsFor(), changes: [move] });
    const store = runs(tables, () => at('2026-09-10'));
    const version = await store.keepPlan({ runId: 'run', plan: next, completions: {}, at: 1, by: null, key: 'k' });
    expect((await views.plan(actor('process'), run, today)).plan.changes).toEqual([]);
    await tables.updateTable('run').set({ plan_version: version }).where('run_id', '=', 'run').execute();
    expect((await views.plan(actor('process'), run, today)).plan.changes).toEqual([move]);
  });

  seen('a year can be started by who answers for the process, from a template for units', async () => {
    const choice = { template: 'vigo-otto', schoolYear: '2027-2028', units: [unitId('south')] };
    const { inputs, schoolYears, started, people } = await ask().start(actor('process'), choice);
    expect(schoolYears).toEqual(['2026-2027', '2027-2028']);
    // The only run is a rehearsal.
    expect(started).toEqual([]);
    expect(inputs?.people.map(({ staff }) => staff)).toEqual([
      'adviser-south',
      'boss',
      'owner',
      'process',
      'reviewer',
      'super',
    ]);
    expect(inputs?.units).toEqual(['south']);
    expect(people.find(({ role }) => role === 'adviser')?.staff.map(({ name }) => name)).toEqual([
      'Ane Dalseth',
      'Åse Øygard',
    ]);
    const none = async (wish: object) => (await ask().start(actor('process'), { ...choice, ...wish })).inputs;
    expect(await none({ template: 'other' })).toBeUndefined();
    expect(await none({ schoolYear: '2026-2029' })).toBeUndefined();
    expect(await none({ units: [unitId('nowhere')] })).toBeUndefined();
    expect((await none({ units: [] }))?.units).toEqual(['north', 'south']);
    const other = await ask().start(actor('adviser-north'), choice);
    expect([other.inputs, other.people.flatMap(({ staff }) => staff)]).toEqual([undefined, []]);
  });

  seen('a reader holds what was given for all runs and for this one, and nothing when gone', async (tables) => {
    await tables
      .insertInto('staff_role')
      .values({ staff_id: 'boss', role: 'review_group', run_id: 'other', unit_id: null })
      .execute();
    expect(await ask().reader(staffId('boss'), run)).toEqual({
      name: 'Mona Strand',
      actor: { staffId: 'boss', grants: [{ role: 'manager', unitId: null }] },
    });
    expect((await ask().reader(staffId('boss'), 'other' as never))?.actor.grants).toHaveLength(2);
    await tables.updateTable('staff').set({ active: false }).where('staff_id', '=', 'office').execute();
    expect(await ask().reader(staffId('office'), run)).toBeUndefined();
    expect(await ask().reader(staffId('nobody'), run)).toBeUndefined();
  });

  seen('the demo’s people are by surname, and nobody is named outside a demo', async () => {
    const { county, demo } = await ask().signIn(true);
    expect([county, demo.map(({ name }) => name)]).toEqual([
      'Innherad',
      ['Eli Brattli', 'Ane Dalseth', 'Nils Haugland', 'Siv Moen', 'Mona Strand', 'Tor Vike', 'Åse Øygard'],
    ]);
    expect(demo[1]).toMatchObject({ roles: ['adviser'], unit: 'Nordvik' });
    expect((await ask().signIn(false)).demo).toEqual([]);
  });

  seen('the status counts codes, cases the engine knows, and orders left', async (tables) => {
    await tables.insertInto('engine_mark').values({ mark: 'm', engine: 'engine-1', made_at: 1 }).execute();
    await tables.updateTable('standing').set({ engine: 'engine-1' }).where('subject', '=', 'youth/a').execute();
    await tables.updateTable('standing').set({ engine: 'engine-0' }).where('subject', '=', 'youth/b').execute();
    const order = {
      order_key: 'o',
      subject: 'youth/a',
      name: 'x',
      params: '{}',
      ordered_at: 1,
      state: 'open',
      answer: null,
    };
    await tables
      .insertInto('orders')
      .values([order, { ...order, order_key: 'p', state: 'settled' }])
      .execute();
    const status = await ask().status(run);
    expect(status).toMatchObject({ opening: { cases: 3, opened: 1 }, unsettled: 1 });
    expect(status?.codes).toEqual([
      { code: 'OTUK', count: 2 },
      { code: null, count: 1 },
    ]);
    expect(status?.phases[0]).toMatchObject({ phaseId: 'planning', state: 'planned', done: 0, total: 11 });
    expect(await ask().status('nothing' as never)).toBeUndefined();
  });

  seen('the coding guide asks what is missing and gives the codes that fit, to who may code', async () => {
    const guide = await ask().codingGuide(actor('adviser-north'), run, aCase('b'), {}, 'OTOV', today);
    expect(guide?.questions).toContain('contact');
    expect(guide?.decision.verdict).toBe('refused');
    expect(guide?.decision.fits).toContain('OTUK');
    expect(await ask().codingGuide(actor('boss'), run, aCase('a'), {}, null, today)).toBeUndefined();
  });

  seen('a journal is told with the names of those who acted', async () => {
    const lines = await ask().journalOf('youth/a');
    expect(lines.map(({ sequence, type, byName }) => [sequence, type, byName])).toEqual([
      [0, 'transfer.received', 'Ane Dalseth'],
      [1, 'case.assigned', 'Siv Moen'],
    ]);
  });

  seen('the year shown is the one that runs and has begun, or the rehearsal started last', async (tables) => {
    const store = runs(tables, () => at('2026-09-10'));
    const real = async (runId: string, schoolYear: string, on: string) => {
      const inputs = inputsFor(undefined, undefined, schoolYear);
      const plan = rollForward(inputs);
      await store.start({ runId, title: '', inputs, plan, rehearsalNow: null, realNow: at(on), at: at(on), by: null });
    };
    const shown = async (wished?: string) => (await ask().currentRun(wished))?.runId;
    await real('this-year', '2026-2027', '2026-09-01');
    // The rehearsal of the other tests was started on 10 September, for a clock that shows the same.
    await tables
      .updateTable('run')
      .set({ clock_shift: 0, created_at: at('2026-06-01') })
      .where('run_id', '=', 'run')
      .execute();
    expect(await shown()).toBe('this-year');
    expect(await shown('run')).toBe('run');
    expect(await shown('no-such-year')).toBe('this-year');
    await real('next-year', '2027-2028', '2026-09-05');
    expect(await shown()).toBe('this-year');
    await tables.updateTable('run').set({ state: 'closed' }).where('run_id', '=', 'this-year').execute();
    expect(await shown()).toBe('next-year');
    // Started today, on a clock that shows 4 May.
    await tables
      .updateTable('run')
      .set({ created_at: at('2026-05-04'), clock_shift: at('2026-05-04') - at('2026-09-10') })
      .where('run_id', '=', 'run')
      .execute();
    expect(await shown()).toBe('run');
  });

  seen('no year at all is an empty answer, not a fault', async (tables) => {
    for (const table of [
      'orders',
      'journal',
      'standing',
      'task_dependency',
      'task',
      'phase',
      'plan',
      'youth_case',
      'intake',
      'run',
    ] as const)
      await tables.deleteFrom(table).execute();
    expect(await ask().currentRun()).toBeUndefined();
    expect(await ask().runs()).toEqual([]);
    expect(await ask().runHead(run)).toBeUndefined();
  });
});
