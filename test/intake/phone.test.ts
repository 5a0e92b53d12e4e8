import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { readPhone, splitPhones } from '#intake/phone.ts';

describe('a phone number', () => {
  it.each([
    '41234567',
    '412 34 567',
    '+47 412 34 567',
    '0047 41234567',
    '4741234567',
    '(+47) 41234567',
    '+47 (0)41234567',
    'mob. 41234567 (mor)',
    '41234567.0',
    "'41234567",
  ])('%s can get an SMS', (text) => expect(readPhone(text)).toEqual({ ok: true, number: '+4741234567', sms: true }));

  it('a fixed line can only be called; the numbers kept for fiction are fixed lines', () => {
    expect(readPhone('22 33 44 55')).toEqual({ ok: true, number: '+4722334455', sms: false });
    expect(readPhone('68050001')).toEqual({ ok: true, number: '+4768050001', sms: false });
  });

  it('from another country needs its code', () => {
    expect(readPhone('+46 70 123 45 67')).toEqual({ ok: true, number: '+46701234567', sms: true });
  });

  it.each(['11111111', '4123456', '44123456', '580000001234', 'ukjent', '', '08871748471'])(
    '%s cannot be dialled',
    (text) => {
      expect(readPhone(text)).toMatchObject({ ok: false, fault: { code: 'intake.phone.unusable' } });
    },
  );

  it('the short way for plain numbers gives what the library gives', () => {
    for (let start = 2000; start < 10_000; start += 1) {
      const text = `${start}2345`;
      const library = parsePhoneNumberFromString(text, 'NO');
      const valid = library?.isValid() === true;

      const reading = readPhone(text);
      expect([reading.ok, reading.ok && reading.sms], text).toEqual([valid, valid && library?.getType() === 'MOBILE']);
    }
  });

  it('several in one cell are told apart', () => {
    expect(splitPhones('41234567 / 22334455')).toEqual(['41234567', '22334455']);
    expect(splitPhones('41234567 eller 22 33 44 55')).toEqual(['41234567', '22 33 44 55']);
  });
});
