import { partStates } from '#domain/act/act.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { shortDate } from '#texts/dates.ts';
import type { ActHead, ActsAnswer } from '#views/answers/act.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { paths } from '../../paths.ts';
import { titleOf } from './act-page.tsx';
import { actWords } from './words.ts';

/** What was done for many at once, the newest first; each can be opened and, by whoever did it, undone. */
export function ActsPage({ c, acts: { acts } }: { c: PageContext; acts: ActsAnswer }) {
  const t = actWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live>
      <PageHead title={t('title')} lead={t('lead')} />
      {acts.length === 0 ? (
        <div class="panel">
          <Empty c={c} icon="Tasklist" title={t('empty.title')} text={t('empty')} />
        </div>
      ) : (
        <div class="panel" data-flush>
          <div class="table-box">
            <table class="ds-table dense" data-hover data-cards>
              <caption class="ds-sr-only">{t('title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('column.act')}</th>
                  <th scope="col">{t('column.when')}</th>
                  <th scope="col">{t('column.who')}</th>
                  <th scope="col">{t('column.state')}</th>
                  {partStates.map((state) => (
                    <th key={state} scope="col" class="number">
                      {t(`part.${state}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {acts.map((act) => (
                  <Row key={act.actId} c={c} act={act} />
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </Layout>
  );
}

function Row({ c, act }: { c: PageContext; act: ActHead }) {
  const t = actWords(c.language);
  return (
    <tr>
      <th scope="row">
        <a href={paths.act(act.actId)}>{titleOf(c, act)}</a>
      </th>
      <td>{shortDate(c.language, dayOf(act.at))}</td>
      <td>{act.by ?? t('system')}</td>
      <td>{t(`state.${act.state}`)}</td>
      {partStates.map((state) => (
        <td key={state} class="number" data-head={t(`part.${state}`)}>
          {act.counts[state] === 0 ? (
            '–'
          ) : (
            <a href={paths.act(act.actId, state)}>{number(c.language, act.counts[state])}</a>
          )}
        </td>
      ))}
    </tr>
  );
}
