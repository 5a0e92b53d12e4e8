import type { EarlyLeaversAnswer, LeaverRow } from '#views/answers/early-leavers.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { leaversWords } from './words.ts';

/** Early leavers, all year: what the school owes of each, the longest gap first. */
export function EarlyLeaversPage({ c, leavers }: { c: PageContext; leavers: EarlyLeaversAnswer }) {
  const t = leaversWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="early-leavers" />
      <PageHead title={t('title')} lead={t('lead')} />
      <Gaps c={c} leavers={leavers} />
      <Units c={c} leavers={leavers} />
      <div class="panel" data-flush>
        {leavers.rows.length === 0 ? (
          <Empty c={c} icon="PersonGroup" title={t('empty.title')} text={t('empty')} />
        ) : (
          <LeaverTable c={c} leavers={leavers} />
        )}
      </div>
      {leavers.hidden > 0 && <p class="sub after">{t('hidden', { n: leavers.hidden })}</p>}
      <Pager
        c={c}
        page={leavers.page}
        pageSize={leavers.pageSize}
        total={leavers.total}
        href={(page) => paths.earlyLeavers({ ...leavers.filter, page })}
      />
    </Layout>
  );
}

function Gaps({ c, leavers }: { c: PageContext; leavers: EarlyLeaversAnswer }) {
  const t = leaversWords(c.language);
  const { gap: now, page: _, ...rest } = leavers.filter;
  const all = leavers.counts.reduce((sum, { gap, n }) => (gap === 'any' || gap === 'none' ? sum + n : sum), 0);
  return (
    <nav class="views" aria-label={t('gaps')}>
      <ul>
        <li>
          <a href={paths.earlyLeavers(rest)} aria-current={now === undefined ? 'page' : undefined}>
            {t('all')}
            <span class="count">{number(c.language, all)}</span>
          </a>
        </li>
        {leavers.counts.map(({ gap, n }) => (
          <li key={gap}>
            <a href={paths.earlyLeavers({ ...rest, gap })} aria-current={gap === now ? 'page' : undefined}>
              {t(`gap.${gap}`)}
              <span class="count">{number(c.language, n)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Units({ c, leavers }: { c: PageContext; leavers: EarlyLeaversAnswer }) {
  const t = leaversWords(c.language);
  if (leavers.units.length < 2) return null;
  return (
    <div class="filters">
      <form method="get" action={paths.earlyLeavers()} class="choices" data-auto aria-label={t('filter.unit')}>
        {leavers.filter.gap !== undefined && <input type="hidden" name="gap" value={leavers.filter.gap} />}
        <SelectField
          c={c}
          id="filter-unit"
          name="unit"
          label={t('filter.unit')}
          none={t('all')}
          options={leavers.units}
          chosen={leavers.filter.unit}
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('filter.do')}
        </button>
      </form>
    </div>
  );
}

function LeaverTable({ c, leavers }: { c: PageContext; leavers: EarlyLeaversAnswer }) {
  const t = leaversWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption', { n: number(c.language, leavers.total) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.school')}</th>
            <th scope="col">{t('column.left-on')}</th>
            <th scope="col">{t('column.missing')}</th>
            <th scope="col" class="number">
              {t('column.days')}
            </th>
            <th scope="col">{t('column.reminded')}</th>
          </tr>
        </thead>
        <tbody>
          {leavers.rows.map((row) => (
            <Row key={row.caseId} c={c} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ c, row }: { c: PageContext; row: LeaverRow }) {
  const t = leaversWords(c.language);
  return (
    <tr id={`case-${row.caseId}`}>
      <th scope="row">
        <a href={paths.leaving(row.caseId)}>{row.name}</a>
      </th>
      <td data-inline>{row.unit}</td>
      <td data-head={t('column.school')}>{row.school ?? '–'}</td>
      <td class="soft" data-head={t('column.left-on')}>
        {row.leftOn === undefined ? '–' : shortDay(c.language, row.leftOn)}
      </td>
      <td data-head={t('column.missing')}>
        {row.gaps.length === 0 ? (
          <span class="soft">{t('gap.none')}</span>
        ) : (
          <span class="missing-list">
            {row.gaps.map((gap) => (
              <span key={gap} class="missing">
                {t(`gap.${gap}`)}
              </span>
            ))}
          </span>
        )}
      </td>
      <td class="number" data-head={t('column.days')}>
        {row.gaps.length === 0 ? '–' : number(c.language, row.days)}
      </td>
      <td class="soft" data-head={t('column.reminded')}>
        {row.remindedOn === undefined ? '–' : shortDay(c.language, row.remindedOn)}
      </td>
    </tr>
  );
}
