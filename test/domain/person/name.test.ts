import { describe, expect, it } from 'vitest';
import { fullName, splitName, splitSurnameFirst } from '#domain/person/name.ts';

describe('a whole name', () => {
  it.each([
    ['Kari Nordås', { first: 'Kari', last: 'Nordås' }],
    ['Nordås, Kari', { first: 'Kari', last: 'Nordås' }],
    ['Nordås , Kari Anne', { first: 'Kari Anne', last: 'Nordås' }],
    ['Kari Anne Lie Nordås', { first: 'Kari', middle: 'Anne Lie', last: 'Nordås' }],
    ['Ola von der Lippe', { first: 'Ola', last: 'von der Lippe' }],
    ['Berg-Hansen, Åse', { first: 'Åse', last: 'Berg-Hansen' }],
    ['  Kari \u00a0 Nordås ', { first: 'Kari', last: 'Nordås' }],
    ['A\u030ase Lie', { first: 'Åse', last: 'Lie' }],
    ['Madonna', { first: '', last: 'Madonna' }],
  ])('%s', (text, name) => expect(splitName(text)).toEqual(name));

  it('is nothing when nothing stands there', () => {
    expect(splitName(' , ')).toBeUndefined();
    expect(splitSurnameFirst('')).toBeUndefined();
  });

  it('has its surname first where the list says so', () => {
    expect(splitSurnameFirst('Nordås Kari Anne')).toEqual({ first: 'Kari Anne', last: 'Nordås' });
    expect(splitSurnameFirst('van Dijk Ola')).toEqual({ first: 'Ola', last: 'van Dijk' });
    expect(splitSurnameFirst('Nordås, Kari')).toEqual({ first: 'Kari', last: 'Nordås' });
  });

  it('is spoken first name first', () => {
    expect(fullName({ first: 'Kari', middle: 'Anne', last: 'Nordås' })).toBe('Kari Anne Nordås');
    expect(fullName({ first: '', last: 'Madonna' })).toBe('Madonna');
  });
});
