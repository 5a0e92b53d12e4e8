import { day } from '#domain/calendar/day.ts';
import type { Finding } from '#domain/coding/decide.ts';
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
