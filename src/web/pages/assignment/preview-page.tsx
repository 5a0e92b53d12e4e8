import type { PreviewAnswer } from '#views/answers/assignment.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { assignmentWords } from './words.ts';

/** What the form asked for, sent on as it came. */
export interface ShareSent {
  readonly from: string;
  readonly unit: string;
  readonly way: string;
  readonly tasks: boolean;
  readonly cases: readonly string[];
}

interface PreviewProps {
  readonly c: PageContext;
  readonly preview: PreviewAnswer;
  readonly sent: ShareSent;
}

/** Before it is done: who would get how many, whom it leaves alone and why, which tasks go along. */
export function PreviewPage({ c, preview, sent }: PreviewProps) {
  const t = assignmentWords(c.language);
  const n = number(c.language, preview.moves);
  const back = paths.assignment({ unit: sent.unit || undefined, from: sent.from || undefined });
  return (
    <Layout c={c} title={t('preview.title')} at="youths">
      <PageHead
        kicker={
          <a class="ink-link" href={back}>
            {t('title')}
          </a>
        }
        title={t('preview.title')}
        lead={preview.from === undefined ? t('preview.lead', { n }) : t('preview.lead.of', { n, name: preview.from })}
      />
      {preview.gets.length > 0 && <Gets c={c} preview={preview} />}
      {preview.untouched.length > 0 && <Untouched c={c} preview={preview} />}
      {preview.tasks.length > 0 && <Tasks c={c} preview={preview} />}
      <div class="form-acts">
        {preview.moves + preview.tasks.length > 0 && (
          <PostForm c={c} action={paths.assignmentApply}>
            <input type="hidden" name="from" value={sent.from} />
            <input type="hidden" name="unit" value={sent.unit} />
            <input type="hidden" name="way" value={sent.way} />
            <input type="hidden" name="tasks" value={sent.tasks ? '1' : ''} />
            <input type="hidden" name="expected" value={preview.moves} />
            {sent.cases.map((id) => (
              <input key={id} type="hidden" name="case" value={id} />
            ))}
            <button type="submit" class="ds-button">
              <Icon c={c} name="PersonCheckmark" />
              {t('apply.do', { n })}
            </button>
          </PostForm>
        )}
        <a class="ds-button" data-variant="tertiary" href={back}>
          {t('preview.back')}
        </a>
      </div>
    </Layout>
  );
}

export function Gets({ c, preview }: Omit<PreviewProps, 'sent'>) {
  const t = assignmentWords(c.language);
  return (
    <Panel id="gets" title={t('gets')} flush>
      <div class="table-box">
        <table class="ds-table dense" data-cards>
          <caption class="ds-sr-only">{t('gets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col" class="number">
                {t('column.gets')}
              </th>
              <th scope="col" class="number">
                {t('column.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.gets.map(({ name, n, after }) => (
              <tr key={name ?? ''}>
                <th scope="row">{name ?? t('unit-only')}</th>
                <td class="number" data-head={t('column.gets')}>
                  <b>+{number(c.language, n)}</b>
                </td>
                <td class="number" data-head={t('column.after')}>
                  {name === undefined ? '–' : number(c.language, after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

export function Untouched({ c, preview }: Omit<PreviewProps, 'sent'>) {
  const t = assignmentWords(c.language);
  return (
    <Panel id="untouched" title={t('untouched')}>
      <ul class="plain-list">
        {preview.untouched.map(({ why, n, named }) => (
          <li key={why}>
            <b>
              {t(`why.${why}`)}: {number(c.language, n)}
            </b>
            {named.length > 0 && (
              <span class="sub block">
                {named.map((one, index) => (
                  <span key={one.caseId}>
                    {index > 0 && ', '}
                    <a class="ink-link" href={paths.youth(one.caseId)}>
                      {one.name}
                    </a>
                  </span>
                ))}
                {n > named.length && ` ${t('and-more', { n: number(c.language, n - named.length) })}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Tasks({ c, preview }: Omit<PreviewProps, 'sent'>) {
  const t = assignmentWords(c.language);
  return (
    <Panel id="tasks" title={t('tasks', { n: preview.tasks.length })}>
      <ul class="plain-list">
        {preview.tasks.map(({ title, to }, index) => (
          <li key={index}>
            {title[c.language]} <Icon c={c} name="ArrowRight" /> {to ?? t('tasks.everybody')}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
