import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takingBack } from '#domain/act/taking-back.ts';
import { day } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/standing.ts';
import { codeSetOn } from '#domain/status-code/status-code.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { isBorneBy } from '#domain/youth/choice.ts';
import { plain, resume, step } from '#machines/chart.ts';
import { youthChart } from '#machines/youth/machine.ts';
import { aCase } from '../machines/grounds.ts';

const on = day('2026-10-01');
const age = { minor: true, target: 'covered' } as const;
const codes = codeSetOn(on)?.codes.map(({ code }) => code) ?? [];
const coding = fc.record({
  ...{ on: fc.constant(on), age: fc.constant(age) },
  to: fc.constantFrom(...codes),
  reasons: fc.constantFrom([], ['abroad'], ['registered-by-mistake'], ['moved-county']),
});
const choices = fc.constantFrom('standard-letter', 'own-contact', 'return');
const told: fc.Arbitrary<{ readonly type: string; readonly [key: string]: unknown }> = fc.oneof(
  fc.record({ type: fc.constant('choice.made'), on: fc.constant(on), choice: choices }),
  fc.record({ type: fc.constant('choice.made'), on: fc.constant(on), choice: choices, coding }),
  fc.record({ type: fc.constant('choice.made'), on: fc.constant(on), choice: choices, coding }),
  coding.map((facts) => ({ ...facts, type: 'status.set', override: null })),
  coding.map((facts) => ({ ...facts, type: 'status.set', override: { reason: 'I am sure' } })),
  fc.constant({ type: 'contact.registered', on, channel: 'phone', direction: 'in', answeredBy: 'youth', says: null }),
  fc.constant({ type: 'take back' }),
);

it('own contact and return never stand without the status they need, whatever is coded, chosen or taken back', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 14 }), (events) => {
      let snapshot = resume(youthChart, { sequence: 0, snapshot: null, input: { ...aCase() }, ruleVersion: 1 });
      let undo: { readonly type: string } | undefined;
      for (const given of events) {
        const before = snapshot.context as CaseFile;
        const event = given.type === 'take back' ? undo : given;
        if (!event || !snapshot.can({ at: 0, doer: { by: 'somebody' }, ...event } as never)) continue;
        [snapshot] = step(youthChart, snapshot, { at: 0, doer: { by: 'somebody' }, ...event } as Happening);
        const isPart = event.type === 'choice.made' || event.type === 'status.set';
        undo = isPart ? takingBack(event as never, { before, sequence: 1, on }) : undefined;

        const { choice, status } = snapshot.context as CaseFile;
        const { choice: state } = plain(snapshot).value as { readonly choice: string };
        expect(choice === null || isBorneBy(choice, status, on), JSON.stringify([choice, status])).toBe(true);
        expect(state === 'made').toBe(choice !== null);
      }
    }),
    { numRuns: 400, endOnFailure: true },
  );
});
