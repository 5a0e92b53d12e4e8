import { expect, it } from 'vitest';
import { smsNumber } from '#domain/person/reach.ts';

it('an SMS goes to the first mobile, never to somebody protected or dead', () => {
  expect(smsNumber({ mobiles: ['+4741234567', '+4791234567'] })).toBe('+4741234567');
  expect(smsNumber({ mobiles: ['+4741234567'], addressProtection: 'confidential' })).toBeUndefined();
  expect(smsNumber({ mobiles: ['+4741234567'], deceased: true })).toBeUndefined();
  expect(smsNumber({})).toBeUndefined();
});
