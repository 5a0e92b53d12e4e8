import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { AcrossCounties, DoublesAnswer, MergeShown } from '#views/answers/doubles.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { sharedWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { Pair } from './pair.tsx';
import { doublesWords } from './words.ts';

/** One person with several numbers: pairs to decide on, what was merged, and who may stand in two counties. */
export function DoublesPage({ c, doubles }: { c: PageContext; doubles: DoublesAnswer }) {
  const t = doublesWords(c.language);
  const { searched } = doubles;
  return (
    <Layout c={c} title={t('title')} at="youths" live>
      <YouthAreas c={c} at="doubles" />
      <PageHead title={t('title')} lead={t('lead')}>
        {doubles.maySearch && (
          <PostForm c={c} action={paths.doublesSearch}>
            <button type="submit" class="ds-button" data-variant="secondary">
              <Icon c={c} name="MagnifyingGlass" />
              {t('search')}
            </button>
          </PostForm>
        )}
      </PageHead>
      <p class="sub">
        {searched === undefined
          ? t('searched.never')
          : t('searched', { day: shortDay(c.language, dayOf(searched.at)), n: number(c.language, searched.youths) })}
        {doubles.hidden > 0 && ` ${t('hidden', { n: doubles.hidden })}`}
      </p>
      <section aria-labelledby="pairs-title" class="stack after">
        <h2 id="pairs-title">
          {t('pairs')} <span class="count">{number(c.language, doubles.pairs.length)}</span>
        </h2>
        {doubles.pairs.length === 0 && <p class="soft">{t('pairs.none')}</p>}
        {doubles.pairs.map((pair) => (
          <Pair key={`${pair.one.caseId}-${pair.other.caseId}`} c={c} pair={pair} />
        ))}
      </section>
      <Merges c={c} merges={doubles.merges} />
      <Across c={c} across={doubles.across} />
    </Layout>
  );
}

function Merges({ c, merges }: { c: PageContext; merges: readonly MergeShown[] }) {
  const t = doublesWords(c.language);
  return (
    <Panel id="merges" title={t('merges')}>
      {merges.length === 0 ? (
        <p class="soft">{t('merges.none')}</p>
      ) : (
        <ul class="stack">
          {merges.map((merge) => (
            <li key={merge.mergeId} class="form-acts">
              <a href={paths.youth(merge.caseId)}>{merge.name}</a>
              <span class="sub">
                {t('merges.by', { day: shortDay(c.language, dayOf(merge.at)), name: merge.by ?? '–' })}
              </span>
              {merge.mayUndo && (
                <PostForm c={c} action={paths.doublesUndo}>
                  <input type="hidden" name="merge" value={merge.mergeId} />
                  <button
                    type="submit"
                    class="ds-button"
                    data-variant="secondary"
                    data-row
                    aria-label={t('undo.of', { name: merge.name })}
                  >
                    {t('undo')}
                  </button>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Across({ c, across }: { c: PageContext; across: readonly AcrossCounties[] }) {
  const t = doublesWords(c.language);
  return (
    <Panel id="across" title={t('across')} flush>
      <p class="sub inset">{t('across.text')}</p>
      {across.length === 0 ? (
        <p class="soft inset">{t('across.none')}</p>
      ) : (
        <div class="table-box">
          <table class="ds-table dense" data-hover data-cards>
            <caption class="ds-sr-only">{t('across')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.unit')}</th>
                <th scope="col">{t('column.code')}</th>
                <th scope="col">{t('column.municipality')}</th>
                <th scope="col">{t('column.why')}</th>
              </tr>
            </thead>
            <tbody>
              {across.map((youth) => (
                <tr key={youth.caseId} id={`across-${youth.caseId}`}>
                  <th scope="row">
                    <a href={paths.youth(youth.caseId)}>{youth.name}</a>
                  </th>
                  <td data-inline>{youth.unit}</td>
                  <td>
                    {youth.code === undefined ? sharedWords(c.language)('nothing') : <CodeTag code={youth.code} />}
                  </td>
                  <td data-head={t('column.municipality')}>{youth.municipality ?? '–'}</td>
                  <td data-head={t('column.why')}>{t(`across.${youth.why}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
