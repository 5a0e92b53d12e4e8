import { day } from '#domain/calendar/day.ts';
import type { Finding } from '#domain/coding/decide.ts';
import { caseId, runId } from '#domain/ids.ts';
import type { CleaningAnswer, CleaningFilter } from '#views/answers/cleaning.ts';
import type { OpenedChoice, OwnAnswer, OwnFilter } from '#views/answers/own.ts';
import { row, theYouths } from './people-answers.ts';
import { today } from './year-answer.ts';

const none = { 'standard-letter': 0, 'own-contact': 0, return: 0 };

/** Two tracks, with three youths who wait in the first. */
export function theOwnList(filter: OwnFilter = {}, at?: Pick<OpenedChoice, 'caseId' | 'choice'>): OwnAnswer {
  const { caseworkers, units } = theYouths;
  const rows = [0, 1, 2].map((index) => ({ ...row(index), track: 'oson', choice: undefined, attempts: index }));
  const warning: Finding = {
    ...{ id: 'contact-before-leaving-unknown', verdict: 'warned' as const, why: 'own-contact' },
    ...{ facts: { transfer: 'OSON' }, source: 'Udir' },
  };
  return {
    today,
    filter: { track: 'oson', state: 'waiting', ...filter },
    tracks: [
      {
        id: 'oson',
        title: { nb: 'Har ikke søkt (OSON)', nn: 'Har ikkje søkt (OSON)', en: 'Did not apply (OSON)' },
        chooseBy: day('2026-11-06'),
        letterOn: day('2026-11-12'),
        counts: { waiting: 120, 'standard-letter': 4, 'own-contact': 2, return: 1 },
      },
      {
        id: 'others',
        title: { nb: 'Andre koder', nn: 'Andre kodar', en: 'Other codes' },
        ...{ chooseBy: day('2026-09-29'), letterOn: undefined, counts: { waiting: 3, ...none } },
      },
    ],
    ...{ caseworkers, units, transfers: ['OSON'] },
    ...{ total: 120, page: filter.page ?? 1, pageSize: 50, rows, mayChoose: true },
    opened: at && {
      ...at,
      codes: [
        { code: 'OTOV', warnings: [warning] },
        { code: 'OTBA', warnings: [] },
      ],
    },
  };
}

export const theCleaning = (filter: CleaningFilter = {}): CleaningAnswer => ({
  ...{ today, filter, days: 180, fresh: 4, caseworkers: theYouths.caseworkers },
  earlier: { runId: runId('run-0'), schoolYear: '2025-2026' },
  counts: {
    ...{ 'no-contact': 1, 'measure-ended': 0, 'code-not-valid': 0 },
    ...{ 'service-over': 0, 'offer-due': 1, 'never-coded': 0 },
  },
  ...{ total: 1, page: 1, pageSize: 50 },
  rows: [
    {
      ...{
        caseId: caseId('case-6'),
        name: row(0).name,
        age: 18,
        unit: 'Nordvik',
        code: 'OTNO',
        since: day('2026-02-02'),
      },
      stale: [
        { kind: 'no-contact', since: null, days: null },
        { kind: 'offer-due', since: day('2026-02-02'), days: 275 },
      ],
      now: caseId('case-7'),
    },
  ],
});
