import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { at, type County, phase, taskFile, virtualCounty } from '../support/virtual-county.ts';

const autumn = day('2026-08-20');
let county: County;

beforeEach(async () => {
  county = await virtualCounty();
  await county.world.to(at(autumn, '10:00'));
});

describe('reopening a task', () => {
  it('holds what waits for it, and leaves what is done already', async () => {
    await county.worksOn(autumn);
    await county.world.to(at('2026-08-25', '10:00'));
    await county.worksOn(day('2026-08-25'));
    const before = county.work('letters.print-oson').work;

    await county.does('letters.make-template');
    await county.does('planning.update-letter-template', 'task.reopened');
    await county.does('planning.meeting-spring', 'task.reopened');

    expect(before).toBe('waiting');
    expect(county.work('planning.meeting-autumn').work).toBe('done');
    expect(taskFile(county, 'letters.make-template').openBefore).toEqual(['planning.update-letter-template']);
    expect(county.words(phase('planning'))).toBe('reopened');
    expect(await county.does('planning.meeting-autumn', 'task.reopened')).toBe(true);
    expect(county.work('planning.meeting-autumn').work).toBe('waiting');
  });

  it('frees them again when it is settled, and the phase is done again', async () => {
    await county.worksOn(autumn);
    await county.does('planning.meeting-spring', 'task.reopened');
    await county.does('planning.meeting-autumn', 'task.reopened');

    await county.does('planning.meeting-spring');
    const freed = county.work('planning.meeting-autumn').work;
    await county.does('planning.meeting-autumn', 'task.skipped', {
      reason: 'It was held together with the spring one',
    });

    expect(freed).toBe('ready');
    expect(county.words(phase('planning'))).toBe('done');
  });
});

describe('a task that waits', () => {
  it('names what it waits for when somebody ticks it too early', async () => {
    const answer = await county.says('task/run/planning.meeting-autumn', 'task.completed');

    expect(answer).toEqual({
      accepted: false,
      refusals: [{ code: 'task.waits', facts: { openBefore: ['planning.meeting-spring'] } }],
    });
  });

  it('waits for its own unit or person where there is one', () => {
    expect(taskFile(county, 'phone.ring-november@staff:adviser-north').waitsFor).toEqual([
      'phone.share-out-november@unit:north',
    ]);
    expect(taskFile(county, 'phone.report-back-november@staff:adviser-south').waitsFor).toEqual([
      'phone.ring-november@staff:adviser-south',
    ]);
  });
});

describe('closing a phase', () => {
  it('is refused while required work is open, with what is open', async () => {
    const answer = await county.says(phase('planning'), 'phase.closed');

    expect(answer).toMatchObject({ accepted: false, refusals: [{ code: 'phase.openRequired' }] });
  });

  it('lets the optional tasks that are left run out', async () => {
    await county.world.to(at('2027-02-12', '10:00'));
    await county.worksOn(day('2027-02-12'), (id) => id.startsWith('phone.pass-notes'));
    const done = county.words(phase('phone'));
    const left = county.work('phone.pass-notes-november@unit:north').work;

    await county.says(phase('phone'), 'phase.reopened', { reason: 'The notes were forgotten' });
    await county.says(phase('phone'), 'phase.closed');

    expect([done, left]).toEqual(['done', 'ready']);
    expect(county.words(phase('phone'))).toBe('done');
    expect(county.work('phone.pass-notes-november@unit:north').work).toBe('expired');
    expect(county.work('phone.pass-notes-february@unit:south').work).toBe('expired');
  });
});

describe('a change of the plan in a running year', () => {
  it('moves what hangs on the date, in phases and tasks that run already', async () => {
    await county.changesPlan({
      kind: 'move-date',
      key: 'planning.meeting-autumn',
      to: day('2026-08-27'),
      reason: 'The room was taken',
    });

    expect(taskFile(county, 'planning.meeting-autumn').dueOn).toBe('2026-08-27');
    expect(taskFile(county, 'planning.choose-reviewers').dueOn).toBe('2026-08-27');
    await county.world.to(at('2026-08-26'));
    expect(county.words(phase('planning'))).toBe('dueSoon');
    expect(county.work('planning.choose-reviewers').timeliness).toBe('dueSoon');
  });

  it('skips a task with the reason, and frees what waits for it', async () => {
    await county.changesPlan({ kind: 'skip-task', task: 'planning.meeting-spring', reason: 'Nobody could come' });

    expect(county.work('planning.meeting-spring').work).toBe('skipped');
    expect(taskFile(county, 'planning.meeting-spring').skipReason).toBe('Nobody could come');
    expect(county.work('planning.meeting-autumn').work).toBe('ready');
  });

  it('brings a new task that waits only for what is open, and opens the phase that was done', async () => {
    await county.worksOn(autumn);
    const done = county.words(phase('planning'));

    await county.changesPlan({
      kind: 'add-task',
      phase: 'planning',
      task: {
        id: 'thank',
        group: 'finish',
        title: { nb: 'Takke', nn: 'Takke', en: 'Say thank you' },
        role: 'super_user',
        multiplicity: 'once',
        dependsOn: ['planning.meeting-autumn'],
        required: true,
        kind: { by: 'person' },
        due: { kind: 'offset', anchor: 'planning.meeting-autumn', amount: 1, unit: 'working-day' },
      },
      reason: 'Somebody should',
    });

    expect(done).toBe('done');
    expect(county.work('planning.thank').work).toBe('ready');
    expect(county.words(phase('planning'))).toBe('reopened');
  });
});
