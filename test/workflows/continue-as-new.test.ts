import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Performer } from '#activities/carry-out.ts';
import { final } from '#activities/failure.ts';
import { day } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/standing.ts';
import { engineMarks } from '#store/engine-marks.ts';
import type { Database } from '#store/open.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { engineForTests } from '../support/engine.ts';
import { writeYear, writeYouth } from '../support/rows.ts';

const stepsPerRun = 2;
/** A busy machine takes its time; nobody waits longer than needed. */
const soon = { timeout: 40_000 };
let db: Database;
let house: Awaited<ReturnType<typeof engineForTests>>;
let version = 1;
const runId = randomUUID();

/** Takes a little while, so that commands arrive while it is under way. */
const rollPlan: Performer = async ({ completions }, { at }) => {
  if (Object.hasOwn(Object(completions), 'impossible')) throw final('NoSuchPlan');
  await new Promise((resolve) => setImmediate(resolve));
  version += 1;
  return { type: 'plan.changed', at, doer: { by: null }, ...{ version } };
};

beforeAll(async () => {
  db = await memoryDatabase();
  await writeYear(db, runId);
  house = await engineForTests(db, { rollPlan, applyPlan: async () => null }, stepsPerRun);
});
afterAll(async () => {
  await house?.stop();
  await db?.destroy();
});

const happened = (type: string, more: object): Happening => ({
  type,
  at: Date.parse('2026-10-01T08:00:00Z'),
  doer: { by: 'somebody' },
  ...more,
});
const attempt = happened('contact.registered', {
  on: day('2026-10-01'),
  channel: 'phone',
  direction: 'out',
  answeredBy: 'none',
  says: null,
});
const journal = (subject: string) =>
  db
    .selectFrom('journal')
    .select(['sequence', 'event_type', 'command_id'])
    .where('subject', '=', subject)
    .orderBy('sequence')
    .execute();
const runsOf = async (workflowId: string): Promise<number> => {
  const { executions } = await house.connection.workflowService.listWorkflowExecutions({
    namespace: house.namespace,
    query: `WorkflowId = '${workflowId}'`,
  });
  return executions.length;
};

it('a workflow that begins anew every other step loses no command of a burst, and numbers them without a gap', async () => {
  const subject = await writeYouth(db, runId, randomUUID());
  await house.engine.openMany([subject]);
  await expect.poll(() => engineMarks(db).unopenedAmong('test', [subject]), { timeout: 20_000 }).toEqual([]);
  const wishes = Array.from({ length: 30 }, () => randomUUID());

  const answers = await Promise.all(
    wishes.map((commandId, index) =>
      index % 3 === 2
        ? house.engine.hear({ subject, commandId, event: attempt })
        : house.engine.tell({ subject, commandId, event: attempt }),
    ),
  );
  await expect.poll(async () => (await journal(subject)).length, soon).toBe(wishes.length);

  const rows = await journal(subject);
  expect(answers.filter((answer) => answer && !answer.ok)).toEqual([]);
  expect(rows.map(({ sequence }) => sequence)).toEqual(wishes.map((_, index) => index + 1));
  expect(rows.map(({ command_id }) => command_id).sort()).toEqual(wishes.toSorted());
  expect(await runsOf(subject)).toBeGreaterThan(3);
});

it('a workflow whose orders come back while it begins anew takes every command and settles every order', async () => {
  const subject = `year/${runId}`;
  const days = Array.from({ length: 24 }, (_, index) => day(`2026-10-${String(index + 1).padStart(2, '0')}`));

  const answers = await Promise.all(
    days.map((on, index) =>
      house.engine.tell({
        subject,
        commandId: randomUUID(),
        event: happened('anchor.completed', { anchor: `anchor-${index}`, on }),
      }),
    ),
  );
  const unsettled = () =>
    db
      .selectFrom('orders')
      .select('order_key')
      .where('subject', '=', subject)
      .where('state', '<>', 'settled')
      .execute();
  await expect.poll(unsettled, soon).toEqual([]);

  const rows = (await journal(subject)).filter(({ sequence }) => sequence > 0);
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.filter(({ event_type }) => event_type === 'anchor.completed')).toHaveLength(days.length);
  expect(rows.filter(({ event_type }) => event_type === 'plan.changed')).toHaveLength(days.length);
}, 120_000);

it('an order that can never be carried out stays a row for a person, and the workflow goes on', async () => {
  const subject = `year/${runId}`;
  const tell = (type: string, anchor: string) =>
    house.engine.tell({ subject, commandId: randomUUID(), event: happened(type, { anchor, on: day('2026-11-01') }) });

  await tell('anchor.completed', 'impossible');
  await tell('anchor.withdrawn', 'impossible');
  const after = await tell('anchor.completed', 'possible');

  expect(after).toMatchObject({ ok: true });
  const unsettled = () =>
    db.selectFrom('orders').select('params').where('subject', '=', subject).where('state', '<>', 'settled').execute();
  await expect.poll(unsettled, soon).toMatchObject([{ params: { completions: { impossible: '2026-11-01' } } }]);
});
