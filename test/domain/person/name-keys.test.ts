import { describe, expect, it } from 'vitest';
import { searchKey, sortKey } from '#domain/person/name-keys.ts';

describe('a name as it is searched', () => {
  it.each([
    ['  ØDEGÅRD   Bjørn ', 'ødegård bjørn'],
    ['José André', 'jose andre'],
    ['Čáhppe Ŋuorra', 'cahppe nuorra'],
    ['Łukasz Müller', 'lukasz muller'],
    ['Å', 'å'],
  ])('%s is looked for as %s', (name, key) => {
    expect(searchKey(name)).toBe(key);
  });
});

describe('a name as it is sorted', () => {
  it('has the surname first, and æ, ø, å after z', () => {
    expect(sortKey({ first: 'Åse', middle: 'Lie', last: 'Ødegård' })).toBe('|deg}rd }se lie');
    expect(sortKey({ first: '', last: 'Ærlig' })).toBe('{rlig');
    expect(sortKey({ first: 'Änne', last: 'Müller' })).toBe('myller {nne');
  });
});
