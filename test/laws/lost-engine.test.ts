import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { TaskFile } from '#domain/run/files.ts';
import type { Happening } from '#domain/standing.ts';
import { type Danger, dangers, type World } from '../support/virtual.ts';
import { type County, fewPhases, task, virtualCounty, youth } from '../support/virtual-county.ts';

type Act =
  | { readonly act: 'tick'; readonly which: number; readonly type: 'task.completed' | 'task.reopened' | 'task.skipped' }
  | { readonly act: 'attempt' }
  /** Everything that can be done is done. */
  | { readonly act: 'busy day' }
  | { readonly act: 'again'; readonly which: number }
  | { readonly act: 'lose'; readonly danger: Danger; readonly in: number; readonly behind: number }
  | { readonly act: 'look' }
  | { readonly act: 'wait'; readonly days: number };

const small = fc.nat({ max: 40 });
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('tick' as const),
        which: small,
        type: fc.constantFrom(
          'task.completed' as const,
          'task.completed' as const,
          'task.reopened' as const,
          'task.skipped' as const,
        ),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ act: 'attempt' as const }) },
    { weight: 1, arbitrary: fc.constant({ act: 'busy day' as const }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('again' as const), which: small }) },
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant('lose' as const),
        danger: fc.constantFrom(...dangers),
        in: fc.nat({ max: 3 }),
        behind: fc.nat({ max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ act: 'look' as const }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.nat({ max: 60 }) }) },
  ),
  { maxLength: 40, size: 'max' },
);

interface Wish {
  readonly subject: string;
  readonly event: Happening;
  readonly commandId: string;
}

/** Runs the acts on a county whose engine is lost where they say, and in the end is whole again. */
async function lived(script: readonly Act[]) {
  let armed: { danger: Danger; left: number } | undefined;
  let lost = { behind: 0 };
  const mishap = (danger: Danger): boolean => {
    if (armed?.danger !== danger) return false;
    armed.left -= 1;
    if (armed.left >= 0) return false;
    armed = undefined;
    return true;
  };
  const county = await virtualCounty({
    inputs: fewPhases(),
    mishap,
    delay: ({ key }) => key.length % 3,
    post: (subject) => (subject.length * 7) % 30,
  });
  const { world } = county;
  const tasks = world.book.subjects().filter((subject) => subject.startsWith('task/'));
  county.addYouth('kari', 'OSON', world.now() + 86_400_000);
  const wishes: Wish[] = [];
  const granted: Wish[] = [];

  const wish = async (given: Wish): Promise<void> => {
    const answer = await world.tell(given.subject, given.event, given.commandId);
    if (answer?.accepted) granted.push(given);
  };
  const newWish = (subject: string, type: string, more: object): Promise<void> => {
    const event = { type, at: world.now(), doer: { by: 'somebody' }, ...more };
    const made = { subject, event, commandId: `wish-${wishes.length}` };
    wishes.push(made);
    return wish(made);
  };

  for (const one of script) {
    if (world.isDown()) await world.restart(() => lost.behind);
    switch (one.act) {
      case 'tick':
        await newWish(likely(world, tasks, one), one.type, { reason: 'not this year' });
        break;
      case 'attempt':
        await newWish(youth('kari'), 'contact.registered', attempt);
        break;
      case 'busy day':
        await county.worksOn(day('2027-07-31'));
        break;
      case 'again': {
        const earlier = wishes[one.which % Math.max(1, wishes.length)];
        if (earlier) await wish(earlier);
        break;
      }
      case 'lose':
        armed = { danger: one.danger, left: one.in };
        lost = { behind: one.behind };
        break;
      case 'look':
        world.lookAgain();
        await world.quiet();
        break;
      case 'wait':
        await world.to(world.now() + one.days * 86_400_000);
        break;
    }
  }
  armed = undefined;
  if (world.isDown()) await world.restart(() => lost.behind);
  world.lookAgain();
  await world.quiet();
  return { county, world, wishes, granted, tasks };
}

/** A task of which that may well be true; every tenth time any task. */
function likely(world: World, tasks: readonly string[], { which, type }: Extract<Act, { act: 'tick' }>): string {
  const event = { type, at: world.now(), doer: { by: null }, ...{ reason: 'not this year' } };
  const meant = which % 10 === 0 ? tasks : tasks.filter((subject) => world.snapshot(subject)?.can(event as never));
  return meant[which % Math.max(1, meant.length)] ?? tasks[0] ?? '';
}

const attempt = { on: day('2026-10-01'), channel: 'phone', direction: 'out', answeredBy: 'none', says: null };

const laws = { numRuns: 40, endOnFailure: true } as const;

it('whatever is lost and put back, what was granted is there once, in an order without gaps', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const { world, granted } = await lived(script);

      for (const subject of world.book.subjects()) {
        const steps = world.book.steps(subject);
        expect(steps.map(({ sequence }) => sequence)).toEqual(steps.map((_, index) => index + 1));
        const ids = steps.flatMap(({ commandId }) => commandId ?? []);
        expect(ids).toEqual([...new Set(ids)]);
      }
      for (const { subject, commandId } of granted)
        expect(world.book.steps(subject).filter((step) => step.commandId === commandId)).toHaveLength(1);
    }),
    laws,
  );
});

it('whatever is lost and put back, every order is carried out, settled once, and never before its step is written', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const { world } = await lived(script);

      const orders = world.book.orders();
      expect(orders.filter(({ settledTimes }) => settledTimes !== 1).map(({ order }) => order)).toEqual([]);
      const carriedOut = new Set(world.performed().map(({ key }) => key));
      expect(orders.filter(({ order }) => !carriedOut.has(order.key)).map(({ order }) => order)).toEqual([]);
      expect([...carriedOut].filter((key) => !orders.some(({ order }) => order.key === key))).toEqual([]);
    }),
    laws,
  );
});

it('whatever is lost and put back, in the end each task waits for what is open, and each phase is done when its work is', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const { county, world, tasks } = await lived(script);

      for (const subject of tasks)
        expect([subject, openBefore(world, subject)]).toEqual([subject, stillOpen(world, subject)]);
      for (const id of ['letters', 'sms']) expect([id, isDone(county, id)]).toEqual([id, workIsOver(world, id)]);
    }),
    laws,
  );
});

// `as`: the contexts of tasks are task files, their values have a work.
const file = (world: World, subject: string) => world.book.context(subject) as TaskFile;
const isSettled = (world: World, subject: string) => file(world, subject).doneAt !== null;
const openBefore = (world: World, subject: string) => [...file(world, subject).openBefore].sort();
const stillOpen = (world: World, subject: string) =>
  file(world, subject)
    .waitsFor.filter((id) => !isSettled(world, task(id)))
    .sort();
const workIsOver = (world: World, id: string) =>
  world.book
    .subjects()
    .filter((subject) => subject.startsWith(task(`${id}.`)) && file(world, subject).required)
    .every((subject) => isSettled(world, subject));
const isDone = (county: County, id: string) => county.words(`phase/run/${id}`) === 'done';
