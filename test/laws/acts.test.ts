import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PartEvent } from '#domain/act/act.ts';
import { day } from '#domain/calendar/day.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { partCommand, undoCommand } from '#ports/acts.ts';
import { type Danger, dangers } from '../support/virtual.ts';
import { noPhases, runId, virtualCounty, youth } from '../support/virtual-county.ts';

const on = day('2026-05-04');
const age = { minor: false, target: 'covered' } as const;
const coding = (to: string): PartEvent => ({ type: 'status.set', on, age, to, override: null });
const parts: fc.Arbitrary<PartEvent> = fc.oneof(
  // The rules take the first, and refuse the second without contact.
  fc.constant(coding('OTUK')),
  fc.constant(coding('OTNO')),
  fc.constant<PartEvent>({ type: 'choice.made', on, choice: 'standard-letter' }),
  fc.constant<PartEvent>({ type: 'case.assigned', unitId: 'south', caseworkerId: 'adviser-south' }),
  fc.constant<PartEvent>({
    ...{ type: 'contact.registered', on, channel: 'phone', direction: 'out' },
    ...{ answeredBy: 'youth', says: null, minor: false },
  }),
);
interface Loss {
  readonly danger: Danger;
  readonly in: number;
}
interface Edit {
  readonly which: number;
  readonly moves: boolean;
}
const losses: fc.Arbitrary<readonly Loss[]> = fc.array(
  fc.record({ danger: fc.constantFrom<Danger[]>(...dangers), in: fc.nat({ max: 9 }) }),
  {
    maxLength: 5,
  },
);
/** Somebody codes or moves a youth between the act and its undoing. */
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.record({ which: fc.nat({ max: 20 }), moves: fc.boolean() }), {
  maxLength: 4,
});

const file = ({ caseId: _, ...rest }: CaseFile): Omit<CaseFile, 'caseId'> => rest;

/** An act over some youths, lost and taken up again as often as told, then undone the same way. */
async function lived(events: readonly PartEvent[], lost: readonly Loss[], edits: readonly Edit[]) {
  let left = [...lost];
  const mishap = (danger: Danger): boolean => {
    const [next, ...rest] = left;
    if (next?.danger !== danger) return false;
    left = next.in > 0 ? [{ ...next, in: next.in - 1 }, ...rest] : rest;
    return next.in === 0;
  };
  const county = await virtualCounty({ inputs: noPhases(), mishap: (danger) => armed && mishap(danger) });
  const { world, acts } = county;
  let armed = false;
  const ids = events.map((_, index) => `youth-${index}`);
  for (const id of ids) county.addYouth(id, 'OSON');
  const begun = ids.map((id) => world.book.context(youth(id)) as CaseFile);
  const whole = async () => {
    armed = false;
    if (world.isDown()) await world.restart();
    await world.quiet();
  };
  const tells = async (type: string) => {
    armed = true;
    const event = { type, at: world.now(), doer: { by: 'adviser-north' } };
    for (let tries = 0; tries < 20; tries += 1) {
      if (world.isDown()) await world.restart();
      await world.tell('act/a', event, `${type}-a`);
      if (!world.isDown()) break;
    }
    await whole();
  };

  await acts.begin({
    ...{ actId: 'a', runId, kind: 'coding', by: 'adviser-north', at: world.now(), because: {} },
    parts: events.map((event, index) => ({ caseId: ids[index] ?? '', event })),
  });
  world.open();
  await tells('act.ordered');
  const carriedOut = await acts.counts('a');
  const taken = ids.map((id) => world.book.context(youth(id)) as CaseFile);

  const edited = new Set<string>();
  for (const { which, moves } of edits) {
    const id = ids[which % ids.length] ?? '';
    const change = moves
      ? { type: 'case.assigned', unitId: 'north', caseworkerId: 'somebody' }
      : { ...coding('OTUK'), type: 'status.set' };
    const answer = await world.tell(youth(id), { ...change, at: world.now(), doer: { by: 'somebody' } });
    if (answer?.accepted) edited.add(`${id} ${change.type}`);
  }
  left = lost.toReversed();
  if (carriedOut.done > 0) await tells('act.undone');
  return { county, ids, begun, taken, carriedOut, edited, counts: await acts.counts('a') };
}

it('wherever the engine is lost, each part of an act is done once or refused once, and undone once or kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(parts, { minLength: 1, maxLength: 12 }),
      losses,
      edits,
      async (events, lostAt, editedAt) => {
        const lives = await lived(events, lostAt, editedAt);
        const { county, ids, begun, carriedOut, edited, counts } = lives;
        const { book } = county.world;

        expect(carriedOut.waiting).toBe(0);
        expect(carriedOut.done + carriedOut.refused).toBe(events.length);
        expect(carriedOut.refused).toBe(events.filter(({ to }) => to === 'OTNO').length);
        expect(county.words('act/a')).toBe(carriedOut.done > 0 ? 'undone' : 'done');
        for (const [index, id] of ids.entries()) {
          const commands = book.steps(youth(id)).map(({ commandId }) => commandId);
          const isRefused = events[index]?.to === 'OTNO';
          const isKept = [...edited].some((edit) => edit.startsWith(`${id} `) && touches(events[index], edit));
          const times = (command: string) => commands.filter((each) => each === command).length;
          expect([id, times(partCommand('a', id))]).toEqual([id, isRefused ? 0 : 1]);
          expect([id, times(undoCommand('a', id))]).toEqual([id, isRefused || isKept ? 0 : 1]);
          const isEdited = [...edited].some((edit) => edit.startsWith(`${id} `));
          if (!isEdited && !isRefused)
            expect(file(book.context(youth(id)) as CaseFile)).toEqual(file(begun[index] as CaseFile));
        }
        expect(counts.undone + counts.kept).toBe(carriedOut.done);
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});

/** What was edited is what the part did: a code, a choice and a contact rest on one another, whose it is stands alone. */
const touches = (event: PartEvent | undefined, edit: string): boolean =>
  edit.endsWith('case.assigned') === (event?.type === 'case.assigned');
