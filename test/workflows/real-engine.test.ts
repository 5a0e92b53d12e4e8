import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WorkflowNotFoundError } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerformers } from '#activities/performers.ts';
import { day } from '#domain/calendar/day.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { changePlan } from '#domain/plan/change-plan.ts';
import type { Happening, OpenOrder, Standing } from '#domain/standing.ts';
import { plain, resume, step } from '#machines/chart.ts';
import { yearChart } from '#machines/school-year/machine.ts';
import type { Intakes } from '#ports/intakes.ts';
import { acts } from '#store/acts/acts.ts';
import { assignments } from '#store/assignment/assignments.ts';
import { engineMarks } from '#store/engine-marks.ts';
import type { Database } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { engineForTests, engineLater } from '../support/engine.ts';
import { writeYear, writeYouth } from '../support/rows.ts';

/** A busy machine takes its time; nobody waits longer than needed. */
const soon = { timeout: 40_000 };
let db: Database;
let house: Awaited<ReturnType<typeof engineForTests>>;
const runId = randomUUID();
const year = `year/${runId}`;
const planning = `phase/${runId}/planning`;
const task = (id: string) => `task/${runId}/${id}`;

/** The house's engine, which stands before its performers can act on it. */
const later = engineLater(() => house.engine);
const none = () => Promise.reject(new Error('no lists arrive here'));
const intakes: Intakes = { receive: none, runOf: none, replan: none, apply: none, undo: none, preview: none };

beforeAll(async () => {
  db = await memoryDatabase();
  await writeYear(db, runId);
  const counting = { freeze: async () => {} };
  const kept = runs(db, () => Date.now());
  house = await engineForTests(
    db,
    createPerformers({
      ...{ engine: later, runs: kept, counting, intakes, acts: acts(db), assignments: assignments(db) },
      campaigns: { waitingIn: async () => [] },
    }),
  );
});
afterAll(async () => {
  await house?.stop();
  await db?.destroy();
});

const at = Date.parse('2026-10-01T08:00:00Z');
const on = day('2026-10-01');
const happened = (type: string, more: object = {}): Happening => ({ type, at, doer: { by: 'somebody' }, ...more });
const heard = happened('contact.registered', {
  on,
  channel: 'phone',
  direction: 'out',
  answeredBy: 'youth',
  says: null,
});
const coded = (to: string) =>
  happened('status.set', { on, age: { minor: true, target: 'covered' }, to, override: null });

const tell = (subject: string, event: Happening, commandId: string = randomUUID()) =>
  house.engine.tell({ subject, commandId, event });
const opened = async (...subjects: readonly string[]) => {
  await house.engine.openMany(subjects);
  await expect.poll(() => engineMarks(db).unopenedAmong('test', subjects), soon).toEqual([]);
};
const openYouth = async () => {
  const subject = await writeYouth(db, runId, randomUUID());
  await opened(subject);
  return subject;
};
const stepsOf = async (subject: string) => {
  const rows = await db
    .selectFrom('journal')
    .select('event_type')
    .where('subject', '=', subject)
    .where('sequence', '>', 0)
    .orderBy('sequence')
    .execute();
  return rows.map(({ event_type }) => event_type);
};
const taskState = async (id: string) =>
  (await db.selectFrom('task').select('state').where('run_id', '=', runId).where('task_id', '=', id).executeTakeFirst())
    ?.state;
const phaseState = async (id: string) =>
  (
    await db
      .selectFrom('phase')
      .select('state')
      .where('run_id', '=', runId)
      .where('phase_id', '=', id)
      .executeTakeFirst()
  )?.state;
const historyLength = async (workflowId: string) =>
  (await house.client.workflow.getHandle(workflowId).describe()).historyLength;

describe('a youth on the real engine', () => {
  it('leaves no trace in the history when a command is refused before it is taken', async () => {
    const subject = await openYouth();
    await tell(subject, coded('OTUK'));
    const before = await historyLength(subject);

    const refused = await tell(subject, coded('OTNO'));

    expect(refused).toMatchObject({ ok: false, refusals: [{ code: expect.stringMatching(/^coding\./) }, {}] });
    expect(await historyLength(subject)).toBe(before);
    expect(await stepsOf(subject)).toEqual(['status.set']);
  });

  it('takes a wish that is sent twice once, and answers both times with the same number', async () => {
    const subject = await openYouth();
    const wish = randomUUID();

    const first = await tell(subject, heard, wish);
    const second = await tell(subject, heard, wish);

    expect([first, second]).toMatchObject([{ value: { sequence: 1 } }, { value: { sequence: 1 } }]);
    expect(await stepsOf(subject)).toEqual(['contact.registered']);
  });

  it('answers a wish that was granted by an engine since lost as granted, though it could not be granted again', async () => {
    const done = task('planning.agree-lists');
    const wish = randomUUID();
    const first = await tell(done, happened('task.completed'), wish);
    await house.client.workflow.getHandle(planning).terminate('the engine is lost');

    const again = await tell(done, happened('task.completed'), wish);
    const another = await tell(done, happened('task.completed'));

    expect(again).toMatchObject({ ok: true, value: { sequence: first.ok && first.value.sequence } });
    expect(another).toMatchObject({ ok: false, refusals: [{ code: 'task.notNow' }] });
  });

  it('goes on from its row when the engine is behind it', async () => {
    const subject = await openYouth();
    const old = await stepBook(db).reopen(subject);
    const wish = randomUUID();
    await tell(subject, heard, wish);
    await tell(subject, coded('OTOV'));
    const handle = house.client.workflow.getHandle(subject);
    await handle.terminate('an older engine file is put back');
    const opening = { ...old, subject, runId, clockShift: 0 };
    await house.client.workflow.start('youthCase', {
      workflowId: subject,
      taskQueue: house.taskQueue,
      args: [opening],
    });

    const sentAgain = await tell(subject, heard, wish);
    const next = await tell(subject, heard);

    expect([sentAgain, next]).toMatchObject([{ value: { sequence: 1 } }, { value: { sequence: 3 } }]);
    expect(await stepsOf(subject)).toEqual(['contact.registered', 'status.set', 'contact.registered']);
  });
});

describe('an engine that is behind the rows', () => {
  it('takes what the rows allow though it would have refused it by what it knows', async () => {
    const subject = await openYouth();
    const old = await stepBook(db).reopen(subject);
    await tell(subject, { ...heard, ...{ says: 'no-to-ot' } });
    await house.client.workflow.getHandle(subject).terminate('an older engine file is put back');
    const opening = { ...old, subject, runId, clockShift: 0 };
    await house.client.workflow.start('youthCase', {
      workflowId: subject,
      taskQueue: house.taskQueue,
      args: [opening],
    });

    const declined = await tell(subject, coded('OTNO'));

    expect(declined).toMatchObject({ ok: true, value: { sequence: 2 } });
  });
});

describe('a youth whose workflow is not open yet', () => {
  it('takes a command on its rows, and the workflow that is opened after goes on from there', async () => {
    const subject = await writeYouth(db, runId, randomUUID());
    const wish = randomUUID();

    const first = await tell(subject, heard, wish);
    await expect(historyLength(subject)).rejects.toThrow(WorkflowNotFoundError);
    await opened(subject);
    const again = await tell(subject, heard, wish);
    const next = await tell(subject, coded('OTOV'));

    expect([first, again, next].map((answer) => answer.ok && answer.value.sequence)).toEqual([1, 1, 2]);
    expect(await stepsOf(subject)).toEqual(['contact.registered', 'status.set']);
    expect(await historyLength(subject)).toBeGreaterThan(0);
  });

  it('is refused what the rules refuse, and a deadline that has passed comes before the command', async () => {
    const subject = await writeYouth(db, runId, randomUUID());
    const late = await writeYouth(db, runId, randomUUID(), { choice: at - 1000 });

    const silent = await tell(subject, coded('OTNO'));
    await tell(late, heard);

    expect(silent).toMatchObject({ ok: false, refusals: [{ code: expect.stringMatching(/^coding\./) }] });
    expect(await stepsOf(late)).toEqual(['deadline.passed', 'contact.registered']);
  });

  it('is one wish when it is sent twice at once, while its workflow is being opened', async () => {
    const subjects = await Promise.all(Array.from({ length: 6 }, () => writeYouth(db, runId, randomUUID())));

    const opening = house.engine.openMany(subjects);
    const answers = await Promise.all(
      subjects.flatMap((subject) => {
        const wish = randomUUID();
        return [tell(subject, heard, wish), tell(subject, heard, wish)];
      }),
    );
    await opening;
    await opened(...subjects);
    const next = await Promise.all(subjects.map((subject) => tell(subject, coded('OTOV'))));

    expect(answers.every((answer) => answer.ok && answer.value.sequence === 1)).toBe(true);
    expect(next.every((answer) => answer.ok && answer.value.sequence === 2)).toBe(true);
  });

  it('is taken over by its workflow from where the row stands by then', async () => {
    const subject = await writeYouth(db, runId, randomUUID());
    const old = await stepBook(db).reopen(subject);
    const isOpen = async () => (await engineMarks(db).unopenedAmong('test', [subject])).length === 0;
    await tell(subject, { ...heard, ...{ says: 'no-to-ot' } });
    expect(await isOpen()).toBe(false);

    const opening = { ...old, subject, runId, clockShift: 0, row: 'to-claim' };
    const { taskQueue } = house;
    await house.client.workflow.start('youthCase', { workflowId: subject, taskQueue, args: [opening] });

    await expect.poll(isOpen, soon).toBe(true);
    expect(await tell(subject, coded('OTNO'))).toMatchObject({ ok: true, value: { sequence: 2 } });
  });
});

describe('a phase on the real engine', () => {
  const openTasks = async () => {
    const rows = await db
      .selectFrom('task')
      .select('task_id')
      .where('run_id', '=', runId)
      .where('phase_id', '=', 'planning')
      .where('state', '=', 'ready')
      .execute();
    return rows.map(({ task_id }) => task_id);
  };

  it('releases what waits for a task, and is done when its work is', async () => {
    const tooEarly = await tell(task('planning.meeting-autumn'), happened('task.completed'));
    await tell(task('planning.meeting-spring'), happened('task.completed'));
    await expect.poll(() => taskState('planning.meeting-autumn'), soon).toBe('ready');
    // Some close themselves; by hand they want a reason.
    const byHand = happened('task.completed', { reason: 'tried on the engine' });
    await Promise.all((await openTasks()).map((id) => tell(task(id), byHand)));

    expect(tooEarly).toMatchObject({ ok: false, refusals: [{ code: 'task.waits' }] });
    await expect.poll(() => phaseState('planning'), soon).toBe('done');
    expect(await stepsOf(task('planning.meeting-autumn'))).toContain('task.completed');
  });

  it('is open again when one of its tasks is', async () => {
    await tell(task('planning.meeting-spring'), happened('task.reopened'));

    await expect.poll(() => phaseState('planning'), soon).toBe('reopened');
  });
});

describe('a school year on the real engine', () => {
  it('carries out an order that no engine knows of, once it looks at its rows again', async () => {
    await orderedWithoutEngine();

    await house.engine.lookAgain([year]);

    const unsettled = () =>
      db.selectFrom('orders').select('name').where('subject', '=', year).where('state', '<>', 'settled').execute();
    await expect.poll(() => stepsOf(year), soon).toEqual(['anchor.completed', 'plan.changed']);
    await expect.poll(unsettled, soon).toEqual([]);
    const smsDue = async () =>
      (
        await db
          .selectFrom('task')
          .select('due_on')
          .where('run_id', '=', runId)
          .where('task_id', '=', 'sms.send')
          .executeTakeFirst()
      )?.due_on;
    await expect.poll(smsDue, soon).toBe('2026-11-03');
  });

  it('brings new tasks of a changed plan into their running phase, free of what is settled already', async () => {
    const waits = task('planning.meeting-spring');

    await addsTask('free', ['planning.agree-lists']);
    await addsTask('waiting', ['planning.meeting-spring']);

    await expect.poll(() => taskState('planning.free'), soon).toBe('ready');
    await expect.poll(() => taskState('planning.waiting'), soon).toBe('waiting');
    expect(await tell(task('planning.free'), happened('task.completed'))).toMatchObject({ ok: true });
    expect(await tell(task('planning.waiting'), happened('task.completed'))).toMatchObject({ ok: false });
    await tell(waits, happened('task.completed'));
    await expect.poll(() => taskState('planning.waiting'), soon).toBe('ready');
  });

  async function addsTask(id: string, dependsOn: readonly string[]): Promise<void> {
    const kept = runs(db, () => Date.now());
    const inForce = await kept.planInForce(runId);
    const like = inForce?.inputs.template.phases[0]?.tasks[0];
    if (!inForce || !like) throw new Error('no plan');
    const change: PlanChange = {
      kind: 'add-task',
      phase: 'planning',
      task: { ...like, id, dependsOn },
      reason: 'forgotten',
    };
    const { plan, inputs } = changePlan(inForce.inputs, change);
    const version = await kept.keepPlan({ runId, plan, completions: inputs.completions ?? {}, at, by: null, key: id });
    await tell(year, happened('plan.changed', { version }));
  }

  /** As a step that was written by an engine that was lost before it could do anything about it. */
  async function orderedWithoutEngine(): Promise<void> {
    const there = await stepBook(db).reopen(year);
    if (!there) throw new Error('no year');
    const event = happened('anchor.completed', { anchor: 'letters.last-sent', on: day('2026-10-20') });
    const [next, orders] = step(yearChart, resume(yearChart, there.standing), event);
    const open = orders.map((order, index): OpenOrder => ({ ...order, key: `${year}/1/${index}`, at }));
    const standing: Standing = { ...there.standing, sequence: 1 };
    await stepBook(db).write({
      subject: year,
      sequence: standing.sequence,
      event,
      commandId: null,
      snapshot: plain(next),
      orders: open,
      settles: null,
      nextDeadline: null,
      ruleVersion: 1,
    });
  }
});

/** Ours, and what Temporal's own brings. */
const bundled = ['xstate', 'date-fns', 'nexus-rpc', 'long'];

describe('the bundle of the workflows', () => {
  it('holds no parser of input, no store and nothing of Node', async () => {
    // Not the production bundle: there the modules have no names.
    const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
    const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });

    const modules = [...code.matchAll(/"(\.\/[^"\s]+\.[jt]s)"/g)].map(([, path]) => path ?? '');
    const own = modules.filter((path) => !path.includes('node_modules'));
    const packages = new Set(modules.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));

    expect([...packages].filter((name) => !bundled.includes(name) && !name.startsWith('@temporalio/'))).toEqual([]);
    expect(own.filter((path) => !/^\.\/(workflows|machines|src\/domain)\//.test(path))).toEqual([]);
    expect(own.length).toBeGreaterThan(10);
    expect(code).not.toMatch(/require\(["']node:/);
  });
});
