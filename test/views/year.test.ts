import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { phaseId } from '#domain/ids.ts';
import { counting } from '#store/counting.ts';
import type { Database } from '#store/open.ts';
import type { PhaseTask, TaskList } from '#views/answers/phase.ts';
import type { YouthFilter } from '#views/answers/youths.ts';
import { databases, freshDatabase, openedBy, run, viewsOn } from './asked.ts';
import { type AYouth, actor, at, staff, startRun, writeCounty, writeYouths } from './county.ts';

const youths: readonly AYouth[] = [
  { id: 'a', name: { first: 'Ane', last: 'Aas' }, caseworker: 'adviser-north' },
  { id: 'b', name: { first: 'Bo', last: 'Bakke' }, caseworker: 'adviser-north', choice: 'standard-letter' },
  { id: 'c', name: { first: 'Cato', last: 'Carlsen' }, code: 'OTUK', transfer: 'OSUT', reachedBy: ['letter', 'sms'] },
  { id: 'd', name: { first: 'Dina', last: 'Dahl' }, unit: 'south', caseworker: 'adviser-south' },
  { id: 'e', name: { first: 'Emil', last: 'Eng' }, unit: 'south', code: 'OTUK', protection: 'confidential' },
  { id: 'f', name: { first: 'Frida', last: 'Foss' }, unit: 'south', transfer: 'OSVE', reachedBy: ['letter'] },
];

const filterOf = (list: TaskList | undefined): YouthFilter => (list?.place.page === 'youths' ? list.place.filter : {});

const settle = (db: Database, tasks: readonly string[], set: object = {}) =>
  db
    .updateTable('task')
    .set({ state: 'done', done_at: at('2026-08-20'), done_by: 'super', ...set })
    .where('run_id', '=', 'run')
    .where('task_id', 'in', tasks)
    .execute();
const ready = (db: Database, tasks: readonly string[]) =>
  db.updateTable('task').set({ state: 'ready' }).where('run_id', '=', 'run').where('task_id', 'in', tasks).execute();
const stands = (db: Database, phase: string, state: string) =>
  db.updateTable('phase').set({ state }).where('run_id', '=', 'run').where('phase_id', '=', phase).execute();

describe.each(databases)('the year on %s', (kind) => {
  let db: Database | undefined;
  const ask = () => viewsOn(db as Database);
  const year = (on: string, who = 'owner') => ask().year(actor(who), run, day(on));
  const phase = async (id: string, on: string, who = 'owner') => {
    const found = await ask().phase(actor(who), run, phaseId(id), day(on));
    if (!found) throw new Error(`no phase ${id}`);
    return found;
  };
  const task = async (id: string, key: string, on: string, who = 'owner'): Promise<PhaseTask> => {
    const found = (await phase(id, on, who)).groups.flatMap(({ tasks }) => tasks).find(({ taskId }) => taskId === key);
    if (!found) throw new Error(`no task ${key}`);
    return found;
  };

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, youths);
    await settle(db, ['planning.meeting-spring', 'transfer.fetch-oson']);
    await ready(db, [
      'planning.meeting-autumn',
      'transfer.choose-oson@staff:adviser-north',
      'transfer.choose-oson@staff:adviser-south',
    ]);
    await stands(db, 'planning', 'open');
    await stands(db, 'transfer', 'open');
    await counting(db).freeze({ runId: 'run', phaseId: 'transfer', side: 'before', at: at('2026-08-21') });
    await db.updateTable('youth_case').set({ status_code: 'OTOV' }).where('case_id', '=', 'f').execute();
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: (db: Database) => Promise<void>) =>
    test(name, async (context) => (db ? does(db) : context.skip()));

  seen('has the seven phases with windows, roles, owner and progress', async () => {
    const { phases, reports, from, to, schoolYear } = await year('2026-08-24');
    expect(phases.map(({ number, phaseId: id }) => `${number} ${id}`)).toEqual([
      '1 planning',
      '2 transfer',
      '3 review',
      '4 letters',
      '5 sms',
      '6 phone',
      '7 evaluation',
    ]);
    const transfer = phases[1];
    expect(transfer?.windows.map((window) => [window.from, window.to, window.track?.nb])).toEqual([
      ['2026-08-21', '2026-08-25', 'Har ikke søkt (OSON)'],
      ['2026-08-26', '2026-09-29', 'Andre koder'],
    ]);
    expect([transfer?.owner, transfer?.roles]).toEqual([
      'Nils Haugland',
      ['system_owner', 'adviser', 'admissions_office'],
    ]);
    // Two fetches, two confirmations, and eight tasks that each adviser does, a line each; one fetch is done.
    expect([transfer?.done, transfer?.total]).toEqual([1, 12]);
    expect(phases[3]?.windows.map(({ from, forecast }) => [from, forecast])).toEqual([
      ['2026-09-22', false],
      ['2026-09-24', true],
      ['2026-10-01', false],
    ]);
    expect(reports.map(({ on }) => on)).toEqual(['2026-11-13', '2027-02-15', '2027-06-15']);
    expect([schoolYear, from, to]).toEqual(['2026-2027', '2026-06-01', '2027-07-31']);
  });

  seen('a phase is late by what is overdue, and says which', async () => {
    const { phases, late, atRisk } = await year('2026-08-24');
    const planning = phases[0];
    expect(planning?.pace).toBe('late');
    expect(
      planning?.reasons.map((reason) => reason.kind === 'task-overdue' && `${reason.task.taskId} ${reason.due}`),
    ).toContain('planning.meeting-autumn 2026-08-20');
    expect(planning?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'parts-missing', missing: ['Ane Dalseth', 'Åse Øygard'], of: 2 }),
    );
    expect([late, atRisk]).toEqual([
      phases.filter(({ pace }) => pace === 'late').length,
      phases.filter(({ pace }) => pace === 'at-risk').length,
    ]);
  });

  seen('a phase is at risk by what is due soon, or waits near the end', async () => {
    const transfer = (await year('2026-08-25')).phases[1];
    expect(transfer?.pace).toBe('at-risk');
    expect(transfer?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['task-due-soon', 'waits-for']));
    expect(transfer?.reasons).toContainEqual({
      kind: 'waits-for',
      task: expect.objectContaining({ taskId: 'transfer.code-own-contact-oson' }),
      on: expect.objectContaining({ taskId: 'transfer.choose-oson' }),
    });
    expect((await year('2026-08-25')).phases[6]).toMatchObject({ pace: 'planned', reasons: [] });
  });

  seen('what waits for overdue work is late because of that work', async () => {
    const transfer = (await year('2026-08-26')).phases[1];
    expect(transfer?.pace).toBe('late');
    expect(transfer?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['parts-missing', 'waits-for']));
    expect(transfer?.reasons).not.toContainEqual(expect.objectContaining({ kind: 'task-due-soon' }));
  });

  seen('the next deadline is the earliest of what must be done', async () => {
    const { phases } = await year('2026-08-24');
    expect(phases[1]?.next).toMatchObject({ due: '2026-08-25', phaseId: 'transfer' });
    expect(phases[6]?.next).toMatchObject({ due: '2026-12-11' });
  });

  seen('every number of the year is the length of the list it links to, for every role', async () => {
    for (const { id } of staff) {
      const answer = await year('2026-09-10', id);
      const behind = async (filter: YouthFilter) =>
        (await ask().caseIdsFor(actor(id), run, filter, undefined, answer.today)).length;
      expect([id, answer.youths]).toEqual([id, await behind({ list: 'all' })]);
      expect([id, answer.unknown]).toEqual([id, await behind({ list: 'otuk' })]);
      for (const one of answer.phases)
        for (const counter of [one.before, one.after]) {
          if (counter?.list === undefined) continue;
          expect([id, one.phaseId, counter.count]).toEqual([id, one.phaseId, await behind(counter.list)]);
          if (id === 'boss' || id === 'process') continue;
          const opened = await openedBy(ask(), actor(id), counter.list);
          expect([id, one.phaseId, counter.count]).toEqual([id, one.phaseId, opened.ids.length]);
        }
    }
  });

  seen('a frozen number stays while the live one moves, and one of a phase to come is not yet', async () => {
    const { phases } = await year('2026-09-10');
    // Frozen with a, b, d and f; f has a code now.
    expect(phases[1]?.before).toMatchObject({ count: 4, live: false });
    expect(phases[1]?.after).toMatchObject({ count: 3, live: true, list: { list: 'transfer-code' } });
    expect(phases[2]?.before).toMatchObject({ count: undefined, live: false });
    expect(phases[1]?.before?.label.nn).toMatch(/overføringskode/);
  });

  seen('an adviser sees the own unit’s numbers, a manager the county’s', async () => {
    const north = await year('2026-09-10', 'adviser-north');
    expect([north.unit, north.youths, north.unknown]).toEqual([{ unitId: 'north', name: 'Nordvik' }, 3, 1]);
    expect(north.phases[1]?.before?.count).toBe(2);
    const boss = await year('2026-09-10', 'boss');
    expect([boss.unit, boss.youths, boss.unknown]).toEqual([undefined, 6, 2]);
    // Not the protected one, who is somebody else's.
    expect((await year('2026-09-10', 'super')).unknown).toBe(1);
  });

  seen('a checklist says what can be done, by whom, and what waits for what', async () => {
    const autumn = await task('planning', 'planning.meeting-autumn', '2026-08-18', 'super');
    expect(autumn).toMatchObject({
      pace: 'at-risk',
      due: '2026-08-20',
      people: ['Siv Moen'],
      roles: ['super_user'],
      mayComplete: true,
      mayReopen: false,
      maySkip: true,
    });
    expect(await task('planning', 'planning.meeting-autumn', '2026-08-18', 'adviser-north')).toMatchObject({
      mayComplete: false,
      maySkip: false,
    });
    expect(await task('planning', 'planning.meeting-spring', '2026-08-18', 'super')).toMatchObject({
      pace: 'done',
      finished: { on: '2026-08-20', by: 'Siv Moen' },
      mayComplete: false,
      mayReopen: true,
    });
    const waiting = await task('transfer', 'transfer.code-own-contact-oson', '2026-08-24');
    expect(waiting).toMatchObject({ pace: 'waiting', mayComplete: false });
    expect(waiting.waitsFor.map(({ taskId }) => taskId)).toEqual(['transfer.choose-oson']);
    expect((await task('planning', 'planning.choose-reviewers', '2026-06-30')).pace).toBe('open');
    expect((await task('evaluation', 'evaluation.feedback-autumn', '2026-08-18')).pace).toBe('planned');
  });

  seen('a task that many do shows each part, and who may tick it', async () => {
    const clean = await task('planning', 'planning.clean-own-list', '2026-08-24', 'adviser-north');
    expect(clean.spread).toMatchObject({ over: 'person', parts: [{ name: 'Ane Dalseth' }, { name: 'Åse Øygard' }] });
    // The register ticks this one.
    const choose = await task('transfer', 'transfer.choose-oson', '2026-08-24', 'adviser-north');
    expect(choose.spread?.parts.map(({ mayTick }) => mayTick)).toEqual([false, false]);
    await ready(db as Database, ['review.nav-meeting@unit:north', 'review.nav-meeting@unit:south']);
    const meet = await task('review', 'review.nav-meeting', '2026-08-24', 'adviser-north');
    expect(meet.spread).toMatchObject({
      over: 'unit',
      parts: [
        { name: 'Nordvik', done: false, mayTick: true },
        { name: 'Ålvik', done: false, mayTick: false },
      ],
    });
  });

  seen('a task that looks after itself tells how many are left, and opens them', async () => {
    for (const { id } of staff) {
      const choose = await task('transfer', 'transfer.choose-oson', '2026-08-24', id);
      const opened = await ask().caseIdsFor(actor(id), run, filterOf(choose.list), undefined, day('2026-08-24'));
      expect([id, choose.list?.count]).toEqual([id, opened.length]);
    }
    expect((await task('transfer', 'transfer.choose-oson', '2026-08-24')).list?.count).toBe(2);
  });

  seen('a skipped task is no part of the progress, and a closed year lets nothing be done', async (tables) => {
    await settle(tables, ['planning.agree-lists'], { state: 'skipped', skip_reason: 'Gjort i vår' });
    const answer = await phase('planning', '2026-08-18');
    expect([answer.done, answer.total]).toEqual([1, 10]);
    expect(await task('planning', 'planning.agree-lists', '2026-08-18')).toMatchObject({
      pace: 'skipped',
      skipped: { on: '2026-08-20', by: 'Siv Moen', reason: 'Gjort i vår' },
      mayReopen: true,
    });
    await tables.updateTable('run').set({ state: 'closed' }).where('run_id', '=', 'run').execute();
    expect(await task('planning', 'planning.meeting-autumn', '2026-08-18', 'process')).toMatchObject({
      mayComplete: false,
      maySkip: false,
    });
    await tables.updateTable('run').set({ state: 'running' }).where('run_id', '=', 'run').execute();
  });

  seen('what has happened in a phase is told, the newest first', async (tables) => {
    const row = (
      subject: string,
      sequence: number,
      type: string,
      on: string,
      by: string | null,
      more: object = {},
    ) => ({
      subject,
      sequence,
      run_id: 'run',
      event_type: type,
      event: JSON.stringify({ type, ...more }),
      by_staff: by,
      on_behalf_of: null,
      effective_on: null,
      recorded_at: at(on),
      command_id: null,
      fingerprint: '',
    });
    await tables
      .insertInto('journal')
      .values([
        row('phase/run/transfer', 1, 'deadline.passed', '2026-08-21', null, { deadline: 'opens' }),
        row('task/run/transfer.fetch-oson', 1, 'task.completed', '2026-08-22', 'owner'),
        row('task/run/transfer.fetch-oson', 2, 'deadline.passed', '2026-08-23', null, { deadline: 'dueSoon' }),
        row('task/run/transfer.choose-oson@staff:adviser-north', 1, 'task.completed', '2026-08-24', 'adviser-north'),
        row('task/run/planning.meeting-spring', 1, 'task.completed', '2026-08-24', 'super'),
      ])
      .execute();
    const { events } = await phase('transfer', '2026-08-24');
    expect(events.map(({ what, on, by, part, title }) => [what, on, by, part, title.en.split(' – ')[0]])).toEqual([
      ['completed', '2026-08-24', 'Ane Dalseth', 'Ane Dalseth', 'Choose for each youth in your own list'],
      ['completed', '2026-08-22', 'Nils Haugland', undefined, 'Fetch the transfer list from VIGO'],
      ['opened', '2026-08-21', undefined, undefined, 'Transfer'],
    ]);
  });

  seen('my tasks are mine by name or by role, in order of time', async () => {
    const mine = async (who: Actor, on: Day) => {
      const { groups } = await ask().tasks(who, run, 'mine', on);
      return Object.fromEntries(groups.map(({ time, rows }) => [time, rows.map(({ taskId }) => taskId)]));
    };
    expect(await mine(actor('adviser-north'), day('2026-08-24'))).toMatchObject({
      overdue: ['planning.clean-own-list@staff:adviser-north'],
      today: ['transfer.choose-oson@staff:adviser-north'],
      week: [],
    });
    const office = await mine(actor('office'), day('2026-08-24'));
    expect(office.later).toContain('phone.pass-notes-november@unit:north');
    expect(Object.values(office).flat()).not.toContain('phone.pass-notes-november@unit:south');
  });

  seen('a scope’s number is the length of its list', async () => {
    for (const { id } of staff) {
      const on = day('2026-08-24');
      const { scopes } = await ask().tasks(actor(id), run, 'mine', on);
      for (const { scope, count } of scopes) {
        const { groups } = await ask().tasks(actor(id), run, scope, on);
        const rows = groups.flatMap((group) => group.rows);
        expect([id, scope, count]).toEqual([id, scope, rows.length]);
        for (const row of rows.filter(({ list }) => list?.place.page === 'youths')) {
          const behind = await ask().caseIdsFor(actor(id), run, filterOf(row.list), undefined, on);
          expect([id, row.taskId, row.list?.count]).toEqual([id, row.taskId, behind.length]);
        }
        if (scope === 'mine') {
          const now = rows.filter(({ pace }) => pace !== 'waiting').length;
          expect([id, await ask().openTasks(actor(id), run, on)]).toEqual([id, now]);
        }
      }
      expect(scopes.map(({ scope }) => scope)).toEqual(
        ['adviser-north', 'adviser-south', 'office'].includes(id) ? ['mine', 'unit', 'all'] : ['mine', 'all'],
      );
    }
  });

  seen('tasks come in pages that together are all of them, and what is counted is counted over all pages', async () => {
    const on = day('2026-08-24');
    const whole = await ask().tasks(actor('owner'), run, 'all', on);
    const first = await ask().tasks(actor('owner'), run, 'all', on, 1);
    expect(whole.total).toBeGreaterThan(first.pageSize);

    const pages = [first];
    for (let page = 2; page <= Math.ceil(first.total / first.pageSize); page += 1)
      pages.push(await ask().tasks(actor('owner'), run, 'all', on, page));
    const rows = pages.map(({ groups }) => groups.flatMap((group) => group.rows));

    expect(rows.flat()).toEqual(whole.groups.flatMap((group) => group.rows));
    expect(rows.map(({ length }) => length).slice(0, -1)).toEqual(pages.slice(1).map(() => first.pageSize));
    const counts = ({ scopes, groups, total }: typeof whole) => [scopes, groups.map(({ count }) => count), total];
    for (const page of pages) expect(counts(page)).toEqual(counts(whole));
    expect(whole.groups.map(({ count }) => count)).toEqual(whole.groups.map((group) => group.rows.length));
    expect((await ask().tasks(actor('owner'), run, 'all', on, 99)).page).toBe(pages.length);
  });

  seen('a frozen number follows its list when an undone intake takes somebody away', async (tables) => {
    const views = ask();
    const countBefore = async () => (await views.year(actor('owner'), run, day('2026-09-10'))).phases[1]?.before;
    expect((await countBefore())?.count).toBe(4);
    await tables.deleteFrom('youth_case').where('case_id', '=', 'b').execute();
    await tables
      .insertInto('intake')
      .values({
        intake_id: 'in',
        checksum: 'in',
        run_id: 'run',
        file_name: 'in.xlsx',
        format: null,
        received_at: at('2026-09-01'),
        received_by: null,
        state: 'undone',
        summary: null,
      })
      .execute();
    const counter = await countBefore();
    const behind = await views.caseIdsFor(actor('owner'), run, counter?.list ?? {}, undefined, day('2026-09-10'));
    expect([counter?.count, behind.length]).toEqual([3, 3]);
  });

  seen('a phase nobody has planned is not there', async () => {
    expect(await ask().phase(actor('owner'), run, phaseId('nothing'), day('2026-08-24'))).toBeUndefined();
  });

  seen('a year without youths is all zero', async (tables) => {
    await startRun(tables, { runId: 'empty' });
    const empty = await ask().year(actor('owner'), 'empty' as never, day('2026-09-10'));
    expect([empty.youths, empty.unknown]).toEqual([0, 0]);
  });

  seen('today is the run’s own day: the rehearsal’s clock, which ticks on', async (tables) => {
    const other = viewsOn(tables, at('2026-09-12'));
    expect(await other.runHead(run)).toMatchObject({ today: '2026-09-12', rehearsal: true, county: 'Innherad' });
    expect((await ask().currentRun())?.today).toBe('2026-09-10');
    expect((await ask().runs()).map(({ runId, isCurrent }) => [runId, isCurrent])).toEqual(
      expect.arrayContaining([
        ['run', false],
        ['empty', true],
      ]),
    );
  });
});
