import { writeXlsx } from 'hucre/xlsx';

type Value = string | number | boolean | Date | null;
export type SheetOf = Parameters<typeof writeXlsx>[0]['sheets'][number];

/** Valid numbers in the Tenor manner (month + 80), in order: the n-th one born on a day of 2008–2010 that n gives. */
export function syntheticId(n: number): { readonly text: string; readonly born: string } {
  const moment = new Date(Date.UTC(2008, 0, 1 + (n % 900)));
  const born = moment.toISOString().slice(0, 10);
  const [year, month, day] = born.split('-');
  const start = `${day}${Number(month) + 80}${year?.slice(2)}`;
  let found = 0;
  for (let individual = 500; individual < 1000; individual += 1) {
    const nine = `${start}${individual}`;
    const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = first === 10 ? 10 : check(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (second === 10) continue;
    if (found === Math.floor(n / 900)) return { text: `${nine}${first}${second}`, born };
    found += 1;
  }
  throw new Error(`no synthetic number ${n}`);
}

const check = (digits: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11)) % 11;

export const headings = ['Fødselsnummer', 'Etternavn', 'Fornavn', 'Kode'];

/** The n-th row of a plain list under `headings`. */
export function rowOf(n: number): readonly string[] {
  return [syntheticId(n).text, 'Bergås', `Øyvind ${'abcdefghij'[n % 10]}`, 'OSON'];
}

export function csv(rows: readonly (readonly string[])[], separator = ';'): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => row.join(separator)).join('\r\n'));
}

export async function xlsx(rows: readonly (readonly Value[])[], more: Partial<SheetOf> = {}): Promise<Uint8Array> {
  return workbook({ name: 'Liste', rows: rows.map((row) => [...row]), ...more });
}

export const workbook = (...sheets: SheetOf[]): Promise<Uint8Array> => writeXlsx({ sheets });
