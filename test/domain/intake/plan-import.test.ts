import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { KnownYouth, ReadList, ReadYouth } from '#domain/intake/import-plan.ts';
import { doesNothing, planImport } from '#domain/intake/plan-import.ts';
import { undoImport } from '#domain/intake/undo-import.ts';
import type { RecordField, YouthRecord } from '#domain/person/youth-record.ts';

const aRecord = (says: Partial<YouthRecord> = {}): YouthRecord => ({
  name: { first: 'Ola', last: 'Lie' },
  transferCode: 'OSON',
  ...says,
});
const known = (key: string, says: Partial<YouthRecord> = {}): KnownYouth => ({ key, record: aRecord(says) });
const row = (number: number, key: string, says: Partial<YouthRecord> = {}): ReadYouth => ({
  row: number,
  key,
  record: aRecord(says),
});
const carries: readonly RecordField[] = [
  'nationalId',
  'born',
  'name',
  'transferCode',
  'mobiles',
  'address',
  'addressProtection',
  'caseworkerName',
];
const aList = (rows: readonly ReadYouth[], more: Partial<ReadList> = {}): ReadList => ({
  rows,
  faulty: [],
  carries,
  ...more,
});
const codes = (reasons: readonly { readonly code: string }[]) =>
  reasons.map(({ code }) => code.replace('intake.approve.', ''));

describe('a list against what is known', () => {
  it('asks about somebody new without a code, whom no letter or date would reach', () => {
    const codeless = (number: number, key: string, says: Partial<YouthRecord> = {}) => {
      const { transferCode: _, ...record } = aRecord(says);
      return { row: number, key, record };
    };
    const plan = planImport(
      [known('a')],
      aList([codeless(2, 'a'), codeless(3, 'b'), codeless(4, 'c', { activityCode: 'OTOV' })]),
    );

    expect(plan.approval).toMatchObject([{ code: 'intake.approve.withoutCode', facts: { count: 1, rows: ['3'] } }]);
  });

  it('tells new, changed, same and gone, with the fields that change', () => {
    const before = [known('a'), known('b', { mobiles: ['+4741234567'] }), known('c')];
    const plan = planImport(before, aList([row(2, 'a'), row(3, 'b', { mobiles: ['+4791234567'] }), row(4, 'd')]));

    expect(plan.same).toEqual([{ row: 2, key: 'a' }]);
    expect(plan.change).toMatchObject([
      {
        row: 3,
        key: 'b',
        fields: [{ field: 'mobiles', from: ['+4741234567'], to: ['+4791234567'] }],
        after: { mobiles: ['+4791234567'] },
      },
    ]);
    expect(plan.create.map(({ row: number }) => number)).toEqual([4]);
    expect(plan.gone.map(({ key }) => key)).toEqual(['c']);
    expect(plan.counts).toEqual({ rows: 3, create: 1, change: 1, same: 1, gone: 1, faulty: 0, duplicateRows: 0 });
  });

  it('leaves what the list has no column for, and empties what it has an empty cell for', () => {
    const before = known('a', { email: 'ola@test.example', mobiles: ['+4741234567'], languageForm: 'nn' });
    const plan = planImport([before], aList([row(2, 'a')]));

    expect(plan.change[0]?.fields).toEqual([{ field: 'mobiles', from: ['+4741234567'] }]);
    expect(plan.change[0]?.after).toEqual({ ...aRecord(), email: 'ola@test.example', languageForm: 'nn' });
  });

  it('never overwrites the caseworker, and never empties who somebody is or why they came', () => {
    const before = known('a', { caseworkerName: 'Kari Berg', born: day('2008-01-09') });
    const { transferCode, ...silent } = aRecord({ caseworkerName: 'En annen' });
    const plan = planImport([before], aList([{ row: 2, key: 'a', record: silent }]));

    expect(plan.same).toHaveLength(1);
  });

  it('a second wave does not take the first wave as gone', () => {
    const before = [known('a'), known('b'), known('c', { transferCode: 'OSUT' })];
    const plan = planImport(before, aList([row(2, 'd', { transferCode: 'OSNP' })]));

    expect(plan.covers).toEqual(['OSNP', 'OSVE', 'OSUT']);
    expect(plan.gone.map(({ key }) => key)).toEqual(['c']);
    expect(planImport(before, aList([row(2, 'd')]), { covers: 'all' }).gone).toHaveLength(3);
  });

  it('a person whose row has a fault is not gone', () => {
    const faulty = [{ row: 2, key: 'a', faults: [{ code: 'intake.name.missing', place: '2', found: '' }] }];

    expect(planImport([known('a')], aList([], { faulty })).gone).toEqual([]);
  });
});

describe('a person must approve', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => known(`k${n}`));
  const rowsOf = (some: readonly KnownYouth[]) => some.map(({ key, record }, n) => ({ row: n + 2, key, record }));
  const reasons = (before: readonly KnownYouth[], list: ReadList) => codes(planImport(before, list).approval);

  it('when more than a tenth are gone, not when a tenth are', () => {
    expect(reasons(hundred, aList(rowsOf(hundred.slice(10))))).toEqual([]);
    expect(reasons(hundred, aList(rowsOf(hundred.slice(11))))).toEqual(['shrinks']);
    expect(planImport(hundred, aList([])).approval[0]?.facts).toEqual({ gone: 100, known: 100, percent: 100 });
  });

  it('when the sender counts otherwise; faulty rows are counted as people', () => {
    const faulty = [{ row: 5, faults: [] }];

    expect(reasons([], aList([row(2, 'a')], { declaredCount: 2 }))).toEqual(['count']);
    expect(reasons([], aList([row(2, 'a')], { declaredCount: 2, faulty }))).toEqual(['faultyRows']);
  });

  it('when somebody stands twice: read once when the rows agree, not at all when they do not', () => {
    const twice = planImport(
      [],
      aList([row(2, 'a'), row(3, 'a'), row(4, 'b'), row(5, 'b', { mobiles: ['+4741234567'] })]),
    );

    expect(twice.create.map(({ key }) => key)).toEqual(['a']);
    expect(twice.duplicates).toEqual([
      { key: 'a', rows: [2, 3], agree: true },
      { key: 'b', rows: [4, 5], agree: false },
    ]);
    expect(codes(twice.approval)).toEqual(['duplicates']);
    expect(planImport([known('b')], aList([row(4, 'b'), row(5, 'b', { languageForm: 'nn' })])).gone).toEqual([]);
  });

  it('when a new number looks like a known person with another', () => {
    const born = day('2008-01-09');
    const before = [known('fictive', { born }), ...hundred];
    const plan = planImport(
      before,
      aList([row(2, 'real', { born, name: { first: 'OLA', last: 'Lie' } }), ...rowsOf(hundred)]),
    );

    expect(plan.renumbered).toEqual([{ row: 2, key: 'real', knownKey: 'fictive' }]);
    expect(codes(plan.approval)).toEqual(['renumbered']);
  });

  it('when the list lifts an address protection, and when the reader has a doubt', () => {
    const doubts = [{ code: 'intake.approve.hiddenRows' }];

    expect(reasons([known('a', { addressProtection: 'confidential' })], aList([row(2, 'a')]))).toEqual([
      'protectionLifted',
    ]);
    expect(reasons([known('a', { addressProtection: 'none' })], aList([row(2, 'a')], { doubts }))).toEqual([
      'hiddenRows',
    ]);
  });
});

describe('the same list again', () => {
  const aField = fc.record(
    {
      mobiles: fc.array(fc.constantFrom('+4741234567', '+4791234567'), { maxLength: 2 }),
      deceased: fc.boolean(),
      languageForm: fc.constantFrom('nb' as const, 'nn' as const),
    },
    { requiredKeys: [] },
  );
  const people = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghij'), aField), { selector: ([key]) => key });

  it('does nothing, whatever was known before', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        const list = aList(after.map(([key, says], n) => row(n + 2, key, says)));
        const plan = planImport(
          before.map(([key, says]) => known(key, says)),
          list,
          { covers: 'all' },
        );
        const gone = new Set(plan.gone.map(({ key }) => key));
        const applied = new Map(before.filter(([key]) => !gone.has(key)).map(([key, says]) => [key, known(key, says)]));
        for (const { key, record } of plan.create) applied.set(key, { key, record });
        for (const { key, after: record } of plan.change) applied.set(key, { key, record });

        expect(doesNothing(planImport([...applied.values()], list, { covers: 'all' }))).toBe(true);
        expect(plan.create.length + plan.change.length + plan.same.length).toBe(after.length);
      }),
    );
  });
});

describe('an undo', () => {
  it('takes back what the intake did and keeps whoever was edited since', () => {
    const before = [known('b', { mobiles: ['+4741234567'] }), known('c'), known('e', { mobiles: ['+4741234567'] })];
    const plan = planImport(before, aList([row(2, 'a'), row(3, 'b'), row(4, 'd'), row(5, 'e')]));

    expect(undoImport(plan, new Set(['d', 'e']))).toEqual({
      remove: ['a'],
      restore: [before[0]],
      unmark: ['c'],
      kept: ['d', 'e'],
    });
  });
});

it('20,000 against 20,000 takes less than 300 ms', () => {
  const says = (n: number): Partial<YouthRecord> => ({
    born: day('2008-01-09'),
    address: { lines: [`Storgata ${n}`], postcode: '0150', place: 'Oslo' },
    mobiles: [`+47412${String(n).padStart(5, '0')}`],
  });
  const before = Array.from({ length: 20_000 }, (_, n) => known(`k${n}`, says(n)));
  const rows = Array.from({ length: 20_000 }, (_, n) => row(n + 2, `k${n + 500}`, says(n % 50 === 0 ? n : n + 500)));
  const list = aList(rows);
  planImport(before.slice(0, 500), list);

  const times = [0, 1, 2, 3, 4, 5].map(() => {
    const started = performance.now();
    planImport(before, list);
    return performance.now() - started;
  });
  console.log(`plan of 20,000 against 20,000: ${Math.min(...times).toFixed(0)} ms`);
  expect(Math.min(...times)).toBeLessThan(300);
});
