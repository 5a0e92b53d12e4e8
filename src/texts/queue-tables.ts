import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import type { ListTable } from '#domain/list-file/list-table.ts';
import type { ToCheck } from '#domain/nav-meeting/to-check.ts';
import type { ReturnReceiver } from '#domain/youth/return-to-vigo.ts';
import enNav from './en/web-nav.json' with { type: 'json' };
import enReturns from './en/web-returns.json' with { type: 'json' };
import nbNav from './nb/web-nav.json' with { type: 'json' };
import nbReturns from './nb/web-returns.json' with { type: 'json' };
import nnNav from './nn/web-nav.json' with { type: 'json' };
import nnReturns from './nn/web-returns.json' with { type: 'json' };
import { speakers } from './text.ts';

const returnsTexts = speakers({ nb: nbReturns, nn: nnReturns, en: enReturns });
const navTexts = speakers({ nb: nbNav, nn: nnNav, en: enNav });

interface ReturnedRow {
  readonly nationalId: string;
  readonly name: string;
  readonly code: string;
  readonly since: Day | undefined;
  readonly receiver: ReturnReceiver;
}

/** The return queue as it goes out: what the receiver needs to find the youth and act, and no more. */
export function returnsTable(language: Language, rows: readonly ReturnedRow[]): ListTable {
  const t = (key: Parameters<typeof returnsTexts.speak>[1]) => returnsTexts.speak(language, key);
  return {
    sheet: t('sheet'),
    headings: [t('column.national-id'), t('column.name'), t('column.code'), t('column.since'), t('column.receiver')],
    rows: rows.map(({ nationalId, name, code, since, receiver }) => [
      ...[nationalId, name, code, since ?? ''],
      t(`receiver.${receiver}`),
    ]),
  };
}

interface NavListRow {
  readonly name: string;
  readonly born: Day | undefined;
  readonly mobile: string | undefined;
  readonly address: string | undefined;
  readonly lastContact: Day | undefined;
  readonly toCheck: readonly ToCheck[];
}

/** The list for the meeting with NAV, with an empty column to write in; no number of anybody's is in it. */
export function navTable(language: Language, rows: readonly NavListRow[]): ListTable {
  const t = (key: Parameters<typeof navTexts.speak>[1]) => navTexts.speak(language, key);
  return {
    sheet: t('sheet'),
    headings: [
      ...[t('column.name'), t('column.born'), t('column.mobile'), t('column.address'), t('column.last')],
      ...[t('column.check'), t('column.checked')],
    ],
    rows: rows.map((row) => [
      ...[row.name, row.born ?? '', row.mobile ?? '', row.address ?? '', row.lastContact ?? ''],
      ...[row.toCheck.map((what) => t(`check.${what}`)).join(', '), ''],
    ]),
  };
}
