import { writeXlsxStream } from 'hucre/xlsx';
import { safeTable } from '#domain/list-file/list-table.ts';
import type { ListFiles } from '#ports/list-files.ts';

/** Workbooks of one sheet with text cells only. */
export const xlsxFiles: ListFiles = {
  xlsx: async (table) => {
    const { sheet, headings, rows } = safeTable(table);
    const cells = [[...headings], ...rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))];
    return new Uint8Array(await new Response(writeXlsxStream(cells, { name: sheetName(sheet) })).arrayBuffer());
  },
};

/** A sheet's name is at most 31 signs, and some signs are not for it. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
