import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Day, day } from '#domain/calendar/day.ts';
import { channels, directions, reasons, responders, statements } from '#domain/coding/situation.ts';
import type { Happening } from '#domain/standing.ts';
import { codeSetOn } from '#domain/status-code/status-code.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { noPhases, virtualCounty, youth } from '../support/virtual-county.ts';

const days = [1, 8, 15, 22, 29].map((date) => day(`2026-10-${String(date).padStart(2, '0')}`));
const codes = codeSetOn(day('2026-10-01'))?.codes.map(({ code }) => code) ?? [];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const contact = (answeredBy: fc.Arbitrary<string | null>, says: fc.Arbitrary<string | null>) =>
  fc.record({
    type: fc.constant('contact.registered'),
    on: fc.constantFrom(...days),
    channel: maybe(fc.constantFrom(...channels)),
    direction: maybe(fc.constantFrom(...directions)),
    answeredBy,
    says,
  });
const coding = (code: fc.Arbitrary<string>) =>
  fc.record({
    type: fc.constant('status.set'),
    on: fc.constantFrom(...days),
    to: code,
    age: fc.record({ minor: maybe(fc.boolean()), target: fc.constantFrom('covered' as const, null) }),
    reasons: fc.uniqueArray(fc.constantFrom(...reasons), { maxLength: 2 }),
    viaOt: maybe(fc.constantFrom('yes', 'no')),
    override: maybe(fc.constant({ reason: 'I am sure' })),
  });

type Told = Omit<Happening, 'at' | 'doer'> & { readonly on: Day };

/** The youth's case after what was told of it, refused or not. */
async function after(told: readonly Told[]): Promise<readonly CaseFile[]> {
  const { world, addYouth } = await virtualCounty({ inputs: noPhases() });
  addYouth('kari', 'OSON');
  const files: CaseFile[] = [];
  for (const event of told) {
    await world.tell(youth('kari'), { ...event, at: world.now(), doer: { by: 'somebody' } });
    // `as`: a youth's context is a case file.
    files.push(world.book.context(youth('kari')) as CaseFile);
  }
  return files;
}

const anyCode = fc.oneof(fc.constantFrom(...codes), fc.constant('OTNO'));
/** A letter, an SMS, a call: out, and nobody answered. */
const silence = contact(maybe(fc.constant('none')), fc.constant(null)).map((one) => ({ ...one, direction: 'out' }));
const laws = { numRuns: 300, endOnFailure: true } as const;

it('silence never becomes a no, whatever is tried and whoever overrides', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(silence, coding(anyCode)), { maxLength: 12 }), async (told) => {
      for (const { status } of await after(told)) expect(status).not.toBe('OTNO');
    }),
    laws,
  );
});

it('a no is registered only when the youth has said no to the service itself', async () => {
  const anything = contact(maybe(fc.constantFrom(...responders)), maybe(fc.constantFrom(...statements)));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(anything, coding(anyCode)), { maxLength: 12 }), async (told) => {
      for (const { status, contacts } of await after(told))
        if (status === 'OTNO')
          expect(contacts.some((one) => one.says === 'no-to-ot' && [null, 'youth'].includes(one.answeredBy))).toBe(
            true,
          );
    }),
    laws,
  );
});

it('why the youth came is never overwritten by a status', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(coding(anyCode), { maxLength: 12 }), async (told) => {
      for (const { transfer } of await after(told)) expect(transfer).toBe('OSON');
    }),
    laws,
  );
});
