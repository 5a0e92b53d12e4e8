import { expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { type KnownPerson, mayBeKnown } from '#domain/cross-check/known-before.ts';

const born = day('2008-05-04');
const known = (more: Partial<KnownPerson>): KnownPerson => ({
  ...{ searchName: 'siri anna navn-berg', born, isProtected: false, isOfThisYear: false, hasThisNumber: false },
  ...more,
});

it.each([
  [true, 'same number, another name', { name: 'Kari Dal', born: undefined }, { hasThisNumber: true }],
  [true, 'same day, two names', { name: 'Navn, Siri', born }, {}],
  [false, 'same day, one name', { name: 'Siri Dal', born }, {}],
  [true, 'same day, one name, protected', { name: 'Siri Dal', born }, { isProtected: true }],
  [true, 'whole name, no day, protected', { name: 'Siri Berg', born: undefined }, { isProtected: true }],
  [false, 'whole name, no day', { name: 'Siri Berg', born: undefined }, {}],
  [
    false,
    'another day, part of the name, protected',
    { name: 'Siri Dal', born: day('2008-05-05') },
    { isProtected: true },
  ],
  [false, 'of this year: compared already', { name: 'Siri Berg', born }, { isOfThisYear: true, hasThisNumber: true }],
  [true, 'of this year and protected', { name: 'Siri Dal', born }, { isOfThisYear: true, isProtected: true }],
  [false, 'no name at all', { name: '', born: undefined }, { isProtected: true }],
])('%s: %s', (expected, _, row, more) => {
  expect(mayBeKnown(row, known(more))).toBe(expected);
});
