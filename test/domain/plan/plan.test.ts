import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { day } from '#domain/calendar/day.ts';
import { schoolYear, schoolYearFrom } from '#domain/calendar/school-year.ts';
import { staffId, taskId, unitId } from '#domain/ids.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { changePlan } from '#domain/plan/change-plan.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { lintTemplate } from '#domain/plan/lint-template.ts';
import { datesOf, everyTask, phaseSpan } from '#domain/plan/plan-dates.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import type { DateRule, PhaseRule, TaskRule, Template } from '#domain/plan/template.ts';
import { waitsFor } from '#domain/plan/waits-for.ts';
import { whatMoves } from '#domain/plan/what-moves.ts';
import { dateIn, inputs, people, taskIn, units } from './some-plan.ts';

const plan = rollForward(inputs());
const ids = (key: string, of = plan) => taskIn(of, key).instances.map((instance) => instance.id);
const words = { nb: 'x', nn: 'x', en: 'x' };
const monthDay = (month: number, dayOfMonth: number): DateRule => ({
  kind: 'month-day',
  month,
  day: dayOfMonth,
  move: 'next',
});
const aTask = (more: Partial<TaskRule> = {}): TaskRule => ({
  id: 'one',
  group: 'do',
  title: words,
  role: 'adviser',
  multiplicity: 'once',
  dependsOn: [],
  required: true,
  kind: { by: 'person' },
  due: monthDay(9, 10),
  ...more,
});
const aPhase = (more: Partial<PhaseRule> = {}): PhaseRule => ({
  id: 'work',
  title: words,
  what: words,
  owner: 'system_owner',
  participants: [],
  place: words,
  references: [],
  windows: [{ id: 'main', opens: monthDay(9, 1), closes: monthDay(9, 30) }],
  counters: [],
  tasks: [aTask()],
  ...more,
});
const aTemplate = (more: Partial<Template> = {}): Template => ({
  id: 'small',
  version: 1,
  title: words,
  tracks: [],
  reportingDays: [],
  anchors: [],
  cohorts: [],
  phases: [aPhase()],
  order: [],
  ...more,
});
const lint = (template: Template) =>
  lintTemplate(template, [schoolYear('2026-2027')]).map(({ id, where, facts }) => ({ id, where, ...facts }));

describe('a rolled plan', () => {
  it('has the seven phases of the sheet in order, each with owner, place, windows and tasks', () => {
    expect(plan.phases.map((phase) => `${phase.number} ${phase.id} ${phase.owner}`)).toEqual([
      '1 planning super_user',
      '2 transfer system_owner',
      '3 review review_group',
      '4 letters office_staff',
      '5 sms system_owner',
      '6 phone super_user',
      '7 evaluation system_owner',
    ]);
    expect(plan.phases.map((phase) => phase.windows.length)).toEqual([2, 2, 2, 3, 1, 2, 2]);
    expect(plan.reportingDays.map((one) => one.date.day)).toEqual(['2026-11-13', '2027-02-15', '2027-06-15']);
  });

  it('keeps the sheet’s days where they make sense', () => {
    const days = Object.fromEntries([...datesOf(plan)].map(([key, date]) => [key, date.day]));
    expect(days).toMatchObject({
      'planning.meeting-spring': '2026-06-23',
      'planning.meeting-autumn': '2026-08-20',
      'transfer.choose-oson': '2026-08-25',
      'transfer.choose-others': '2026-09-29',
      'review.nav-meeting': '2026-09-30',
      'phone.november.opens': '2026-10-30',
      'phone.february.opens': '2027-02-01',
      'evaluation.autumn.closes': '2026-12-11',
      'evaluation.spring.closes': '2027-06-04',
    });
    expect(dateIn(plan, 'planning.meeting-spring').time).toBe('08:30');
    expect(dateIn(plan, 'planning.meeting-autumn').time).toBe('12:30');
  });

  it('is plain JSON and the same every time', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(rollForward(inputs())).toEqual(plan);
  });

  it('writes out tasks once, for each unit and for each person', () => {
    expect(ids('review.cross-check')).toEqual(['review.cross-check']);
    expect(ids('review.nav-meeting')).toEqual(units.map((unit) => `review.nav-meeting@unit:${unit}`));
    expect(ids('transfer.choose-oson')).toHaveLength(6);
    expect(taskIn(plan, 'transfer.choose-oson').instances[0]).toEqual({
      id: 'transfer.choose-oson@staff:a-nord-1',
      unit: 'nord',
      staff: 'a-nord-1',
    });
    expect(new Set(everyTask(plan).map(({ instance }) => instance.id)).size).toBe(everyTask(plan).length);
  });

  it('names the one who answers for a task, and nobody where several share it', () => {
    expect(taskIn(plan, 'review.cross-check').instances[0]?.staff).toBe('s-review_group');
    expect(taskIn(plan, 'review.nav-meeting').instances[0]?.staff).toBeUndefined();
    const one = people.filter((person) => person.staff !== staffId('a-nord-2'));
    expect(taskIn(rollForward(inputs({ people: one })), 'review.nav-meeting').instances[0]?.staff).toBe('a-nord-1');
  });

  it('says where a role has nobody, and goes on', () => {
    const without = people.filter((person) => !person.staff.startsWith('a-sor'));
    const missing = lintPlan(rollForward(inputs({ people: without })));
    expect(new Set(missing.map((finding) => `${finding.id} ${finding.severity} ${finding.facts.unit}`))).toEqual(
      new Set(['no-person warning sor']),
    );
    expect(rollForward(inputs({ people: [], units: [] })).phases).toHaveLength(7);
  });

  it('waits for the same person’s task, the same unit’s task, or all of them', () => {
    const waits = (key: string, at: number) => {
      const task = taskIn(plan, key);
      const instance = task.instances[at];
      return instance ? waitsFor(plan, task, instance) : [];
    };
    expect(waits('transfer.code-own-contact-oson', 1)).toEqual(['transfer.choose-oson@staff:a-nord-2']);
    expect(waits('review.update-register', 2)).toEqual(['review.nav-meeting@unit:vest']);
    expect(waits('letters.send-oson', 0)).toHaveLength(7);
  });

  it('has phases that overlap, and a span for each', () => {
    const [letters] = plan.phases.filter((phase) => phase.id === 'letters');
    expect(letters && phaseSpan(plan, letters)).toEqual({ from: '2026-09-22', to: '2026-10-21' });
  });
});

describe('a change of a live plan', () => {
  it('moves what hangs on the date, and nothing else', () => {
    const changed = changePlan(inputs(), {
      kind: 'move-date',
      key: 'review.units.closes',
      to: day('2026-10-02'),
      reason: 'Nav is busy',
    });
    const moved = changed.moves.flatMap((one) => (one.kind === 'date' ? [`${one.key} ${one.to} ${one.days}`] : []));
    expect(moved).toContain('review.nav-meeting 2026-10-02 2');
    expect(moved).toContain('letters.send-others 2026-10-09 2');
    expect(moved).toContain('letters.last-sent 2026-10-09 2');
    expect(moved).toContain('sms.send 2026-10-23 2');
    expect(moved.some((text) => text.startsWith('phone') || text.startsWith('letters.send-oson'))).toBe(false);
    expect(changed.newFindings).toEqual([]);
    expect(dateIn(changed.plan, 'review.units.closes')).toMatchObject({ setByHand: true });
  });

  it('tells what it breaks', () => {
    const early = changePlan(inputs(), {
      kind: 'move-date',
      key: 'letters.send-others',
      to: day('2026-09-27'),
      reason: 'holiday',
    });
    expect(early.newFindings.map((finding) => `${finding.id} ${finding.where}`)).toEqual(
      expect.arrayContaining(['F4 letters.send-others', 'F6 letters.send-others']),
    );
    const kept = changePlan(inputs(), {
      kind: 'move-date',
      key: 'report.june',
      to: day('2027-06-13'),
      move: 'keep',
      reason: 'Udir says so',
    });
    expect(kept.newFindings).toEqual([]);
  });

  it('adds a task, skips one with a reason, changes role and person', () => {
    const changes: readonly PlanChange[] = [
      { kind: 'add-task', phase: 'review', task: aTask({ id: 'extra', multiplicity: 'each-unit' }), reason: 'more' },
      { kind: 'skip-task', task: 'planning.minute-admissions-meeting', reason: 'no meeting this year' },
      {
        kind: 'skip-task',
        task: 'review.nav-meeting',
        instance: taskId('review.nav-meeting@unit:sor'),
        reason: 'moved',
      },
      { kind: 'change-role', task: 'letters.print-oson', role: 'system_owner', reason: 'printer' },
      { kind: 'change-person', task: 'review.cross-check', staff: staffId('a-vest-1'), reason: 'ill' },
    ];
    const after = rollForward(inputs({ changes }));
    expect(ids('review.extra', after)).toHaveLength(3);
    expect(taskIn(after, 'planning.minute-admissions-meeting').skipped).toBe('no meeting this year');
    expect(taskIn(after, 'review.nav-meeting').instances.map((one) => one.skipped)).toEqual([
      undefined,
      'moved',
      undefined,
    ]);
    expect(taskIn(after, 'letters.print-oson').role).toBe('system_owner');
    expect(taskIn(after, 'review.cross-check').instances[0]?.staff).toBe('a-vest-1');
    expect(lintPlan(after)).toEqual([]);
    expect(
      whatMoves(plan, after)
        .map((one) => one.kind)
        .sort(),
    ).toEqual(['person', 'person', 'role', 'task-added', 'task-skipped', 'task-skipped']);
    expect(whatMoves(after, plan).map((one) => one.kind)).toContain('task-back');
  });

  it('says when a change meets nothing any more', () => {
    const changes: readonly PlanChange[] = [
      { kind: 'skip-task', task: 'letters.gone', reason: 'x' },
      { kind: 'move-date', key: 'nowhere', to: day('2026-10-01'), reason: 'x' },
      { kind: 'change-role', task: 'letters.print-oson', role: 'wizard', reason: 'x' },
    ];
    const found = lintPlan(rollForward(inputs({ changes })));
    expect(found.map((finding) => `${finding.id} ${finding.where}`).sort()).toEqual([
      'lost-change letters.gone',
      'lost-change nowhere',
      'unknown-role letters.print-oson',
    ]);
  });

  it('is the same list of changes, the same plan, whatever they are', () => {
    const keys = [...datesOf(plan).keys()];
    const move = fc.record({ at: fc.nat(keys.length - 1), days: fc.integer({ min: -400, max: 400 }) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moved) => {
        const changes = moved.map(({ at, days }) => ({
          kind: 'move-date' as const,
          key: keys[at] ?? '',
          to: addDays(day('2026-11-15'), days),
          reason: 'x',
        }));
        const one = rollForward(inputs({ changes }));
        expect(whatMoves(one, rollForward(inputs({ changes })))).toEqual([]);
        lintPlan(one);
      }),
      { numRuns: 60 },
    );
  });
});

describe('lint of a template', () => {
  it('finds nothing in a small clean one', () => {
    expect(lint(aTemplate())).toEqual([]);
  });

  it.each<[string, Template, object]>([
    [
      'a role nobody knows',
      aTemplate({ phases: [aPhase({ owner: 'wizard' })] }),
      { id: 'unknown-role', where: 'work', role: 'wizard' },
    ],
    [
      'a phase without tasks',
      aTemplate({ phases: [aPhase({ tasks: [] })] }),
      { id: 'empty-phase', where: 'work', lacks: 'tasks' },
    ],
    [
      'a phase without windows',
      aTemplate({ phases: [aPhase({ windows: [] })] }),
      { id: 'empty-phase', where: 'work', lacks: 'windows' },
    ],
    [
      'tasks that wait for each other',
      aTemplate({
        phases: [
          aPhase({ tasks: [aTask({ dependsOn: ['work.two'] }), aTask({ id: 'two', dependsOn: ['work.one'] })] }),
        ],
      }),
      { id: 'circular', where: 'work.one', circle: ['work.one', 'work.two', 'work.one'] },
    ],
    [
      'dates that hang on each other',
      aTemplate({
        phases: [
          aPhase({
            tasks: [
              aTask({ due: { kind: 'offset', anchor: 'work.two', amount: 1, unit: 'day', move: 'next' } }),
              aTask({ id: 'two', due: { kind: 'offset', anchor: 'work.one', amount: 1, unit: 'day', move: 'next' } }),
            ],
          }),
        ],
      }),
      { id: 'circular', where: 'work.one', circle: ['work.one', 'work.two', 'work.one'] },
    ],
    [
      'an anchor nobody knows',
      aTemplate({
        phases: [
          aPhase({
            tasks: [aTask({ due: { kind: 'offset', anchor: 'letters.gone', amount: 14, unit: 'day', move: 'next' } })],
          }),
        ],
      }),
      { id: 'unknown-anchor', where: 'work.one', anchor: 'letters.gone' },
    ],
    [
      'a task that waits for nothing there is',
      aTemplate({ phases: [aPhase({ tasks: [aTask({ dependsOn: ['work.gone'] })] })] }),
      { id: 'unknown-task', where: 'work.one', task: 'work.gone' },
    ],
    [
      'a track nobody knows',
      aTemplate({ phases: [aPhase({ tasks: [aTask({ track: 'oson' })] })] }),
      { id: 'unknown-track', where: 'work.one', track: 'oson' },
    ],
    [
      'two tasks of one name',
      aTemplate({ phases: [aPhase({ tasks: [aTask(), aTask()] })] }),
      { id: 'duplicate-id', name: 'work.one' },
    ],
    [
      'a day the year does not have',
      aTemplate({
        phases: [aPhase({ tasks: [aTask({ due: { kind: 'month-day', month: 2, day: 29, move: 'next' } })] })],
      }),
      { id: 'no-such-day', where: 'work.one', rule: '29.2.' },
    ],
    [
      'a window that closes before it opens',
      aTemplate({ phases: [aPhase({ windows: [{ id: 'main', opens: monthDay(9, 30), closes: monthDay(9, 1) }] })] }),
      { id: 'window-backwards', where: 'work.main.closes', opensDay: '2026-09-30', closesDay: '2026-09-01' },
    ],
    [
      'a task due before what it waits for',
      aTemplate({
        phases: [aPhase({ tasks: [aTask({ dependsOn: ['work.two'] }), aTask({ id: 'two', due: monthDay(9, 20) })] })],
      }),
      { id: 'order', where: 'work.one', earlier: 'work.two', laterDay: '2026-09-10', earlierDay: '2026-09-21' },
    ],
    [
      'a weekday typed beside a day that has another that year',
      aTemplate({
        phases: [aPhase({ tasks: [aTask({ due: { kind: 'month-day', month: 9, day: 10, weekday: 'friday' } })] })],
      }),
      { id: 'F2', where: 'work.one', typed: 'friday', weekday: 'thursday' },
    ],
    [
      'a code in two tracks',
      aTemplate({
        tracks: ['oson', 'others'].map((id) => ({ id, title: words, codes: ['OSON'], allYear: false })),
      }),
      { id: 'shared-code', where: 'track others', code: 'OSON', earlier: 'track oson' },
    ],
    [
      'a code VIGO does not send',
      aTemplate({ tracks: [{ id: 'oson', title: words, codes: ['OSXX', 'OSYY'], allYear: false }] }),
      { id: 'unknown-code', where: 'track oson', code: 'OSYY' },
    ],
    [
      'a cohort that ends before it begins',
      aTemplate({
        cohorts: [{ id: 'started', title: words, kind: 'between', from: monthDay(9, 19), to: monthDay(9, 1) }],
      }),
      { id: 'window-backwards', where: 'started', opensDay: '2026-09-21', closesDay: '2026-09-01' },
    ],
  ])('finds %s', (_, template, wanted) => {
    expect(lint(template)).toContainEqual(expect.objectContaining(wanted));
  });

  it('asks about a day off in whichever year it comes', () => {
    const bare: DateRule = { kind: 'month-day', month: 5, day: 17 };
    const template = aTemplate({ phases: [aPhase({ tasks: [aTask({ due: bare })] })] });
    const years = [2024, 2025].map(schoolYearFrom);
    expect(lintTemplate(template, years).map((one) => [one.id, one.where, one.facts.because])).toEqual([
      ['F6', 'work.one', 'constitution-day'],
    ]);
  });

  it('says nothing of a date that is kept on purpose', () => {
    const kept: DateRule = { kind: 'month-day', month: 11, day: 15, move: 'keep' };
    expect(lint(aTemplate({ phases: [aPhase({ tasks: [aTask({ due: kept })] })] }))).toEqual([]);
  });

  it('does not run out of the calendar however far a chain of offsets goes', () => {
    const tasks = Array.from({ length: 100 }, (_, index) =>
      aTask({
        id: `t${index}`,
        due:
          index === 0
            ? monthDay(9, 1)
            : { kind: 'offset', anchor: `work.t${index - 1}`, amount: -400, unit: 'working-day' },
      }),
    );
    expect(lint(aTemplate({ phases: [aPhase({ tasks })] })).some((one) => one.id === 'F1')).toBe(true);
  });

  it('knows units only by their ids', () => {
    const strange = rollForward(inputs({ units: [unitId('01J9')] }));
    expect(ids('review.nav-meeting', strange)).toEqual(['review.nav-meeting@unit:01J9']);
  });
});
