import type { SavedFilter } from '#domain/youth/saved-filter.ts';
import type { YouthFilter, YouthsAnswer } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { youthsWords } from './words.ts';
import { YouthTable } from './youth-table.tsx';

/** Everybody one may see, by ready-made lists, choices and a search whose words never reach the address. */
interface YouthsPageProps {
  readonly c: PageContext;
  readonly youths: YouthsAnswer;
  readonly saved: readonly SavedFilter[];
  readonly whole?: boolean;
}

export function YouthsPage({ c, youths, saved, whole = false }: YouthsPageProps) {
  const t = youthsWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="youths" />
      <PageHead title={t('title')} />
      <ReadyLists c={c} youths={youths} />
      <Filters c={c} youths={youths} />
      <SavedFilters c={c} filter={youths.filter} saved={saved} />
      {youths.rows.length === 0 ? (
        <div class="panel">
          <Nobody c={c} youths={youths} />
        </div>
      ) : youths.mayAssign ? (
        <PostForm c={c} action={paths.youthsAssign} id="choose" label={t('title')}>
          <List c={c} youths={youths} whole={whole} />
        </PostForm>
      ) : (
        <List c={c} youths={youths} whole={false} />
      )}
    </Layout>
  );
}

function ReadyLists({ c, youths }: { c: PageContext; youths: YouthsAnswer }) {
  const t = youthsWords(c.language);
  const current = youths.filter.list ?? 'all';
  return (
    <nav class="views" aria-label={t('ready')}>
      <ul>
        {youths.ready.map(({ list, count }) => (
          <li key={list}>
            <a href={paths.youths({ list })} aria-current={list === current ? 'page' : undefined}>
              {t(`list.${list}`)}
              <span class="count">{number(c.language, count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function List({ c, youths, whole }: { c: PageContext; youths: YouthsAnswer; whole: boolean }) {
  return (
    <>
      <div class="panel" data-flush>
        <YouthTable c={c} youths={youths} whole={whole} />
      </div>
      {youths.mayAssign && <BulkBar c={c} youths={youths} whole={whole} />}
      <Pager
        c={c}
        page={youths.page}
        pageSize={youths.pageSize}
        total={youths.total}
        href={(page) => paths.youths({ ...youths.filter, page })}
      />
    </>
  );
}

const isNarrowed = ({ code, unit, transfer, caseworker }: YouthFilter): boolean =>
  [code, unit, transfer, caseworker].some((choice) => choice !== undefined);

/** Another text for each cause, and the next step. */
function Nobody({ c, youths }: { c: PageContext; youths: YouthsAnswer }) {
  const t = youthsWords(c.language);
  const everybody = youths.ready.find(({ list }) => list === 'all')?.count ?? 0;
  if (everybody === 0) {
    return (
      <Empty c={c} icon="PersonGroup" title={t('empty.none.title')} text={t('empty.none')}>
        {c.may('intake.upload') && (
          <a class="ds-button" href={paths.intakes}>
            <Icon c={c} name="FileImport" />
            {t('empty.intake')}
          </a>
        )}
      </Empty>
    );
  }
  const cause = youths.searched !== undefined ? 'search' : isNarrowed(youths.filter) ? 'filter' : 'list';
  return (
    <Empty c={c} icon="PersonGroup" title={t(`empty.${cause}.title`)} text={t(`empty.${cause}`)}>
      <a class="ds-button" data-variant="secondary" href={paths.youths({ list: 'all' })}>
        {t('empty.see-all')}
      </a>
    </Empty>
  );
}
