import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, propose, type Way, type Worker } from '#domain/assignment/propose.ts';
import { type AssignmentRule, faultsOfRules } from '#domain/assignment/rule.ts';
import { shareTasks } from '#domain/assignment/share-tasks.ts';

const aYouth = (given: Partial<Candidate> = {}): Candidate => ({
  caseId: 'a',
  unitId: 'north',
  caseworkerId: null,
  isProtected: false,
  municipality: '4601',
  postcode: '5003',
  ...given,
});
const workers: readonly Worker[] = [
  { staffId: 'ane', unitId: 'north', load: 4, isAbsent: false },
  { staffId: 'bo', unitId: 'north', load: 2, isAbsent: false },
  { staffId: 'cato', unitId: 'south', load: 0, isAbsent: false },
  { staffId: 'away', unitId: 'north', load: 0, isAbsent: true },
];
const one = (staffId: string) => ({ kind: 'one', staffId }) as const;
const rules: readonly AssignmentRule[] = [
  { when: { kind: 'postcode', from: '5000', to: '5099' }, goes: { unitId: 'south', to: one('cato') } },
  { when: { kind: 'municipality', number: '4601' }, goes: { unitId: null, to: { kind: 'evenly' } } },
  { when: { kind: 'unit', unitId: 'south' }, goes: { unitId: 'north', to: { kind: 'unit-only' } } },
];
const byRules: Way = { kind: 'rules', rules };
const evenly: Way = { kind: 'evenly' };

describe('who gets a youth', () => {
  it.each<readonly [string, Candidate, Way, string | null, unknown]>([
    ['the first rule that fits counts', aYouth(), byRules, null, { unitId: 'south', caseworkerId: 'cato' }],
    [
      'a rule may share evenly in the youth’s own unit',
      aYouth({ postcode: '5100' }),
      byRules,
      null,
      { unitId: 'north', caseworkerId: 'bo' },
    ],
    [
      'a rule may give the unit only',
      aYouth({ postcode: null, municipality: null, unitId: 'south' }),
      byRules,
      null,
      { unitId: 'north', caseworkerId: null },
    ],
    ['no rule fits', aYouth({ postcode: '9999', municipality: '1' }), byRules, null, 'no-rule'],
    ['evenly: the one with fewest who is here', aYouth(), evenly, null, { unitId: 'north', caseworkerId: 'bo' }],
    ['evenly, without a unit', aYouth({ unitId: null }), evenly, null, 'no-unit'],
    ['evenly, where nobody works', aYouth({ unitId: 'east' }), evenly, null, 'nobody-there'],
    ['a protected person is given by hand only', aYouth({ isProtected: true }), evenly, null, 'protected'],
    [
      'one who has a caseworker already is left alone',
      aYouth({ caseworkerId: 'ane' }),
      byRules,
      null,
      'has-caseworker',
    ],
    [
      'a leaver’s youth goes to another',
      aYouth({ caseworkerId: 'bo' }),
      evenly,
      'bo',
      { unitId: 'north', caseworkerId: 'ane' },
    ],
    [
      'a rule that says the leaver changes nothing',
      aYouth({ caseworkerId: 'cato', unitId: 'south' }),
      byRules,
      'cato',
      'already-so',
    ],
    ['all to one', aYouth({ caseworkerId: 'bo' }), one('cato'), 'bo', { unitId: 'north', caseworkerId: 'cato' }],
  ])('%s', (_, youth, way, from, wanted) => {
    const { moves, untouched } = propose({ youths: [youth], workers, way, from });

    if (typeof wanted === 'string') expect([moves, untouched]).toEqual([[], [{ caseId: 'a', why: wanted }]]);
    else expect([moves, untouched]).toEqual([[{ caseId: 'a', ...(wanted as object) }], []]);
  });

  it('evenly ends with nobody having two more than another they could have had, in whatever order the youths come', () => {
    const cases = fc.uniqueArray(
      fc.nat({ max: 500 }).map((n) => `case-${n}`),
      { maxLength: 40 },
    );
    const loads = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cases, loads, (ids, of) => {
        const here = of.map((load, n): Worker => ({ staffId: `w${n}`, unitId: 'north', load, isAbsent: false }));
        const youths = ids.map((caseId) => aYouth({ caseId }));
        const proposal = propose({ youths, workers: here, way: evenly, from: null });
        const back = propose({ youths: youths.toReversed(), workers: here, way: evenly, from: null });

        expect(back).toEqual(proposal);
        expect(proposal.moves.length).toBe(ids.length);
        expect(proposal.gets.reduce((sum, { n }) => sum + n, 0)).toBe(ids.length);
        const after = (id: string) => proposal.gets.find(({ staffId }) => staffId === id)?.after ?? 0;
        const least = Math.min(...here.map(({ staffId, load }) => Math.max(load, after(staffId))));
        for (const { after: now } of proposal.gets) expect(now - least).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the tasks of somebody who leaves', () => {
  const tasks = [
    { taskId: 'phone.report@staff:bo', unitId: 'north', role: 'adviser' },
    { taskId: 'review.nav@unit:north', unitId: 'north', role: 'adviser' },
    { taskId: 'letters.fold', unitId: null, role: 'office_staff' },
  ];
  const to = (way: Way) => shareTasks(tasks, workers, { way, from: 'bo' }).map((moved) => moved.to);

  it('go to the one who takes everything', () => expect(to(one('cato'))).toEqual(['cato', 'cato', 'cato']));
  it('else to advisers of the unit, and to everybody with the role where it is another role’s', () =>
    expect(to(evenly)).toEqual(['ane', 'ane', null]));
});

describe('a rule set', () => {
  const known = { units: new Set(['north', 'south']), staff: new Set(['ane', 'cato']) };
  const evenlyIn = (unitId: string | null) => ({ unitId, to: { kind: 'evenly' } }) as const;

  it('without faults has none', () => expect(faultsOfRules(rules, known)).toEqual([]));
  it.each<readonly [string, readonly AssignmentRule[], number, string]>([
    ['names a unit that is not', [{ when: { kind: 'unit', unitId: 'east' }, goes: evenlyIn(null) }], 1, 'unknownUnit'],
    [
      'names a person who is not',
      [{ when: { kind: 'unit', unitId: 'north' }, goes: { unitId: null, to: one('bo') } }],
      1,
      'unknownPerson',
    ],
    [
      'does nothing',
      [{ when: { kind: 'unit', unitId: 'north' }, goes: { unitId: null, to: { kind: 'unit-only' } } }],
      1,
      'doesNothing',
    ],
    [
      'has its postcodes turned about',
      [{ when: { kind: 'postcode', from: '5100', to: '5000' }, goes: evenlyIn('north') }],
      1,
      'noRange',
    ],
    [
      'is hidden by an earlier one',
      [...rules, { when: { kind: 'postcode', from: '5003', to: '5004' }, goes: evenlyIn('north') }],
      4,
      'hidden',
    ],
  ])('that %s is told so', (_, set, place, code) => expect(faultsOfRules(set, known)).toEqual([{ place, code }]));
});
