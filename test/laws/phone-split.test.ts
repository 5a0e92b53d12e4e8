import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caller, type CardToShare, splitCards } from '#domain/phone/split.ts';

const units = ['north', 'south', 'east', 'west'] as const;
const languages = ['nb', 'nn', null] as const;
const unit = fc.constantFrom(...units, null);
const caller = (id: number): fc.Arbitrary<Caller> =>
  fc.record({
    staffId: fc.constant(`caller-${id}`),
    units: fc.option(fc.uniqueArray(fc.constantFrom(...units), { minLength: 1 }), { nil: null }),
    language: fc.constantFrom('nb', 'nn'),
    share: fc.integer({ min: 1, max: 3 }),
    load: fc.integer({ min: 0, max: 6 }),
  });
const callers = fc
  .integer({ min: 0, max: 8 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, id) => caller(id))));
const cards = fc
  .array(fc.tuple(unit, fc.constantFrom(...languages), fc.option(fc.integer({ min: 0, max: 7 }), { nil: null })), {
    maxLength: 60,
  })
  .map((all) =>
    all.map(
      ([unitId, language, owner], index): CardToShare => ({
        caseId: `case-${index}`,
        unitId,
        language,
        caseworkerId: owner === null ? null : `caller-${owner}`,
      }),
    ),
  );

const rings = (one: Caller, unitId: string | null) =>
  one.units === null || (unitId !== null && one.units.includes(unitId));
const loadsAfter = (split: ReadonlyMap<string, string>, all: readonly Caller[]) =>
  new Map(all.map((one) => [one.staffId, one.load + [...split.values()].filter((id) => id === one.staffId).length]));

describe('cards shared out', () => {
  it('go each to one who rings for its unit, and are left only where nobody does', () => {
    fc.assert(
      fc.property(cards, callers, (some, all) => {
        const { given, left } = splitCards(some, all);
        expect(given.size + left.length).toBe(some.length);
        for (const { caseId, unitId } of some) {
          const who = all.find(({ staffId }) => staffId === given.get(caseId));
          if (who) expect(rings(who, unitId)).toBe(true);
          else expect(all.some((one) => rings(one, unitId))).toBe(false);
        }
      }),
    );
  });

  it('make loads so even that no card can go to somebody with less for their share', () => {
    fc.assert(
      fc.property(cards, callers, (some, all) => {
        const { given } = splitCards(some, all);
        const loads = loadsAfter(given, all);
        for (const { caseId, unitId } of some) {
          const from = all.find(({ staffId }) => staffId === given.get(caseId));
          if (!from) continue;
          const fromLoad = loads.get(from.staffId) ?? 0;
          for (const to of all.filter((one) => one !== from && rings(one, unitId))) {
            const toLoad = loads.get(to.staffId) ?? 0;
            expect((2 * toLoad + 1) / to.share).toBeGreaterThanOrEqual((2 * fromLoad - 1) / from.share - 1e-9);
          }
        }
      }),
    );
  });

  it('reach the best split there is, found by trying them all, also where a chain of units must be moved', () => {
    const few = fc.array(fc.constantFrom('north', 'south', 'east'), { maxLength: 6 });
    const three = fc.tuple(caller(0), caller(1), caller(2));
    fc.assert(
      fc.property(few, three, (unitIds, all) => {
        const some = unitIds.map((unitId, index) => ({
          caseId: `case-${index}`,
          unitId,
          language: null,
          caseworkerId: null,
        }));
        const cost = (loads: readonly number[]) =>
          all.reduce((sum, one, index) => sum + (loads[index] ?? 0) ** 2 / one.share, 0);
        const best = (at: number, loads: readonly number[]): number => {
          const card = some[at];
          if (!card) return cost(loads);
          const ways = all.flatMap((one, index) =>
            rings(one, card.unitId)
              ? [
                  best(
                    at + 1,
                    loads.map((n, who) => (who === index ? n + 1 : n)),
                  ),
                ]
              : [],
          );
          return ways.length === 0 ? best(at + 1, loads) : Math.min(...ways);
        };
        const loads = loadsAfter(splitCards(some, all).given, all);
        const ours = cost(all.map(({ staffId }) => loads.get(staffId) ?? 0));
        expect(ours).toBeCloseTo(
          best(
            0,
            all.map(({ load }) => load),
          ),
          6,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are the same every time', () => {
    fc.assert(
      fc.property(cards, callers, (some, all) => {
        expect([...splitCards(some, all).given]).toEqual([...splitCards(some, all).given]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('who gets whom', () => {
  const card = (caseId: string, more: Partial<CardToShare> = {}): CardToShare => ({
    caseId,
    unitId: 'north',
    language: null,
    caseworkerId: null,
    ...more,
  });
  const one = (staffId: string, more: Partial<Caller> = {}): Caller => ({
    staffId,
    units: ['north'],
    language: 'nb',
    share: 1,
    load: 0,
    ...more,
  });

  it('own youths first, then those who write the same language', () => {
    const { given } = splitCards(
      [card('a', { language: 'nn' }), card('b', { caseworkerId: 'ane' }), card('c', { language: 'nb' }), card('d')],
      [one('ane'), one('bo', { language: 'nn' })],
    );
    expect([given.get('a'), given.get('b'), given.get('c')]).toEqual(['bo', 'ane', 'ane']);
  });

  it('somebody with half a share gets half as many, and somebody with cards from before gets fewer', () => {
    const many = Array.from({ length: 30 }, (_, index) => card(`case-${index}`));
    const count = (all: readonly Caller[]) => {
      const { given } = splitCards(many, all);
      return all.map(({ staffId }) => [...given.values()].filter((id) => id === staffId).length);
    };
    expect(count([one('ane', { share: 2 }), one('bo')])).toEqual([20, 10]);
    expect(count([one('ane', { load: 10 }), one('bo')])).toEqual([10, 20]);
  });

  it('those who stay share what the one who dropped out had, and keep their own', () => {
    const cards = Array.from({ length: 12 }, (_, index) => card(`case-${index}`));
    const stays = [one('ane', { load: 12 }), one('bo', { load: 12 }), one('cam', { load: 10 })];
    const { given } = splitCards(cards, stays);
    const counts = stays.map(({ staffId }) => [...given.values()].filter((id) => id === staffId).length);
    expect(counts.map((n, index) => n + (stays[index]?.load ?? 0)).toSorted()).toEqual([15, 15, 16]);
  });
});
