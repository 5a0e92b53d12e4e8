import { expect, it } from 'vitest';
import { filterKey, filterToKeep } from '#domain/youth/saved-filter.ts';

it.each([
  ['a view under a name', 'Mine i Nordvik', 'unit=n1&list=mine&page=3', 'list=mine&unit=n1'],
  ['words that no list knows', 'Mine', 'list=mine&text=Kari+Nordmann', 'list=mine'],
  ['a value that is no code and no id', 'Mine', 'list=mine&code=Kari+Nordmann', 'list=mine'],
])('keeps of %s only what an address may say', (_, title, query, kept) => {
  expect(filterToKeep(title, query)).toEqual({ ok: true, value: { title, query: kept } });
});

it.each([
  ['a national id in the name', '01020312345', 'list=mine', 'filter.number'],
  ['a birth date in the name', 'født 010203', 'list=mine', 'filter.number'],
  ['a national id in what is kept', 'Mine', 'code=01020312345', 'filter.number'],
  ['no name', '   ', 'list=mine', 'filter.nameless'],
  ['a name that is a letter', 'x'.repeat(61), 'list=mine', 'filter.tooLong'],
])('refuses %s', (_, title, query, code) => {
  const outcome = filterToKeep(title, query);

  expect(outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code)).toEqual([code]);
});

it('two names that differ by capitals only are one', () => {
  expect(filterKey('OTUK i Ålvik')).toBe(filterKey('otuk i ålvik'));
});
