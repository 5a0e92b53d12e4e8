import type { Fault } from '#domain/outcome.ts';
import { shortDate } from '#texts/dates.ts';
import type { CheckListHead, CheckListsAnswer } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary, Notice } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { ReceiveForm } from './receive-form.tsx';
import { checkWords, listName, plainDate } from './words.ts';

/** The lists that were cross-checked, with their numbers, and the way to bring another. */
export function CheckListsPage({
  c,
  answer,
  faults = [],
}: {
  c: PageContext;
  answer: CheckListsAnswer;
  faults?: readonly Fault[];
}) {
  const t = checkWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live>
      <YouthAreas c={c} at="cross-check" />
      <PageHead title={t('title')} lead={t('lead')} />
      <ErrorSummary c={c} faults={faults} />
      {answer.atRisk > 0 && (
        <Notice c={c} tone="risk" icon="ExclamationmarkTriangleFill" title={t('at-risk.title')}>
          <p>{t('at-risk', { n: number(c.language, answer.atRisk) })}</p>
        </Notice>
      )}
      <Panel id="lists" title={t('lists')} flush>
        {answer.lists.length === 0 ? <p class="empty soft">{t('lists.none')}</p> : <Lists c={c} lists={answer.lists} />}
      </Panel>
      {answer.mayReceive && <ReceiveForm c={c} windows={answer.windows} />}
    </Layout>
  );
}

const shown = ['waiting', 'undecided', 'special', 'accepted', 'none', 'outside'] as const;

function Lists({ c, lists }: { c: PageContext; lists: readonly CheckListHead[] }) {
  const t = checkWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('lists')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.list')}</th>
            <th scope="col">{t('column.received')}</th>
            <th scope="col">{t('column.window')}</th>
            <th scope="col" class="number">
              {t('count.rows')}
            </th>
            <th scope="col" class="number">
              {t('count.matched')}
            </th>
            {shown.map((show) => (
              <th key={show} scope="col" class="number">
                {t(`show.${show}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <ListRow key={list.listId} c={c} list={list} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ListRow({ c, list }: { c: PageContext; list: CheckListHead }) {
  const t = checkWords(c.language);
  const { listId, counts, window } = list;
  return (
    <tr id={`list-${listId}`}>
      <th scope="row">
        <a href={paths.checkList(listId)}>{listName(c, list)}</a>
        <span class="sub check-file">{list.file}</span>
      </th>
      <td data-head={t('column.received')}>{shortDate(c.language, list.received)}</td>
      <td class="soft" data-head={t('column.window')}>
        {window ? `${plainDate(window.from)} – ${plainDate(window.to)}` : '–'}
      </td>
      <td class="number" data-head={t('count.rows')}>
        {number(c.language, counts.rows)}
      </td>
      <td class="number" data-head={t('count.matched')}>
        {number(c.language, counts.matched)}
      </td>
      {shown.map((show) => (
        <td key={show} class="number" data-head={t(`show.${show}`)}>
          {counts[show] === 0 ? (
            <span class="soft">0</span>
          ) : (
            <a class="check-number" href={paths.checkList(listId, show)}>
              {number(c.language, counts[show])}
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}
