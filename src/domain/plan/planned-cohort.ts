import { day } from '../calendar/day.ts';
import {
  isWithin,
  type SchoolYear,
  type Span,
  schoolYearOf,
  schoolYearSpan,
  startYear,
} from '../calendar/school-year.ts';
import type { DateBook } from './date-book.ts';
import type { PlannedCohort } from './plan.ts';
import type { CohortRule } from './template.ts';
import { yearsLater } from './written-year.ts';

/**
 * A cohort window in days, and what it should have been in that school year (F7). Whoever is in training year n in autumn Y
 * started at the latest in the year Y − (n − 1).
 */
export function plannedCohort(cohort: CohortRule, year: SchoolYear, book: DateBook): PlannedCohort {
  const { id, title } = cohort;
  const start = startYear(year);
  switch (cohort.kind) {
    case 'years-back': {
      const found = calendarYears(start - cohort.from, start - cohort.to);
      return { id, title, ...found, wanted: found };
    }
    case 'years': {
      const last = start - (cohort.trainingYear - 1);
      const wanted = calendarYears(last - (cohort.to - cohort.from), last);
      return { id, title, ...calendarYears(cohort.from, cohort.to), wanted };
    }
    case 'between': {
      const found = { from: book.dateOf(`${id}.from`).day, to: book.dateOf(`${id}.to`).day };
      return { id, title, ...found, wanted: rolledTo(found, year) };
    }
  }
}

const calendarYears = (from: number, to: number): Span => ({ from: day(`${from}-01-01`), to: day(`${to}-12-31`) });

function rolledTo(span: Span, year: SchoolYear): Span {
  if (isWithin(span.from, schoolYearSpan(year)) && isWithin(span.to, schoolYearSpan(year))) return span;
  const years = startYear(year) - startYear(schoolYearOf(span.from));
  return { from: yearsLater(span.from, years), to: yearsLater(span.to, years) };
}
