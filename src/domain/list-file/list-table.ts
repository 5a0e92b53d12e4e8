/** A list as it leaves the house: headings in row 1, one line a youth, no more columns than the receiver needs. */
export interface ListTable {
  /** Name of the sheet, in the reader's language. */
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A cell that no spreadsheet takes for a formula, not even when the sheet is saved as text and opened again (CWE-1236): what begins like
 * one gets an apostrophe before it. A phone number with its plus is a number and stays as it is.
 */
export function safeCell(text: string): string {
  const oneLine = text.replaceAll(/[\r\n\t]+/g, ' ');
  const isNumber = /^[+-]?[\d ]+$/.test(oneLine);
  return /^\s*[=+\-@|%＝＋－＠]/.test(oneLine) && !isNumber ? `'${oneLine}` : oneLine;
}

/** Every cell made safe, headings too: a column's name may come from a list as well. */
export const safeTable = ({ sheet, headings, rows }: ListTable): ListTable => ({
  sheet,
  headings: headings.map(safeCell),
  rows: rows.map((row) => row.map(safeCell)),
});
