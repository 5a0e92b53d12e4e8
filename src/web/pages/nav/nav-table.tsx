import { whyOf } from '#texts/coding.ts';
import type { NavAnswer, NavRow } from '#views/answers/nav.ts';
import type { PageContext } from '../../page-context.ts';
import { dayWithYear, shortDay } from '../../parts/dates.ts';
import { number } from '../../parts/numbers.ts';
import { shownMobile } from '../../parts/phone-number.ts';
import { paths } from '../../paths.ts';
import { EntryForm } from './entry-form.tsx';
import { navWords } from './words.ts';

/** The sheet: one youth a row; on screen with a form beside, on paper with room to write. */
export function NavTable({ c, nav }: { c: PageContext; nav: NavAnswer }) {
  const t = navWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption', { n: number(c.language, nav.rows.length) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.born')}</th>
            <th scope="col">{t('column.mobile')}</th>
            <th scope="col">{t('column.address')}</th>
            <th scope="col">{t('column.last')}</th>
            <th scope="col">{t('column.check')}</th>
            <th scope="col">{t('column.checked')}</th>
          </tr>
        </thead>
        <tbody>
          {nav.rows.map((row) => (
            <Row key={row.caseId} c={c} nav={nav} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ c, nav, row }: { c: PageContext; nav: NavAnswer; row: NavRow }) {
  const t = navWords(c.language);
  return (
    <tr id={`case-${row.caseId}`}>
      <th scope="row">
        <a href={paths.youth(row.caseId)}>{row.name}</a>
      </th>
      <td class="soft" data-head={t('column.born')}>
        {row.born === undefined ? '–' : dayWithYear(c.language, row.born)}
      </td>
      <td class="digits keep" data-head={t('column.mobile')}>
        {row.mobile === undefined ? '–' : shownMobile(row.mobile)}
      </td>
      <td data-head={t('column.address')}>{row.address ?? '–'}</td>
      <td class="soft" data-head={t('column.last')}>
        {row.lastContact === undefined ? t('never') : shortDay(c.language, row.lastContact)}
      </td>
      <td data-head={t('column.check')}>
        <span class="missing-list">
          {row.toCheck.map((what) => (
            <span key={what} class={what === 'status' ? undefined : 'missing'}>
              {t(`check.${what}`)}
            </span>
          ))}
        </span>
      </td>
      <td class="write" data-head={t('column.checked')}>
        <Checked c={c} row={row} />
        {nav.meeting !== undefined && row.mayEnter && <EntryForm c={c} meeting={nav.meeting} row={row} />}
      </td>
    </tr>
  );
}

/** What NAV knew, and what the rules make of it: a code only where they let it be. */
function Checked({ c, row }: { c: PageContext; row: NavRow }) {
  const t = navWords(c.language);
  const { entry, proposal } = row;
  if (entry === undefined) return null;
  return (
    <div>
      <p>{t('entered', { day: shortDay(c.language, entry.on), found: t(`found.${entry.found}`) })}</p>
      {entry.changed.length > 0 && (
        <p class="sub">
          {t('entered.changed', {
            fields: entry.changed.map((field) => t(field === 'mobile' ? 'changed.mobile' : 'changed.address')),
          })}
        </p>
      )}
      {proposal !== undefined && (
        <>
          <p class="sub">
            <b>{t(`proposal.${proposal.verdict}`, { code: proposal.code })}</b>{' '}
            {proposal.rules.map((rule) => whyOf(c.language, rule)).join(' ')}
          </p>
          {proposal.verdict !== 'refused' && (
            <p class="sub no-print">
              <a href={`${paths.youth(row.caseId)}#guide`}>{t('proposal.open')}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}
