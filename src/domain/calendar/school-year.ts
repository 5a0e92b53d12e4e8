import { dayFrom } from './arithmetic.ts';
import { type Day, day } from './day.ts';
import { dayOfIsoWeek, type Weekday } from './week.ts';

declare const brand: unique symbol;

/** A school year by its two calendar years, written `2026-2027`; 1 August to 31 July. */
export type SchoolYear = string & { readonly [brand]: 'school-year' };

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Reads `2026-2027`, `2026–2027`, `2026/27` and `2026/2027`; undefined when it is not two years in a row. */
export function parseSchoolYear(text: string): SchoolYear | undefined {
  const parts = /^\s*((?:19|20)\d{2})\s*[-–/]\s*(\d{2}|\d{4})\s*$/.exec(text);
  if (!parts) return undefined;
  const start = Number(parts[1]);
  const next = String(start + 1);
  return parts[2] === next || parts[2] === next.slice(2) ? schoolYearFrom(start) : undefined;
}

// `as`: two years in a row is all a school year is.
export const schoolYearFrom = (start: number): SchoolYear => `${start}-${start + 1}` as SchoolYear;

/** For school years written in code and tests; throws on one that does not exist. */
export function schoolYear(text: string): SchoolYear {
  const found = parseSchoolYear(text);
  if (!found) throw new Error(`not a school year: ${text}`);
  return found;
}

/** The calendar year in which it starts. */
export const startYear = (year: SchoolYear): number => Number(year.slice(0, 4));

/** 1 August to 31 July, the school year of the Education Act (2023) and of the admission regulations. */
export const schoolYearSpan = (year: SchoolYear): Span => ({
  from: day(`${startYear(year)}-08-01`),
  to: day(`${startYear(year) + 1}-07-31`),
});

/** The school year a day belongs to. */
export const schoolYearOf = (on: Day): SchoolYear =>
  schoolYearFrom(Number(on.slice(0, 4)) - (on.slice(5) < '08-01' ? 1 : 0));

/** The days a plan for the year may use: planning starts in the spring before, so 1 May before to 31 July at the end. */
export const planSpan = (year: SchoolYear): Span => ({
  from: day(`${startYear(year)}-05-01`),
  to: schoolYearSpan(year).to,
});

export const isWithin = (on: Day, span: Span): boolean => on >= span.from && on <= span.to;

/**
 * The day with that month and number in the school year; `before` takes May, June and July from the spring before it starts.
 * Undefined when there is no such day, as 29 February in most years.
 */
export function dayOfSchoolYear(year: SchoolYear, month: number, dayOfMonth: number, before = false): Day | undefined {
  return dayFrom(startYear(year) + (month >= 8 || before ? 0 : 1), month, dayOfMonth);
}

/** The weekday of an ISO week in the school year; undefined when the year lacks that week. */
export function weekdayOfSchoolYear(year: SchoolYear, week: number, name: Weekday): Day | undefined {
  const span = schoolYearSpan(year);
  const start = startYear(year);
  return [start, start + 1]
    .map((isoYear) => dayOfIsoWeek({ year: isoYear, week }, name))
    .find((found) => found !== undefined && isWithin(found, span));
}
