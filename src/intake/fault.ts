import type { Facts, Fault } from '#domain/outcome.ts';

/** A fault in one row: row as the file counts it (1-based, headings counted), column as letter and heading. */
export interface PlacedFault extends Fault {
  readonly row: number;
  /** `C Fødselsdato` in a table, `person.fdato` in the feed; absent when the whole row is meant. */
  readonly column?: string;
}

/** Something the reader did or saw that a person should know; it stops nothing. */
export interface Note {
  /** Key in the texts, for example `intake.note.hiddenRows`. */
  readonly code: string;
  readonly row?: number;
  readonly column?: string;
  readonly facts?: Facts;
}

/** What stood in the file, fit to be shown: one line, at most 80 characters, anything that may be a national id masked. */
export function shown(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const masked = line.replaceAll(/\d[\d .-]{7,}\d/g, (run) =>
    digitsIn(run) < 10 ? run : run.replaceAll(/(?<=\d\D*\d\D*)\d/g, '*'),
  );
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
}

/** `A`, `B`, … `Z`, `AA`: a spreadsheet's name for its zero-based column. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length;
