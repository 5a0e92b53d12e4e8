import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { TaskFile } from '#domain/run/files.ts';
import type { World } from '../support/virtual.ts';
import { fewPhases, phase, task, virtualCounty } from '../support/virtual-county.ts';

const types = ['task.completed', 'task.completed', 'task.completed', 'task.reopened', 'task.skipped'] as const;
/** What people do to the tasks of two phases, one thing after another or all at once. */
const script = fc.array(
  fc.record({ which: fc.nat({ max: 40 }), type: fc.constantFrom(...types), isRushed: fc.boolean() }),
  { maxLength: 60, size: 'max' },
);
const laws = { numRuns: 40, endOnFailure: true } as const;

// `as`: the contexts of tasks are task files.
const file = (world: World, subject: string) => world.book.context(subject) as TaskFile;
const isSettled = (world: World, id: string) => file(world, task(id)).doneAt !== null;
const tasksOf = (world: World) => world.book.subjects().filter((subject) => subject.startsWith('task/'));

async function county() {
  const made = await virtualCounty({ inputs: fewPhases(), post: (subject) => (subject.length * 7) % 30 });
  const tell = (subject: string, type: string) =>
    made.world.tell(subject, { type, at: made.world.now(), doer: { by: 'somebody' }, ...{ reason: 'not needed' } });
  return { ...made, tell };
}

it('nobody can tick a task while something it waits for is open', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (acts) => {
      const { world, tell } = await county();
      const tasks = tasksOf(world);
      for (const { which, type } of acts) {
        const subject = tasks[which % tasks.length] ?? '';
        const waits = file(world, subject).waitsFor.filter((id) => !isSettled(world, id));

        const answer = await tell(subject, type);

        if (type === 'task.completed' && waits.length > 0) expect(answer).toMatchObject({ accepted: false });
      }
    }),
    laws,
  );
});

it('a phase is done exactly when none of its required tasks is open', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (acts) => {
      const { world, tell, words, worksOn } = await county();
      await worksOn(day('2027-07-31'));
      const tasks = tasksOf(world);
      for (const { which, type, isRushed } of acts) {
        const told = tell(tasks[which % tasks.length] ?? '', type);
        if (isRushed) continue;
        await told;
        for (const id of ['letters', 'sms']) {
          const required = tasks.filter((one) => one.startsWith(task(`${id}.`)) && file(world, one).required);
          const isOver = required.every((one) => file(world, one).doneAt !== null);
          expect([id, words(phase(id)) === 'done']).toEqual([id, isOver]);
        }
      }
    }),
    laws,
  );
});
