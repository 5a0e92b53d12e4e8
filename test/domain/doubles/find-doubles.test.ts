import { describe, expect, it } from 'vitest';
import { makeCounty } from '#demo/county.ts';
import { day } from '#domain/calendar/day.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import { findDoubles } from '#domain/doubles/find-doubles.ts';

/** Enough others that a pair has something to be unlikely among; no two of them alike. */
const others: readonly ListedPerson[] = makeCounty({ seed: 4, youths: 200, schoolYear: '2026-2027' }).youths.map(
  ({ record: { name, born } }, at) => ({
    ...{ row: at + 10, firstName: name.first, lastName: name.last },
    ...(born === undefined ? {} : { birthDate: born }),
  }),
);
const ada = {
  row: 1,
  firstName: 'Ada',
  lastName: 'Prøve Berg',
  birthDate: day('2008-05-12'),
  address: 'Storgata 1',
  postcode: '7600',
} satisfies ListedPerson;
const doubledWith = (given: Partial<ListedPerson>, first: Partial<ListedPerson> = {}) =>
  findDoubles([{ ...ada, ...first }, ...others, { ...ada, row: 2, ...given }]).filter(({ one, other }) =>
    [one, other].some((at) => at === 0 || at === others.length + 1),
  );

describe('who may be one person with two numbers', () => {
  it.each<readonly [string, Partial<ListedPerson>, Partial<ListedPerson>]>([
    ['a fictive number became a real one', { nationalId: '12050850001' }, { nationalId: '52050899204' }],
    ['a slip in the name', { firstName: 'Aada' }, {}],
    [
      'moved, with the same phone',
      { address: 'Fjordvegen 9', postcode: '6900', phones: ['90000001'] },
      { phones: ['90000001'] },
    ],
  ])('%s', (_, given, first) => {
    const pairs = doubledWith(given, first);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ one: 0, other: others.length + 1 });
    expect(pairs[0]?.agrees).toContain('birthDate');
  });

  it.each<readonly [string, Partial<ListedPerson>]>([
    ['a twin: another first name', { firstName: 'Even' }],
    ['a namesake of another birth date', { birthDate: day('2007-11-02'), address: 'Fjordvegen 9', postcode: '6900' }],
  ])('not %s', (_, given) => expect(doubledWith(given)).toEqual([]));

  it('each pair once, and nobody with themselves', () => {
    const pairs = findDoubles([ada, { ...ada, row: 2 }, { ...ada, row: 3 }]);
    expect(pairs.map(({ one, other }) => [one, other])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});
