import type { Outcome } from '#domain/outcome.ts';
import { accepted, refused } from '#domain/outcome.ts';
import type { Note } from '../fault.ts';
import { type Cell, cellText, type Sheet } from './cell.ts';
import type { GivenColumns } from './column-field.ts';
import { findHeading, type HeadingRow } from './find-heading.ts';

export interface ChosenSheet {
  readonly sheet: Sheet;
  readonly heading: HeadingRow;
  readonly notes: readonly Note[];
}

/** Picks the one sheet that is a list of people: the one asked for, else the only visible one that fits. */
export function chooseSheet(
  sheets: readonly Sheet[],
  asked: string | undefined,
  given: GivenColumns,
): Outcome<ChosenSheet> {
  const filled = sheets.filter(({ rows }) => rows.some(hasContent));
  if (filled.length === 0) return refused({ code: 'intake.table.noRows' });
  const pool =
    asked === undefined
      ? filled.filter(({ hidden }) => !hidden)
      : filled.filter((sheet, place) => isAsked(sheet, place, asked));
  const names = filled.map(({ name }) => name);
  if (asked !== undefined && pool.length === 0)
    return refused({ code: 'intake.sheet.notFound', facts: { sheet: asked, sheets: names } });
  if (pool.length === 0) return refused({ code: 'intake.sheet.onlyHidden', facts: { sheets: names } });

  const fitting = pool.flatMap((sheet) => {
    const heading = findHeading(sheet, given);
    return heading ? [{ sheet, heading }] : [];
  });
  const withPeople = fitting.filter(({ sheet, heading }) => sheet.rows.slice(heading.row).some(hasContent));
  if (withPeople.length > 1) {
    return refused({ code: 'intake.sheet.several', facts: { sheets: withPeople.map(({ sheet }) => sheet.name) } });
  }
  const [only] = withPeople;
  if (only) return accepted({ ...only, notes: notesOn(only.sheet, sheets) });
  if (fitting.length > 0) return refused({ code: 'intake.table.noRows' });
  return refused({
    code: 'intake.table.noHeading',
    facts: { sheets: pool.map(({ name }) => name).filter(Boolean), found: firstRow(pool) },
  });
}

export const hasContent = (row: readonly Cell[]): boolean => row.some(({ kind }) => kind !== 'empty');

function isAsked(sheet: Sheet, place: number, asked: string): boolean {
  return sheet.name.toLowerCase() === asked.trim().toLowerCase() || String(place + 1) === asked.trim();
}

function notesOn(chosen: Sheet, sheets: readonly Sheet[]): readonly Note[] {
  const others = sheets.filter((sheet) => sheet !== chosen && sheet.rows.some(hasContent));
  const named = (code: string, some: readonly Sheet[]): readonly Note[] =>
    some.length === 0 ? [] : [{ code, facts: { sheets: some.map(({ name }) => name) } }];
  return [
    ...named(
      'intake.note.otherSheets',
      others.filter(({ hidden }) => !hidden),
    ),
    ...named(
      'intake.note.hiddenSheets',
      others.filter(({ hidden }) => hidden),
    ),
  ];
}

/** The headings that were found instead: only words, since a list without headings begins with a person. */
function firstRow(sheets: readonly Sheet[]): string {
  const row = sheets[0]?.rows.find(hasContent) ?? [];
  const words = row.map(cellText).filter((text) => text !== '' && !/\d/.test(text));
  return words
    .slice(0, 6)
    .map((word) => word.slice(0, 20))
    .join(' | ');
}
