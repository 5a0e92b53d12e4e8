import { readNationalId } from '#domain/person/national-id.ts';
import { type Cell, cellText } from '../table/cell.ts';
import { daysIn } from './read-day.ts';

/**
 * The whole number where a list has it in two columns, as the population register names its parts: the birth date, and «personnummer» for
 * the last five digits. Undefined where they are no such parts, or do not make a number together.
 */
export function numberInTwo(last: string, birth: Cell | undefined): string | undefined {
  const digits = last.replaceAll(/[\s'’=".]/g, '');
  if (!birth || !/^\d{3,5}$/.test(digits)) return undefined;
  const end = digits.padStart(5, '0');
  return starts(birth)
    .map((start) => `${start}${end}`)
    .find((whole) => readNationalId(whole).ok);
}

/** Six digits as they stand; of a written date also those of a D-number (day + 40) and of a test person (month + 80). */
function starts(birth: Cell): readonly string[] {
  const text = cellText(birth).replaceAll(/[\s'’=".]/g, '');
  if (/^\d{5,6}$/.test(text)) return [text.padStart(6, '0')];
  return daysIn(birth).flatMap((day) => {
    const [year = '', month = '', inMonth = ''] = day.split('-');
    const start = (moreDays: number, moreMonths: number) =>
      `${twoDigits(Number(inMonth) + moreDays)}${twoDigits(Number(month) + moreMonths)}${year.slice(2)}`;
    return [start(0, 0), start(40, 0), start(0, 80)];
  });
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
