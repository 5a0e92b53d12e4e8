import { checkListKinds } from '#domain/cross-check/list-kind.ts';
import type { WindowChoice } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { ColumnsField } from '../../parts/columns-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { checkWords, plainDate } from './words.ts';

/** What a further list may say of those on it. */
export const listActivities = ['school', 'private-school', 'apprentice', 'work'] as const;
/** Brings a list: the file, what kind it is, and for a further list what being on it means. */
export function ReceiveForm({ c, windows }: { c: PageContext; windows: readonly WindowChoice[] }) {
  const t = checkWords(c.language);
  const kinds = checkListKinds.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }));
  return (
    <Panel id="receive" title={t('receive')}>
      <PostForm c={c} action={paths.crossCheck} class="form" files>
        <div class="file field">
          <label class="field-label" for="file">
            {t('receive.file')}
          </label>
          <span class="field-hint" id="file-hint">
            {t('receive.file.hint')}
          </span>
          <input type="file" id="file" name="file" accept=".xlsx,.csv,.txt" required aria-describedby="file-hint" />
        </div>
        <SelectField c={c} id="kind" name="kind" label={t('receive.kind')} options={kinds} chosen="private-school" />
        <details class="fold" id="further">
          <summary>{t('receive.other')}</summary>
          <Further c={c} windows={windows} />
        </details>
        <div class="form-acts">
          <button type="submit" class="ds-button">
            <Icon c={c} name="Upload" />
            {t('receive.do')}
          </button>
        </div>
      </PostForm>
    </Panel>
  );
}

function Further({ c, windows }: { c: PageContext; windows: readonly WindowChoice[] }) {
  const t = checkWords(c.language);
  const span = ({ from, to }: WindowChoice) => `${plainDate(from)} – ${plainDate(to)}`;
  return (
    <>
      <TextField c={c} id="title" name="title" label={t('receive.title')} hint={t('receive.title.hint')} />
      <SelectField
        c={c}
        id="activity"
        name="activity"
        label={t('receive.activity')}
        options={listActivities.map((id) => ({ id, name: t(`activity.${id}`) }))}
        chosen={undefined}
        none={t('receive.activity.none')}
      />
      <SelectField
        c={c}
        id="window"
        name="window"
        label={t('receive.window')}
        options={windows.map((window) => ({
          id: window.id,
          name: `${window.title[c.language]} (${span(window)})`,
        }))}
        chosen={undefined}
        none={t('receive.window.none')}
      />
      <ColumnsField c={c} />
    </>
  );
}
