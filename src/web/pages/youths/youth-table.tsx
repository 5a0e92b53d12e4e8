import type { Day } from '#domain/calendar/day.ts';
import { codeMend } from '#domain/status-code/code-mend.ts';
import { isRegisteredCode } from '#domain/status-code/report-code.ts';
import type { YouthRow, YouthSort, YouthsAnswer } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { shownMobile } from '../../parts/phone-number.ts';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { youthsWords } from './words.ts';

interface YouthTableProps {
  readonly c: PageContext;
  readonly youths: YouthsAnswer;
  /** Everybody in the list is chosen, not only this page. */
  readonly whole: boolean;
}

export function YouthTable({ c, youths, whole }: YouthTableProps) {
  const t = youthsWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense youth-table" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption', { n: number(c.language, youths.total) })}</caption>
        <thead>
          <tr>
            {youths.mayAssign && (
              <th scope="col" class="tick-box">
                <input class="ds-input" type="checkbox" data-tick-page aria-label={t('select-page')} checked={whole} />
              </th>
            )}
            <SortHead c={c} youths={youths} sort="name" />
            <SortHead c={c} youths={youths} sort="age" numeric />
            <SortHead c={c} youths={youths} sort="unit" />
            <SortHead c={c} youths={youths} sort="code" />
            <th scope="col">{t('column.transfer')}</th>
            <th scope="col">{t('column.caseworker')}</th>
            <th scope="col">{t('column.mobile')}</th>
            <SortHead c={c} youths={youths} sort="last" />
          </tr>
        </thead>
        <tbody>
          {youths.rows.map((row) => (
            <Row key={row.caseId} c={c} row={row} ticks={youths.mayAssign} whole={whole} today={youths.today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortHeadProps {
  readonly c: PageContext;
  readonly youths: YouthsAnswer;
  readonly sort: YouthSort;
  readonly numeric?: boolean;
}

function SortHead({ c, youths, sort, numeric = false }: SortHeadProps) {
  const now = (youths.filter.sort ?? 'name') === sort;
  const { page: _, ...filter } = youths.filter;
  return (
    <th scope="col" class={numeric ? 'sort number' : 'sort'} aria-sort={now ? 'ascending' : undefined}>
      <a href={paths.youths({ ...filter, sort })}>
        {youthsWords(c.language)(`column.${sort}`)}
        {now && <Icon c={c} name="ChevronDown" />}
      </a>
    </th>
  );
}

interface RowProps {
  readonly c: PageContext;
  readonly row: YouthRow;
  readonly ticks: boolean;
  readonly whole: boolean;
  readonly today: Day;
}

/** How a code reads that today's list does not have. */
const mendOf = (code: string, today: Day) => (isRegisteredCode(code) ? codeMend(code, today) : undefined);

function Row({ c, row, ticks, whole, today }: RowProps) {
  const t = youthsWords(c.language);
  return (
    <tr id={`case-${row.caseId}`}>
      {ticks && (
        <td class="tick-box">
          <input
            class="ds-input"
            type="checkbox"
            name="case"
            id={`tick-${row.caseId}`}
            value={row.caseId}
            aria-label={t('select', { name: row.name })}
            checked={whole}
          />
        </td>
      )}
      <th scope="row">
        <a href={paths.youth(row.caseId)}>{row.name}</a>
      </th>
      <td class="number" data-inline>
        {row.age}
        <span class="minor">{row.minor && t('minor')}</span>
      </td>
      <td data-inline>{row.unit}</td>
      <td>
        {row.code === undefined ? (
          <span class="missing">{t('not-coded')}</span>
        ) : (
          <>
            <CodeTag code={row.code} />
            <span class="code-words">{codeWords(c.language, row.code)}</span>
            {row.closed && <span class="sub block">{t('closed')}</span>}
            {mendOf(row.code, today) !== undefined && (
              <span class="sub block">{t('old-code', { code: mendOf(row.code, today)?.reads ?? '' })}</span>
            )}
          </>
        )}
      </td>
      <td data-head={t('column.transfer')}>{row.transfer ?? '–'}</td>
      <td class="soft" data-head={t('column.caseworker')}>
        {row.caseworker ?? sharedWords(c.language)('nothing')}
      </td>
      <td class="digits keep" data-head={t('column.mobile')}>
        <Mobile c={c} row={row} />
      </td>
      <td class="soft">{row.last ? `${shortDay(c.language, row.last.on)}, ${t(`last.${row.last.what}`)}` : '–'}</td>
    </tr>
  );
}

function Mobile({ c, row }: { c: PageContext; row: YouthRow }) {
  if (row.protected) return <span class="soft">{youthsWords(c.language)('protected')}</span>;
  return row.mobile === undefined ? (
    <span class="missing">{sharedWords(c.language)('missing')}</span>
  ) : (
    <span>{shownMobile(row.mobile)}</span>
  );
}
