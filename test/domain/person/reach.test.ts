import { describe, expect, it } from 'vitest';
import { letterObstacle, smsNumber } from '#domain/person/reach.ts';

const address = { lines: ['Storgata 1'], postcode: '0150', place: 'Oslo' };

describe('a letter goes by itself', () => {
  it('to a whole Norwegian address', () => {
    expect(letterObstacle({ address })).toBeUndefined();
    expect(letterObstacle({ address, addressProtection: 'none' })).toBeUndefined();
  });

  it.each([
    ['protected', { address, addressProtection: 'client' as const }],
    ['protected', { address, addressProtection: 'confidential' as const, deceased: true }],
    ['deceased', { address, deceased: true }],
    ['abroad', { address: { ...address, country: 'Sverige' } }],
    ['abroad', { address, emigrated: true }],
    ['no-address', {}],
    ['no-address', { address: { ...address, lines: [] } }],
    ['no-postcode', { address: { lines: ['Storgata 1'], postcode: '150' } }],
    ['unknown-postcode', { address: { ...address, postcode: '9999' } }],
  ])('but not when %s', (why, person) => expect(letterObstacle(person)).toBe(why));
});

it('an SMS goes to the first mobile, never to somebody protected or dead', () => {
  expect(smsNumber({ mobiles: ['+4741234567', '+4791234567'] })).toBe('+4741234567');
  expect(smsNumber({ mobiles: ['+4741234567'], addressProtection: 'confidential' })).toBeUndefined();
  expect(smsNumber({ mobiles: ['+4741234567'], deceased: true })).toBeUndefined();
  expect(smsNumber({})).toBeUndefined();
});
