import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, day } from '#domain/calendar/day.ts';
import { decide, judge } from '#domain/coding/decide.ts';
import { questionsFor } from '#domain/coding/questions.ts';
import {
  activityKinds,
  ageFacts,
  type Contact,
  channels,
  directions,
  firstContactStatuses,
  reasons,
  responders,
  runners,
  type Situation,
  statements,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import { codeSetOn, codeSets, entryOn, isInTargetGroup, mainGroupOf } from '#domain/status-code/status-code.ts';

const allCodes = [...new Set(codeSets.flatMap(({ codes }) => codes.map(({ code }) => code)))];
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const aDay = (from: string, to: string): fc.Arbitrary<Day> =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((days) => day(new Date(days * 86_400_000).toISOString().slice(0, 10)));
/** Days near the borders of lists, school years and laws come often. */
const days = fc.oneof(
  oneOf(
    [
      '2011-09-15',
      '2014-12-31',
      '2015-01-01',
      '2016-06-30',
      '2016-07-01',
      '2021-04-01',
      '2024-07-31',
      '2024-08-01',
      '2026-10-15',
    ].map(day),
  ),
  aDay('2011-01-01', '2029-12-31'),
);

const contactOn = (on: Day, known: Partial<Record<keyof Contact, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<Contact> =>
  fc.record({
    on: maybe(
      fc
        .integer({ min: -500, max: 60 })
        .map((days) => day(new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10))),
    ),
    channel: maybe(oneOf(channels)),
    direction: maybe(oneOf(directions)),
    answeredBy: maybe(oneOf(responders)),
    says: maybe(oneOf(statements)),
    ...known,
  }) as fc.Arbitrary<Contact>;

const situations = (contacts: (on: Day) => fc.Arbitrary<Contact> = contactOn): fc.Arbitrary<Situation> =>
  days.chain((on) =>
    fc.record({
      on: fc.constant(on),
      age: maybe(aDay('1985-01-01', '2010-12-31')).map((born) => ageFacts(born, on)),
      transfer: maybe(oneOf(transferCodes)),
      from: maybe(oneOf(allCodes)),
      to: maybe(fc.oneof({ weight: 9, arbitrary: oneOf<string>(allCodes) }, { weight: 1, arbitrary: fc.string() })),
      contacts: fc.array(contacts(on), { maxLength: 5 }),
      atFirstContact: maybe(oneOf(firstContactStatuses)),
      activity: maybe(fc.record({ kind: maybe(oneOf(activityKinds)), runBy: fc.subarray([...runners]) })),
      reasons: maybe(fc.subarray([...reasons])),
      viaOt: maybe(oneOf(viaOtAnswers)),
    }),
  );

/** Any number of attempts; nobody, or somebody who is neither the youth nor a guardian, answered. */
const silence = (on: Day) =>
  contactOn(on, { direction: fc.constant('out'), answeredBy: oneOf(['none', 'other', null]) });

const runs = { numRuns: 3000 };

describe('laws of coding', () => {
  it('never throws, and the verdict is the worst of the rules', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        const decision = decide(situation);
        questionsFor(situation);

        const worst = (['refused', 'warned'] as const).find((one) =>
          decision.rules.some(({ verdict }) => verdict === one),
        );
        expect(decision.verdict).toBe(worst ?? 'allowed');
      }),
      runs,
    );
  });

  it('silence never makes OTNO, and never leaves OTUK for groups 2 to 4', () => {
    fc.assert(
      fc.property(situations(silence), (situation) => {
        const { verdict, code, mainGroup, fits } = decide({ ...situation, from: 'OTUK' });

        if (verdict !== 'refused') {
          expect(code).not.toBe('OTNO');
          expect([1, 5]).toContain(mainGroup);
        }
        expect(fits.filter((one) => ![1, 5].includes(mainGroupOf(one)))).toEqual([]);
      }),
      runs,
    );
  });

  it('silence never makes OTNO from any status', () => {
    fc.assert(
      fc.property(situations(silence), (situation) => {
        expect(judge({ ...situation, to: 'OTNO' }).verdict).toBe('refused');
      }),
      runs,
    );
  });

  it('sets no code outside its list', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        const { verdict, code, reportCode, fits } = decide(situation);

        if (verdict !== 'refused') {
          expect(entryOn(code ?? '', situation.on)).toBeDefined();
          expect(entryOn(reportCode ?? '', situation.on)).toBeDefined();
        }
        for (const one of fits) expect(entryOn(one, situation.on)).toBeDefined();
      }),
      runs,
    );
  });

  it('“no” to via OT never counts OTAR, OTEV, OTVF or OTLL in the target group', () => {
    fc.assert(
      fc.property(situations(), oneOf(['OTAR', 'OTEV', 'OTVF', 'OTLL']), (situation, to) => {
        const { verdict, code, mainGroup, targetGroup, fits } = decide({ ...situation, to, viaOt: 'no' });

        expect(fits).not.toContain(to);
        if (verdict === 'refused') return;
        expect({ code, mainGroup, targetGroup }).toEqual({ code: `${to}_IM`, mainGroup: 5, targetGroup: false });
      }),
      runs,
    );
  });

  it('lists as fitting exactly the codes it would register without refusing', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        const { fits } = decide(situation);

        const registered = (codeSetOn(situation.on)?.codes ?? [])
          .map(({ code }) => code)
          .filter((code) => {
            const one = judge({ ...situation, to: code });
            return one.verdict !== 'refused' && one.code === code;
          });
        expect(fits).toEqual(registered);
      }),
      { numRuns: 500 },
    );
  });

  it('counts in the target group only what its code and the age allow', () => {
    fc.assert(
      fc.property(situations(), (situation) => {
        const { targetGroup, reportCode } = judge(situation);

        if (targetGroup !== true || reportCode === null) return;
        expect(isInTargetGroup(reportCode)).toBe(true);
        expect(['covered', null]).toContain(situation.age.target);
      }),
      runs,
    );
  });

  it('a contact dated after the day changes nothing', () => {
    fc.assert(
      fc.property(
        situations(),
        contactOn(day('2030-01-01'), { on: fc.constant(day('2031-01-01')) }),
        (situation, later) => {
          expect(decide({ ...situation, contacts: [...situation.contacts, later] })).toEqual(decide(situation));
        },
      ),
      { numRuns: 500 },
    );
  });
});
