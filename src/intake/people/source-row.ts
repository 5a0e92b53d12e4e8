import type { Facts } from '#domain/outcome.ts';
import { type Note, type PlacedFault, shown } from '../fault.ts';
import { type Cell, cellText } from '../table/cell.ts';
import type { ColumnField } from '../table/column-field.ts';

/** One filled cell of a row, with the names a person finds it by. */
export interface SourceCell {
  readonly cell: Cell;
  /** `C Fødselsdato` or `person.fdato`. */
  readonly column: string;
  /** `C7` or `otungdommer[3].person.fdato`. */
  readonly place: string;
}

/** One row of whatever format: its filled cells by field, first choice first. */
export interface SourceRow {
  readonly row: number;
  readonly place: string;
  readonly cells: ReadonlyMap<ColumnField, readonly SourceCell[]>;
}

/** A row being read: gives texts, collects every fault and note with its place. */
export interface RowReader {
  readonly has: (field: ColumnField) => boolean;
  readonly first: (field: ColumnField) => SourceCell | undefined;
  readonly all: (field: ColumnField) => readonly SourceCell[];
  /** The text of the first filled cell; a cell that cannot be read is a fault and gives nothing. */
  readonly text: (field: ColumnField) => string;
  readonly fault: (code: string, at?: SourceCell, facts?: Facts, found?: string) => void;
  readonly note: (code: string, at?: SourceCell, facts?: Facts) => void;
  readonly faults: readonly PlacedFault[];
  readonly notes: readonly Note[];
}

export function rowReader(source: SourceRow): RowReader {
  const faults: PlacedFault[] = [];
  const notes: Note[] = [];
  const all = (field: ColumnField): readonly SourceCell[] => source.cells.get(field) ?? [];
  const fault: RowReader['fault'] = (code, at, facts, found) => {
    faults.push({
      code,
      place: at?.place ?? source.place,
      row: source.row,
      ...(at && { column: at.column }),
      found: found ?? shown(cellText(at?.cell)),
      ...(facts && { facts }),
    });
  };
  const note: RowReader['note'] = (code, at, facts) => {
    notes.push({ code, row: source.row, ...(at && { column: at.column }), ...(facts && { facts }) });
  };
  const text: RowReader['text'] = (field) => readableText(all(field)[0], fault);
  return {
    has: (field) => source.cells.has(field),
    first: (field) => all(field)[0],
    all,
    text,
    fault,
    note,
    faults,
    notes,
  };
}

function readableText(at: SourceCell | undefined, fault: RowReader['fault']): string {
  if (at === undefined) return '';
  if (at.cell.kind === 'unreadable') {
    fault(at.cell.why === 'formula' ? 'intake.cell.formula' : 'intake.cell.error', at);
    return '';
  }
  const text = cellText(at.cell);
  if (text.includes('\ufffd')) {
    fault('intake.cell.lostLetters', at);
    return '';
  }
  if (text.length > longest || text.split('\n').length > mostLines) {
    fault('intake.cell.tooLong', at, { limit: longest });
    return '';
  }
  return text;
}

/** Beyond this a cell has swallowed its neighbours, usually by a quote that closes rows later. */
const longest = 500;
const mostLines = 8;
