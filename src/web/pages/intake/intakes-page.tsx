import type { Fault } from '#domain/outcome.ts';
import { shortDate } from '#texts/dates.ts';
import type { IntakeHead, IntakesAnswer } from '#views/answers/intake.ts';
import type { PageContext } from '../../page-context.ts';
import { ColumnsField } from '../../parts/columns-field.tsx';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { intakeWords } from './words.ts';

/** Give a list, and see those that came before. */
export function IntakesPage({
  c,
  intakes,
  faults = [],
}: {
  c: PageContext;
  intakes: IntakesAnswer;
  faults?: readonly Fault[];
}) {
  const t = intakeWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="intake" live>
      <PageHead title={t('title')} lead={t('lead')} />
      <ErrorSummary c={c} faults={faults} />
      {intakes.mayUpload && <Upload c={c} />}
      <Panel id="earlier" title={t('earlier')} flush>
        {intakes.earlier.length === 0 ? (
          <p class="empty soft">{t('earlier.none')}</p>
        ) : (
          <Earlier c={c} earlier={intakes.earlier} />
        )}
      </Panel>
    </Layout>
  );
}

function Upload({ c }: { c: PageContext }) {
  const t = intakeWords(c.language);
  return (
    <Panel id="upload" title={t('upload')}>
      <PostForm c={c} action={paths.intakes} class="form" files>
        <div class="file field">
          <label class="field-label" for="file">
            {t('upload.file')}
          </label>
          <span class="field-hint" id="file-hint">
            {t('upload.hint')}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".xlsx,.csv,.txt,.json"
            required
            aria-describedby="file-hint"
          />
        </div>
        <TextField c={c} id="declared" name="declared" label={t('upload.count')} hint={t('upload.count.hint')} narrow />
        <details class="fold" id="more">
          <summary>{t('upload.more')}</summary>
          <TextField c={c} id="sheet" name="sheet" label={t('upload.sheet')} hint={t('upload.sheet.hint')} />
          <ColumnsField c={c} />
        </details>
        <div class="form-acts">
          <button type="submit" class="ds-button">
            <Icon c={c} name="Upload" />
            {t('upload.do')}
          </button>
        </div>
      </PostForm>
    </Panel>
  );
}

const kinds = ['create', 'change', 'same', 'gone', 'faults'] as const;

function Earlier({ c, earlier }: { c: PageContext; earlier: readonly IntakeHead[] }) {
  const t = intakeWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('earlier')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.file')}</th>
            <th scope="col">{t('column.received')}</th>
            <th scope="col">{t('column.by')}</th>
            <th scope="col">{t('column.state')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" class="number">
                {t(`kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {earlier.map((intake) => (
            <tr key={intake.intakeId} id={`intake-${intake.intakeId}`}>
              <th scope="row">
                <a href={paths.intake(intake.intakeId)}>{intake.file}</a>
              </th>
              <td>{shortDate(c.language, intake.received)}</td>
              <td class="soft">{intake.by ?? t('system')}</td>
              <td>{t(`state.${intake.state}`)}</td>
              {kinds.map((kind) => (
                <td key={kind} class="number" data-head={t(`kind.${kind}`)}>
                  {number(c.language, intake.counts[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
