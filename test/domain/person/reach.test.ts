import { expect, it } from 'vitest';
import { mayRing, smsNumber } from '#domain/person/reach.ts';

it('an SMS goes to the first mobile, never to somebody protected or dead', () => {
  expect(smsNumber({ mobiles: ['+4741234567', '+4791234567'] })).toBe('+4741234567');
  expect(smsNumber({ mobiles: ['+4741234567'], addressProtection: 'confidential' })).toBeUndefined();
  expect(smsNumber({ mobiles: ['+4741234567'], deceased: true })).toBeUndefined();
  expect(smsNumber({})).toBeUndefined();
});

it('a guardian is rung, but not one who is protected, nor one to whom nothing may be told', () => {
  expect(mayRing({})).toBe(true);
  expect(mayRing({ addressProtection: 'confidential' })).toBe(false);
  expect(mayRing({ isConfidential: true })).toBe(false);
});
