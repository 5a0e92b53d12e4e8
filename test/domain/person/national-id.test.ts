import { fnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { judgeCheckDigits } from '#domain/person/check-digits.ts';
import { maskNationalId, readNationalId } from '#domain/person/national-id.ts';

const read = (text: string, hints = {}) => {
  const reading = readNationalId(text, hints);
  return reading.ok
    ? { kind: reading.id.kind, text: reading.id.text, born: reading.id.born, notes: reading.notes }
    : reading.fault;
};

describe('a national id is told four ways', () => {
  it.each([
    ['08871748471', 'synthetic', '1917-07-08'],
    ['16852749559', 'synthetic', '1927-05-16'],
    ['42059199202', 'vigo-fictive', '1991-05-02'],
    ['55049199119', 'vigo-fictive', '1991-04-15'],
    ['02013299997', 'ordinary', '2032-01-02'],
    ['30108299920', 'ordinary', '1982-10-30'],
  ])('%s is %s, born %s', (text, kind, born) => {
    expect(read(text)).toEqual({ kind, text, born, notes: [] });
  });

  it('accepts a number that is right only by the rule from 2032, and says so', () => {
    expect(read('30108299939')).toMatchObject({ kind: 'ordinary', notes: ['validFrom2032'] });
  });

  it.each([80, 40, 65])('reads a month moved by %i as synthetic', (added) => {
    const text = numberWith(`15${String(3 + added)}09`);

    expect(read(text)).toMatchObject({ kind: 'synthetic', born: '2009-03-15' });
  });

  it('reads day + 40 with right check digits as a D-number, synthetic when the month is moved too', () => {
    expect(read(numberWith('550309', 500, 800))).toMatchObject({ kind: 'd-number', born: '2009-03-15' });
    expect(read(numberWith('558309', 500, 800))).toMatchObject({ kind: 'synthetic', born: '2009-03-15' });
  });

  it('lets a person decide what a number with day + 40 and 9x is', () => {
    expect(read('42059199202', { treatAs: 'd-number' })).toMatchObject({ code: 'intake.nationalId.checkDigits' });
    const right = numberWith('420591', 900, 999);

    expect(read(right)).toMatchObject({ kind: 'd-number' });
    expect(read(right, { treatAs: 'vigo-fictive' })).toMatchObject({ kind: 'vigo-fictive', notes: [] });
  });

  it('takes the century from the birth day beside it, since it cannot be read from the number from 2032', () => {
    const text = numberWith('150312', 100, 400);

    expect(read(text)).toMatchObject({ born: '1912-03-15' });
    expect(read(text, { born: day('2012-03-15') })).toMatchObject({ born: '2012-03-15' });
    expect(read(text, { born: day('2012-03-16') })).toMatchObject({ born: '1912-03-15' });
  });
});

describe('what spreadsheets do to numbers', () => {
  it('puts a lost leading zero back and says so', () => {
    expect(read('8871748471')).toMatchObject({ text: '08871748471', notes: ['leadingZeroRestored'] });
    expect(read('8871748472')).toMatchObject({ code: 'intake.nationalId.length', facts: { digits: 10 } });
  });

  it.each(['1,01E+10', '1.01E+10', '8,87175E+09', '8E10'])('cannot restore %s', (text) => {
    expect(read(text)).toMatchObject({ code: 'intake.nationalId.scientific' });
  });

  it.each([
    "'08871748471",
    '="08871748471"',
    '088717 48471',
    '088717-48471',
    ' 08871748471\u00a0',
    '8871748471.0',
    '08871748471,0',
  ])('reads %s as the number it dresses up', (text) => expect(read(text)).toMatchObject({ text: '08871748471' }));

  it.each([
    ['', 'missing'],
    ['0887174847', 'length'],
    ['088717484711', 'length'],
    ['0102200312345', 'length'],
    ['O8871748471', 'notDigits'],
    ['08871748472', 'checkDigits'],
    ['31020899999', 'noSuchDay'],
    ['00000000000', 'noSuchDay'],
    ['99999999999', 'noSuchDay'],
  ])('%s is a fault: %s', (text, why) => {
    expect(read(text)).toMatchObject({ code: `intake.nationalId.${why}` });
  });

  it('never shows a number in a fault', () => {
    expect(maskNationalId('08871748472')).toBe('08*********');
    expect(read('08871748472')).toMatchObject({ found: '08*********' });
  });
});

describe('against another validator', () => {
  it('agrees with the national one on all it knows', () => {
    const digits = fc.tuple(
      fc.integer({ min: 1, max: 71 }),
      fc.integer({ min: 1, max: 92 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 999 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(digits, ([inMonth, month, year, individual, right]) => {
        const nine = [pad(inMonth, 2), pad(month, 2), pad(year, 2), pad(individual, 3)].join('');
        const text = right ? withChecks(nine) : `${nine}00`;
        fc.pre(text !== undefined && judgeCheckDigits(text) !== 'right-from-2032' && !(month > 65 && month < 78));
        // 29 February 1900 was no day; the other one looks at two digits of the year.
        fc.pre(!(month % 20 === 2 && inMonth % 40 === 29 && year === 0));
        const ours = readNationalId(text, { treatAs: 'd-number' }).ok;
        const theirs = fnr(text).status === 'valid';

        // Pairs of year and series that no century has are refused there; from 2032 they can be real.
        expect(ours || !theirs).toBe(true);
        if (judgeCheckDigits(text) === 'wrong') expect(ours).toBe(theirs);
      }),
      { numRuns: 3_000 },
    );
  });

  it('never throws and never gives back anything but eleven digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readNationalId(text);

        if (reading.ok) expect(reading.id.text).toMatch(/^\d{11}$/);
        else expect(reading.fault.found).not.toMatch(/\d{3}/);
      }),
    );
  });
});

function numberWith(start: string, from = 500, to = 999): string {
  for (let individual = from; individual <= to; individual += 1) {
    const text = withChecks(`${start}${pad(individual, 3)}`);
    if (text) return text;
  }
  throw new Error(`no number starts with ${start}`);
}

function withChecks(nine: string): string | undefined {
  for (let checks = 0; checks < 100; checks += 1) {
    const text = `${nine}${pad(checks, 2)}`;
    if (judgeCheckDigits(text) === 'right') return text;
  }
  return undefined;
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0');
