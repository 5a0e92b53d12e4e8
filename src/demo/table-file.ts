import { writeXlsxStream } from 'hucre/xlsx';

/** A list as it goes into a file: headings in row 1, people from row 2 on. */
export interface ListTable {
  /** The file's name without its ending. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Semicolons, quotes where needed, UTF-8 with BOM: what Norwegian Excel writes and opens. */
export function csvBytes(table: ListTable): Uint8Array {
  const lines = [table.headings, ...table.rows].map((row) => row.map(csvCell).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const csvCell = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One sheet with text cells only, so that no leading zero is lost. */
export async function xlsxBytes(table: ListTable): Promise<Uint8Array> {
  const rows = [[...table.headings], ...table.rows.map(sheetRow)];
  return new Uint8Array(await new Response(writeXlsxStream(rows, { name: 'Liste' })).arrayBuffer());
}

/** Empty cells become no cells, and nothing follows the last filled one. */
function sheetRow(row: readonly string[]): (string | null)[] {
  const length = row.findLastIndex((cell) => cell !== '') + 1;
  return row.slice(0, length).map((cell) => (cell === '' ? null : cell));
}
