import { type StaleKind, staleKinds } from '#domain/youth/stale.ts';
import type { CleaningAnswer, CleaningRow } from '#views/answers/cleaning.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { dayWithYear } from '../../parts/dates.ts';
import { NumberField, SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { ownWords } from './words.ts';

/** Last year's open youths with what is stale about each: gone through before the new transfer comes. */
export function CleaningPage({ c, cleaning }: { c: PageContext; cleaning: CleaningAnswer }) {
  const t = ownWords(c.language);
  const { earlier } = cleaning;
  return (
    <Layout c={c} title={t('cleaning')} at="youths" live>
      <YouthAreas c={c} at="own" />
      <PageHead
        kicker={
          <a class="ink-link" href={paths.own()}>
            {t('title')}
          </a>
        }
        title={t('cleaning')}
        lead={earlier ? t('cleaning.lead', { year: earlier.schoolYear.replace('-', '–') }) : t('cleaning.alone')}
      />
      {earlier && (
        <>
          <Whose c={c} cleaning={cleaning} />
          <Kinds c={c} cleaning={cleaning} />
          <Rows c={c} cleaning={cleaning} />
        </>
      )}
    </Layout>
  );
}

function Whose({ c, cleaning }: { c: PageContext; cleaning: CleaningAnswer }) {
  const t = ownWords(c.language);
  return (
    <search class="filters">
      <form class="choices" method="get" action={paths.cleaning()} data-auto aria-label={t('filter')}>
        {cleaning.filter.stale !== undefined && <input type="hidden" name="stale" value={cleaning.filter.stale} />}
        <SelectField
          c={c}
          id="cleaning-whose"
          name="caseworker"
          label={t('whose')}
          none={t('whose.mine')}
          options={[
            { id: 'all', name: t('whose.all') },
            { id: 'none', name: t('whose.none') },
            ...cleaning.caseworkers,
          ]}
          chosen={cleaning.filter.caseworker}
        />
        <NumberField
          c={c}
          id="cleaning-days"
          name="days"
          label={t('cleaning.days')}
          value={cleaning.days}
          min={1}
          max={1000}
          narrow
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          {sharedWords(c.language)('show')}
        </button>
      </form>
    </search>
  );
}

function Kinds({ c, cleaning }: { c: PageContext; cleaning: CleaningAnswer }) {
  const t = ownWords(c.language);
  const { page: _, stale, ...filter } = cleaning.filter;
  const link = (kind: StaleKind | undefined, words: string, n: number | undefined) => (
    <li key={kind ?? 'all'}>
      <a
        href={paths.cleaning(kind === undefined ? filter : { ...filter, stale: kind })}
        aria-current={kind === stale ? 'page' : undefined}
      >
        {words}
        {n !== undefined && <span class="count">{number(c.language, n)}</span>}
      </a>
    </li>
  );
  return (
    <nav class="views" aria-label={t('cleaning.kinds')}>
      <ul>
        {link(undefined, t('cleaning.all'), stale === undefined ? cleaning.total : undefined)}
        {staleKinds.map((kind) => link(kind, t(`stale.${kind}`), cleaning.counts[kind]))}
      </ul>
    </nav>
  );
}

function Rows({ c, cleaning }: { c: PageContext; cleaning: CleaningAnswer }) {
  const t = ownWords(c.language);
  if (cleaning.rows.length === 0)
    return (
      <div class="panel">
        <Empty
          c={c}
          icon="CheckmarkCircleFill"
          title={t('cleaning.none')}
          text={t('cleaning.fresh', { n: number(c.language, cleaning.fresh) })}
        />
      </div>
    );
  return (
    <>
      <div class="panel" data-flush>
        <div class="table-box">
          <table class="ds-table dense youth-table" data-hover data-cards>
            <caption class="ds-sr-only">{t('cleaning')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col" class="number">
                  {t('column.age')}
                </th>
                <th scope="col">{t('cleaning.code')}</th>
                <th scope="col">{t('cleaning.what')}</th>
                <th scope="col">{t('cleaning.do')}</th>
              </tr>
            </thead>
            <tbody>
              {cleaning.rows.map((row) => (
                <Row key={row.caseId} c={c} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Pager
        c={c}
        page={cleaning.page}
        pageSize={cleaning.pageSize}
        total={cleaning.total}
        href={(page) => paths.cleaning({ ...cleaning.filter, page })}
      />
    </>
  );
}

function Row({ c, row }: { c: PageContext; row: CleaningRow }) {
  const t = ownWords(c.language);
  return (
    <tr id={`case-${row.caseId}`}>
      <th scope="row">
        <a href={paths.youth(row.caseId)}>{row.name}</a>
      </th>
      <td class="number" data-inline>
        {row.age}
      </td>
      <td>
        {row.code === undefined ? (
          '–'
        ) : (
          <>
            <CodeTag code={row.code} />
            <span class="code-words">{codeWords(c.language, row.code)}</span>
          </>
        )}
      </td>
      <td>
        <ul>
          {row.stale.map(({ kind, since, days }) => (
            <li key={kind}>
              {since === null || days === null
                ? t(`stale.${kind}.never`)
                : t(`stale.${kind}.since`, { day: dayWithYear(c.language, since), n: number(c.language, days) })}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <a class="text-link" href={`${paths.youth(row.caseId)}#guide`}>
          {t('cleaning.guide')}
          <span class="ds-sr-only">, {row.name}</span>
        </a>
        {row.now !== undefined && (
          <>
            {' · '}
            <a class="text-link" href={paths.youth(row.now)}>
              {t('cleaning.now')}
              <span class="ds-sr-only">, {row.name}</span>
            </a>
          </>
        )}
      </td>
    </tr>
  );
}
