import { type Day, parseDay } from '#domain/calendar/day.ts';
import type { Cell } from '../table/cell.ts';
import { cellText } from '../table/cell.ts';

/**
 * Every day a cell may mean, likeliest first: a date cell, `dd.MM.yyyy`, `yyyy-MM-dd`, `ddMMyy`, a month in words, a
 * spreadsheet's serial number. Never month before day: a list that has it so is refused row by row.
 */
export function daysIn(cell: Cell): readonly Day[] {
  if (cell.kind === 'day') return [cell.day];
  if (cell.kind === 'number') return [...serial(cell.number), ...written(cellText(cell))];
  const text = cellText(cell)
    .toLowerCase()
    .replace(/^'/, '')
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '')
    .trim();
  return [...written(text), ...(/^\d{5}$/.test(text) ? serial(Number(text)) : [])];
}

function written(text: string): readonly Day[] {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const norwegian =
    /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text) ??
    /^(\d)(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (norwegian) return dayOf(norwegian[3], norwegian[2], norwegian[1]);
  const words = /^(\d{1,2})\.? +([a-zæøå]{3,})\.? +(\d{4})$/.exec(text);
  const month = words ? months.findIndex((name) => name.startsWith((words[2] ?? '').slice(0, 3))) : -1;
  return month >= 0 ? dayOf(words?.[3], String(month + 1), words?.[1]) : [];
}

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Two digits of a year: up to 39 is this century, as in the national id. */
function dayOf(year = '', month = '', inMonth = ''): readonly Day[] {
  const full = year.length === 4 ? year : `${Number(year) <= 39 ? '20' : '19'}${year}`;
  const found = parseDay(`${full}-${month.padStart(2, '0')}-${inMonth.padStart(2, '0')}`);
  return found ? [found] : [];
}

/** Days since 1899-12-30, for 1930 to 2059: outside it a number is no birth day. */
function serial(number: number): readonly Day[] {
  const days = Math.floor(number);
  if (days < 10_959 || days > 58_440) return [];
  const found = parseDay(new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10));
  return found ? [found] : [];
}
