import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ConditionPorts, settleConditions } from '#desk/conditions.ts';
import { day } from '#domain/calendar/day.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { askedOf, type Left, leftOf, partOf, type TaskStand, toAsk, turnsOf } from '#domain/run/conditions.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { Conditions } from '#ports/conditions.ts';
import type { World } from '../support/virtual.ts';
import { at, type County, inputs, runId, task, taskFile, virtualCounty, youth } from '../support/virtual-county.ts';

const doers = ['adviser-north', 'adviser-south', null] as const;
const acts = [
  { type: 'choice.made', choice: 'standard-letter' },
  { type: 'choice.made', choice: 'own-contact' },
  { type: 'choice.made', choice: 'return' },
  { type: 'choice.takenBack', restore: null },
  { type: 'status.set', to: 'OTUK', override: null, age: { minor: true, target: 'covered' } },
  { type: 'return.sent' },
  { type: 'transfer.withdrawn' },
  { type: 'transfer.received', transfer: null },
] as const;
const ticks = ['task.completed', 'task.reopened', 'task.skipped'] as const;
const script = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('youth' as const),
      which: fc.nat({ max: 5 }),
      act: fc.nat({ max: acts.length - 1 }),
    }),
    fc.record({ kind: fc.constant('assign' as const), which: fc.nat({ max: 5 }), to: fc.nat({ max: 2 }) }),
    fc.record({
      kind: fc.constant('tick' as const),
      which: fc.nat({ max: 40 }),
      type: fc.constantFrom(...ticks),
      reason: fc.constantFrom(undefined, 'because'),
    }),
    fc.record({ kind: fc.constant('settle' as const) }),
  ),
  { maxLength: 40, size: 'max' },
);

/** The transfer alone, on the day its second window is open, with six youths of two advisers and none. */
async function county(): Promise<County> {
  const { template, ...rest } = inputs();
  const phases = template.phases.filter(({ id }) => id === 'transfer');
  const anchor = { id: 'planning.meeting-autumn', title: { nb: '', nn: '', en: '' }, kind: 'date' } as const;
  const date = { kind: 'plain', day: day('2026-08-20') } as const;
  const given = { ...rest, template: { ...template, phases, order: [], anchors: [{ ...anchor, date }] } };
  const made = await virtualCounty({ inputs: given, start: at('2026-09-10') });
  for (let n = 0; n < 6; n += 1) {
    made.addYouth(`y${n}`, n % 2 === 0 ? 'OSON' : 'OSVE');
    await made.says(youth(`y${n}`), 'case.assigned', { unitId: 'north', caseworkerId: doers[n % 3] });
  }
  return made;
}

/** What the store's questions say, of the virtual county's youths. */
function leftIn(world: World): readonly Left[] {
  return world.book
    .subjects()
    .filter((subject) => subject.startsWith('youth/'))
    .flatMap((subject): readonly Left[] => {
      // `as`: a youth's context is a case file, and its value has these regions.
      const file = world.book.context(subject) as CaseFile;
      const { list, returned } = (world.snapshot(subject)?.value ?? {}) as { list?: string; returned?: string };
      const isCounted = file.transfer !== null && file.status === null && list !== 'off';
      const { caseworkerId: staffId, unitId, track } = file;
      const of = (condition: string, is: boolean) =>
        is ? [{ condition, staffId, unitId, track, window: null, n: 1 }] : [];
      return [
        ...of('no-youth-without-choice', isCounted && file.choice === null),
        ...of('no-own-contact-without-status', isCounted && file.choice === 'own-contact'),
        ...of('every-return-sent', (isCounted && file.choice === 'return') || returned === 'queued'),
      ];
    });
}

const standsIn = ({ world }: County): readonly TaskStand[] =>
  world.book
    .subjects()
    .filter((subject) => subject.startsWith('task/'))
    .map((subject) => {
      const id = subject.slice(task('').length);
      // `as`: a task's value has its work.
      const value = world.snapshot(subject)?.value as { readonly work: string } | undefined;
      const { staffId, doneBy } = taskFile({ world } as County, id);
      return {
        taskId: id,
        definition: id.split('@')[0] ?? id,
        staffId,
        unitId: null,
        state: value?.work ?? '',
        doneBy,
      };
    });

async function settle(made: County, plan: Plan): Promise<void> {
  const today = day('2026-09-10');
  const conditions: Conditions = {
    turned: async () => {
      const stands = standsIn(made);
      const ask = toAsk(stands, askedOf(plan), today);
      const left = leftIn(made.world).filter(({ condition }) => ask.some((one) => one === condition));
      return turnsOf(stands, askedOf(plan), left, today).map((turn) => ({
        ...turn,
        commandId: `${turn.type}/${made.world.diary().length}`,
      }));
    },
    news: async () => ({ runs: [runId], word: '' }),
  };
  const engine: ConditionPorts['engine'] = {
    tell: async ({ subject, event, commandId }) => {
      const answer = await made.world.tell(subject, event, commandId);
      return answer?.accepted ? accepted({ sequence: 0 }) : refused();
    },
  };
  const ports = { engine, conditions, runs: { clock: () => Promise.reject(new Error('no clock')) } };
  while ((await settleConditions(ports, runId, { now: made.world.now(), today })) > 0) await made.world.quiet();
}

it('after a round, a task that closes itself is closed exactly when nothing is left of it, unless a person said otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const made = await county();
      const { world } = made;
      const plan = await made.plan();
      const asked = askedOf(plan);
      const tasks = standsIn(made);
      await made.says(task('transfer.fetch-oson'), 'task.completed');
      await made.says(task('transfer.fetch-others'), 'task.completed');
      await world.quiet();
      for (const step of [...steps, { kind: 'settle' as const }]) {
        if (step.kind === 'youth')
          await made.says(youth(`y${step.which}`), acts[step.act]?.type ?? '', {
            on: day('2026-09-10'),
            ...acts[step.act],
          });
        if (step.kind === 'assign')
          await made.says(youth(`y${step.which}`), 'case.assigned', { unitId: 'north', caseworkerId: doers[step.to] });
        if (step.kind === 'tick') {
          const { reason } = step;
          await made.says(
            task(tasks[step.which % tasks.length]?.taskId ?? ''),
            step.type,
            reason === undefined ? {} : { reason },
          );
        }
        await world.quiet();
        if (step.kind !== 'settle') continue;
        await settle(made, plan);
        const left = leftIn(world);
        for (const stand of standsIn(made)) {
          const question = asked.get(stand.definition);
          const byPerson = stand.state === 'skipped' || (stand.state === 'done' && stand.doneBy !== null);
          if (!question || stand.state === 'waiting' || byPerson || stand.definition.includes('fetch')) continue;
          const count = leftOf(question, partOf(stand), left);
          expect([stand.taskId, stand.state]).toEqual([stand.taskId, count === 0 ? 'done' : 'ready']);
        }
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

it('nobody can tick a task that closes itself without a reason, nor open again what the register closed', async () => {
  const made = await county();
  const [choose = ''] = standsIn(made).flatMap(({ taskId }) =>
    taskId.startsWith('transfer.choose-oson') ? [taskId] : [],
  );
  await made.says(task('transfer.fetch-oson'), 'task.completed');
  await made.world.quiet();

  const bare = await made.says(task(choose), 'task.completed');
  const reasoned = await made.says(task(choose), 'task.completed', { reason: 'the list was wrong' });
  const opened = await made.says(task(choose), 'task.reopened');
  const met = await made.world.tell(task(choose), { type: 'condition.met', at: made.world.now(), doer: { by: null } });
  const openedByHand = await made.says(task(choose), 'task.reopened');

  expect(bare).toMatchObject({ accepted: false, refusals: [{ code: 'task.closesItself' }] });
  expect([reasoned?.accepted, opened?.accepted, met?.accepted]).toEqual([true, true, true]);
  expect(openedByHand).toMatchObject({ accepted: false, refusals: [{ code: 'task.closesItself' }] });
});
