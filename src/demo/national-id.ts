import type { Day } from '#domain/calendar/day.ts';
import { type NationalId, readNationalId } from '#domain/person/national-id.ts';
import type { Chance } from './random.ts';

export type Gender = 'girl' | 'boy';

export interface NumberMaker {
  /** A number of Tenor's kind: month + 80, so that it can belong to nobody. */
  synthetic(born: Day, gender: Gender): NationalId;
  /** A D-number that can belong to nobody: day + 40 and month + 80. */
  dNumber(born: Day, gender: Gender): NationalId;
  /** A number as an admissions office makes it: day + 40, then 99 (98, 97 …), gender digit, county (domain notes §2.3). */
  fictive(born: Day, gender: Gender, county: string): NationalId;
}

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Makes national ids that no real person has, none of them twice. */
export function numberMaker(chance: Chance): NumberMaker {
  const used = new Set<string>();
  return {
    synthetic: (born, gender) => asRead(drawn(born, gender, 0), born),
    dNumber: (born, gender) => asRead(drawn(born, gender, 40), born),
    fictive: (born, gender, county) => asRead(fictiveText(born, gender, county), born),
  };

  function drawn(born: Day, gender: Gender, dayShift: number): string {
    for (let attempt = 0; attempt < 2000; attempt += 1) {
      const number = Math.floor(chance.int(500) / 2) * 2 + (gender === 'boy' ? 1 : 0) + (born >= '2000' ? 500 : 0);
      const text = withCheckDigits(datePart(born, dayShift, 80) + String(number).padStart(3, '0'));
      if (text !== undefined && !used.has(text)) {
        used.add(text);
        return text;
      }
    }
    throw new Error(`no number left for somebody born ${born}`);
  }

  function fictiveText(born: Day, gender: Gender, county: string): string {
    const digits = gender === 'girl' ? [2, 4, 6, 8, 0] : [1, 3, 5, 7, 9];
    for (let serial = 99; serial >= 90; serial -= 1) {
      for (const digit of digits) {
        const text = `${datePart(born, 40, 0)}${serial}${digit}${county}`;
        // One in a hundred would pass as a D-number by chance, more by the rule from 2032 on: the second digit settles it.
        if (used.has(text) || controlDigit(text.slice(0, 10), secondWeights) === Number(text.at(-1))) continue;
        used.add(text);
        return text;
      }
    }
    throw new Error(`no fictive number left for somebody born ${born}`);
  }
}

/** The number as the intake will read it, so that a list of the county brings nothing new to who was made from it. */
function asRead(text: string, born: Day): NationalId {
  const reading = readNationalId(text, { born });
  if (!reading.ok) throw new Error(`made a number that cannot be read: ${reading.fault.code}`);
  return reading.id;
}

function datePart(born: Day, dayShift: number, monthShift: number): string {
  const [year = '', month = '', date = ''] = born.split('-');
  return `${String(Number(date) + dayShift).padStart(2, '0')}${String(Number(month) + monthShift).padStart(2, '0')}${year.slice(2)}`;
}

/** The two control digits by modulus 11; undefined where the remainder gives none. */
function withCheckDigits(nine: string): string | undefined {
  const first = controlDigit(nine, firstWeights);
  const second = controlDigit(nine + first, secondWeights);
  return first > 9 || second > 9 ? undefined : `${nine}${first}${second}`;
}

function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 11;
}
