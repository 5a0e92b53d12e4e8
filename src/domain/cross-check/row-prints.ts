import { nameParts } from './fold.ts';
import type { ListedPerson } from './person.ts';

/**
 * What a row is remembered by when a person has decided about it: its number, and its name with its birth date, in one form however
 * they are written. The caller makes them blind before they are kept. A row that tells too little to be known again has none.
 */
export function rowPrints(row: ListedPerson): readonly string[] {
  const digits = (row.nationalId ?? '').replaceAll(/\D/g, '').padStart(11, '0');
  const number = digits.length === 11 && /[1-9]/.test(digits) ? digits : '';
  const names = [row.fullName, row.firstName, row.middleName, row.lastName].flatMap(nameParts).sort().join(' ');
  const byName = names !== '' && row.birthDate !== undefined ? [`name ${names} ${row.birthDate} ${number}`] : [];
  return [...(number === '' ? [] : [`number ${number}`]), ...byName];
}
