import type { ListTable } from '#domain/list-file/list-table.ts';

/** Makes files that people open in a spreadsheet. Every cell is text: no leading zero is lost, and nothing is a formula. */
export interface ListFiles {
  readonly xlsx: (table: ListTable) => Promise<Uint8Array>;
}
