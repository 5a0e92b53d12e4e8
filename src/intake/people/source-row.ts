import type { Facts } from '#domain/outcome.ts';
import { type Note, type PlacedFault, shown } from '../fault.ts';
import { type Cell, cellText } from '../table/cell.ts';
import type { ColumnField, GuardianSlot } from '../table/column-field.ts';

/** One filled cell of a row, with the name of its column: `C Fødselsdato` or `person.fdato`. */
export interface SourceCell {
  readonly cell: Cell;
  readonly column: string;
}

/** Where the fields of a list stand; made once a list, whatever its format. */
export interface SourceColumns {
  /** Columns of each field by their index among a row's cells, first choice first. */
  readonly byField: ReadonlyMap<ColumnField, readonly { readonly at: number; readonly column: string }[]>;
  readonly guardians: readonly GuardianSlot[];
  /** `C7` or `otungdommer[3].person.fdato`; the row alone when no column is meant. */
  readonly placeOf: (row: number, column?: string) => string;
}

export interface SourceRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A row being read: gives texts, collects every fault and note with its place. */
export interface RowReader {
  readonly guardians: readonly GuardianSlot[];
  readonly has: (field: ColumnField) => boolean;
  readonly first: (field: ColumnField) => SourceCell | undefined;
  /** Where the first of these fields should stand, filled or not; undefined where the list has no such column. */
  readonly columnOf: (...fields: readonly ColumnField[]) => SourceCell | undefined;
  readonly all: (field: ColumnField) => readonly SourceCell[];
  /** The text of the first filled cell; a cell that cannot be read is a fault and gives nothing. */
  readonly text: (field: ColumnField) => string;
  readonly fault: (code: string, at?: SourceCell, facts?: Facts, found?: string) => void;
  readonly note: (code: string, at?: SourceCell, facts?: Facts) => void;
  readonly faults: readonly PlacedFault[];
  readonly notes: readonly Note[];
}

export function rowReader({ byField, guardians, placeOf }: SourceColumns, { row, cells }: SourceRow): RowReader {
  const faults: PlacedFault[] = [];
  const notes: Note[] = [];
  const fault: RowReader['fault'] = (code, at, facts, found = shown(cellText(at?.cell))) => {
    const place = placeOf(row, at?.column);
    faults.push({ code, place, row, ...(at && { column: at.column }), found, ...(facts && { facts }) });
  };
  const note: RowReader['note'] = (code, at, facts) => {
    notes.push({ code, row, ...(at && { column: at.column }), ...(facts && { facts }) });
  };
  const first: RowReader['first'] = (field) => {
    for (const { at, column } of byField.get(field) ?? []) {
      const cell = cells[at];
      if (cell !== undefined && cell.kind !== 'empty') return { cell, column };
    }
    return undefined;
  };
  const columnOf: RowReader['columnOf'] = (...fields) => {
    const [found] = fields.flatMap((field) => byField.get(field) ?? []);
    return found && { cell: cells[found.at] ?? { kind: 'empty' }, column: found.column };
  };
  const all: RowReader['all'] = (field) =>
    (byField.get(field) ?? []).flatMap(({ at, column }) => {
      const cell = cells[at];
      return cell === undefined || cell.kind === 'empty' ? [] : [{ cell, column }];
    });
  // Asked for twice, an unreadable cell is still one fault.
  const told = new Set<ColumnField>();
  const text: RowReader['text'] = (field) => {
    const at = first(field);
    if (at === undefined || told.has(field)) return '';
    const { readable, why, facts } = readText(at.cell);
    if (why === undefined) return readable;
    told.add(field);
    fault(why, at, facts);
    return '';
  };
  const has: RowReader['has'] = (field) => first(field) !== undefined;
  return { guardians, has, first, columnOf, all, text, fault, note, faults, notes };
}

/** Yes, a tick, or a date stands there; an unclear word is a yes, since these stop what would go by itself. */
export function saysYes(row: RowReader, field: ColumnField): boolean {
  const text = row.text(field);
  return text !== '' && !/^(nei|n|0|no|false|-|bosatt|busett)$/i.test(text);
}

interface CellReading {
  readonly readable: string;
  readonly why?: string;
  readonly facts?: Facts;
}

function readText(cell: Cell): CellReading {
  if (cell.kind === 'unreadable') {
    return { readable: '', why: cell.why === 'formula' ? 'intake.cell.formula' : 'intake.cell.error' };
  }
  const readable = cellText(cell);
  if (readable.includes('\ufffd')) return { readable, why: 'intake.cell.lostLetters' };
  const tooLong = readable.length > longest || (readable.includes('\n') && readable.split('\n').length > mostLines);
  return tooLong ? { readable, why: 'intake.cell.tooLong', facts: { limit: longest } } : { readable };
}

/** Beyond this a cell has swallowed its neighbours, usually by a quote that closes rows later. */
const longest = 500;
const mostLines = 8;
