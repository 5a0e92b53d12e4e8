import { type CellValue, type Cell as RawCell, type Sheet as RawSheet, readXlsx } from 'hucre/xlsx';
import { parseDay } from '#domain/calendar/day.ts';
import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import { columnLetter } from '../fault.ts';
import type { Limits } from '../limits.ts';
import { type Cell, emptyCell, type Sheet, textCell } from './cell.ts';
import { checkZip } from './zip-guard.ts';

/** Reads the sheets of an XLSX workbook; hucre is known to this file only. */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Outcome<readonly Sheet[]>> {
  const parts = checkZip(bytes, limits);
  if (!parts.ok) return parts;
  if (!parts.value.includes('xl/workbook.xml')) return refused({ code: 'intake.file.otherZip' });
  try {
    // One column and one row more than allowed, so that too many are seen without being read.
    const range = `A1:${columnLetter(limits.columns)}${limits.rows + 1}`;
    const workbook = await readXlsx(bytes, { range });
    return withinLimits(workbook.sheets.map(asSheet), limits);
  } catch {
    // The parser throws on whatever it cannot make sense of; what it says is about XML, not for the sender.
    return refused({ code: 'intake.workbook.damaged' });
  }
}

function withinLimits(sheets: readonly Sheet[], limits: Limits): Outcome<readonly Sheet[]> {
  for (const { name, rows, merges } of sheets) {
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (columns > limits.columns) {
      return refused({ code: 'intake.table.tooManyColumns', facts: { columns, limit: limits.columns, sheet: name } });
    }
    if (rows.length > limits.rows) {
      return refused({
        code: 'intake.table.tooManyRows',
        facts: { rows: rows.length, limit: limits.rows, sheet: name },
      });
    }
    // Merged areas may not overlap; more of them than there are cells is a trap for whoever fills them.
    const covered = merges.reduce((sum, { top, bottom }) => sum + Math.min(bottom, rows.length) - top, 0);
    if (merges.length > limits.rows || covered > limits.rows * limits.columns) {
      return refused({ code: 'intake.workbook.damaged' });
    }
  }
  return accepted(sheets);
}

function asSheet(raw: RawSheet): Sheet {
  return {
    name: raw.name,
    hidden: raw.hidden === true || raw.veryHidden === true,
    mayShift: false,
    rows: trimmed(
      raw.rows.map((row, r) => trimmed(Array.from(row, (value, c) => asCell(value, raw.cells?.get(`${r},${c}`))))),
    ),
    merges: (raw.merges ?? []).map((area) => ({
      top: area.startRow,
      left: area.startCol,
      bottom: area.endRow,
      right: area.endCol,
    })),
    hiddenRows: [...(raw.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([row]) => row + 1),
  };
}

function asCell(value: CellValue, detail: RawCell | undefined): Cell {
  if (detail?.type === 'error') return { kind: 'unreadable', why: 'error', text: String(value ?? '') };
  if (detail?.formula !== undefined && (value === null || value === '')) {
    return { kind: 'unreadable', why: 'formula', text: `=${detail.formula}` };
  }
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value };
  if (value === null || value === undefined) return emptyCell;
  const day = Number.isNaN(value.getTime()) ? undefined : parseDay(value.toISOString().slice(0, 10));
  return day ? { kind: 'day', day } : { kind: 'unreadable', why: 'error', text: String(value) };
}

/** Without the empty cells, or rows, at the end: formatting alone stretches a sheet to row 20,000. */
function trimmed<T extends Cell | readonly Cell[]>(cells: readonly T[]): readonly T[] {
  const last = cells.findLastIndex((cell) => (!('kind' in cell) ? cell.length > 0 : cell.kind !== 'empty'));
  return cells.slice(0, last + 1);
}
