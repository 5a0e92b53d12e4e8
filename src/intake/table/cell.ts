import type { Day } from '#domain/calendar/day.ts';

/** What one cell holds. `unreadable`: a formula that was never computed, or one of the spreadsheet's own errors. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'unreadable'; readonly why: 'formula' | 'error'; readonly text: string };

export const emptyCell: Cell = { kind: 'empty' };

/** One sheet, or a whole text file: rows as the file has them, empty rows kept so that numbers agree. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** A text file: one separator too many in a row moves every cell after it. */
  readonly mayShift: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** 1-based numbers of rows the sender's spreadsheet does not show. */
  readonly hiddenRows: readonly number[];
}

/** A merged area, zero-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell as text, trimmed; numbers without exponent or separators, days as `YYYY-MM-DD`. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
    case 'unreadable':
      return cell.text;
    case 'number':
      return Number.isInteger(cell.number) && Math.abs(cell.number) < 1e15
        ? cell.number.toFixed(0)
        : String(cell.number);
    case 'day':
      return cell.day;
    case 'yes-no':
      return cell.yes ? 'ja' : 'nei';
    default:
      return '';
  }
}

/** A cell of text, tidied at its ends; empty when nothing but space stands there. */
export function textCell(raw: string): Cell {
  if (raw === '') return emptyCell;
  const text = bare.test(raw) ? raw : raw.replace(/^[\s\ufeff\u200b]+|[\s\u200b]+$/g, '');
  if (text === '') return emptyCell;
  const first = text[0];
  if (first !== '#' && first !== '=') return { kind: 'text', text };
  if (excelErrors.has(text)) return { kind: 'unreadable', why: 'error', text };
  // `="0101…"` is how some systems keep a leading zero; any other formula in a text file was never computed.
  if (/^=\s*[\w(@+-]/.test(text)) return { kind: 'unreadable', why: 'formula', text };
  return { kind: 'text', text };
}

/** Begins and ends with a plain sign: nothing to trim. */
const bare = /^[!-~](?:.*[!-~])?$/;

const excelErrors: ReadonlySet<string> = new Set(
  '#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! #I/T #VERDI! #NAVN? #IT'.split(' '),
);
