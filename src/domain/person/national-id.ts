import type { Day } from '#domain/calendar/day.ts';
import { parseDay } from '#domain/calendar/day.ts';
import type { Fault } from '#domain/outcome.ts';
import { judgeCheckDigits } from './check-digits.ts';

export const nationalIdKinds = ['ordinary', 'd-number', 'vigo-fictive', 'synthetic'] as const;
export type NationalIdKind = (typeof nationalIdKinds)[number];

/** Eleven digits, what kind of number they are, and the birth day they carry (stored apart: it cannot be relied on from 2032). */
export interface NationalId {
  readonly text: string;
  readonly kind: NationalIdKind;
  readonly born: Day;
}

/** What was mended or is worth a look: the zero a spreadsheet ate, check digits right only from 2032, a fictive number that could be a D-number. */
export type NationalIdNote = 'leadingZeroRestored' | 'validFrom2032' | 'fictiveOrDNumber';

export interface NationalIdHints {
  /** The birth day the same row gives: decides the century where it agrees on day, month and the year's two digits. */
  readonly born?: Day;
  /** A person has decided what a number with day + 40 and 9x individual digits is. */
  readonly treatAs?: 'd-number' | 'vigo-fictive';
}

export type NationalIdReading =
  | { readonly ok: true; readonly id: NationalId; readonly notes: readonly NationalIdNote[] }
  | { readonly ok: false; readonly fault: Fault };

/** Reads a national id from text in four ways: ordinary, D-number, VIGO-fictive, synthetic (domain notes §2.3). */
export function readNationalId(text: string, hints: NationalIdHints = {}): NationalIdReading {
  const fault = (code: string, facts?: Fault['facts']): NationalIdReading => ({
    ok: false,
    fault: { code: `intake.nationalId.${code}`, place: '', found: maskNationalId(text), ...(facts && { facts }) },
  });
  const written = stripped(text);
  if (written === '') return fault('missing');
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(written)) return fault('scientific', { example: '1,01E+10' });
  if (!/^\d+$/.test(written)) return fault('notDigits');
  const lostZero = written.length === 10;
  const digits = lostZero ? `0${written}` : written;
  if (digits.length !== 11) return fault('length', { digits: written.length });

  const parts = takeApart(digits, hints.born);
  if (!parts) return fault(lostZero ? 'length' : 'noSuchDay', lostZero ? { digits: 10 } : undefined);
  const judged = judgeKind(digits, parts, hints.treatAs);
  if (!judged) return fault(lostZero ? 'length' : 'checkDigits', lostZero ? { digits: 10 } : undefined);
  const notes = lostZero ? (['leadingZeroRestored', ...judged.notes] as const) : judged.notes;
  return { ok: true, id: { text: digits, kind: judged.kind, born: parts.born }, notes };
}

/** The number with all but its first two digits hidden; for faults, never for a page that shows the person. */
export function maskNationalId(text: string): string {
  let seen = 0;
  return text.slice(0, 80).replaceAll(/\d/g, (digit) => (++seen <= 2 ? digit : '*'));
}

/** Spreadsheets dress numbers up: `'0101…`, `="0101…"`, `010108 12345`, `010108-12345`, `1010812345.0`. */
function stripped(text: string): string {
  return text
    .trim()
    .replace(/^=?["'’](.*?)["']?$/, '$1')
    .replaceAll(/[\s\u00a0\u2007\u202f\u200b]+/g, '')
    .replace(/^(\d{6})[-.](\d{5})$/, '$1$2')
    .replace(/^(\d{10,11})[.,]0+$/, '$1');
}

interface Parts {
  readonly born: Day;
  readonly dayPlus40: boolean;
  readonly synthetic: boolean;
}

/** Months: Tenor + 80, Norsk Helsenett + 65, NAV + 40; the highest that leaves a month wins. */
const syntheticMonths = [80, 65, 40] as const;

function takeApart(digits: string, hint: Day | undefined): Parts | undefined {
  const [rawDay, rawMonth] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const dayPlus40 = rawDay > 40;
  const offset = syntheticMonths.find((added) => rawMonth > added && rawMonth <= added + 12) ?? 0;
  const month = String(rawMonth - offset).padStart(2, '0');
  const inMonth = String(dayPlus40 ? rawDay - 40 : rawDay).padStart(2, '0');
  const year = digits.slice(4, 6);
  if (hint?.slice(2) === `${year}-${month}-${inMonth}`) return { born: hint, dayPlus40, synthetic: offset > 0 };
  const born = parseDay(`${centuryOf(Number(year), Number(digits.slice(6, 9)))}${year}-${month}-${inMonth}`);
  return born && { born, dayPlus40, synthetic: offset > 0 };
}

/** Today's series of individual numbers; pairs outside them (possible from 2032) are read as the likelier for a youth. */
function centuryOf(year: number, individual: number): number {
  if (individual >= 500 && individual <= 749 && year >= 54) return 18;
  if (individual <= 499 || (individual >= 900 && year >= 40)) return 19;
  return year <= 39 ? 20 : 19;
}

interface Judged {
  readonly kind: NationalIdKind;
  readonly notes: readonly NationalIdNote[];
}

/** Day + 40 and digits 7–8 in the nineties: VIGO's fictive numbers, but D-numbers reach these too; the check digits tell. */
function judgeKind(digits: string, parts: Parts, treatAs: NationalIdHints['treatAs']): Judged | undefined {
  const check = judgeCheckDigits(digits);
  const mayBeFictive = parts.dayPlus40 && !parts.synthetic && digits[6] === '9';
  const endsAsFictive = counties.has(digits.slice(9));
  if (mayBeFictive && treatAs === 'vigo-fictive') return { kind: 'vigo-fictive', notes: [] };
  if (mayBeFictive && treatAs === undefined && check !== 'right') {
    return { kind: 'vigo-fictive', notes: endsAsFictive && check === 'wrong' ? [] : ['fictiveOrDNumber'] };
  }
  if (check === 'wrong') return undefined;
  const notes: NationalIdNote[] = check === 'right-from-2032' ? ['validFrom2032'] : [];
  if (mayBeFictive && endsAsFictive && treatAs === undefined) notes.push('fictiveOrDNumber');
  if (parts.synthetic) return { kind: 'synthetic', notes };
  return { kind: parts.dayPlus40 ? 'd-number' : 'ordinary', notes };
}

/** A fictive number ends in the county that made it; county numbers before 2018, 2018–2023 and now. */
const counties: ReadonlySet<string> = new Set([
  ...Array.from({ length: 20 }, (_, number) => String(number + 1).padStart(2, '0')),
  ...['30', '31', '32', '33', '34', '38', '39', '40', '42', '46', '50', '54', '55', '56'],
]);
