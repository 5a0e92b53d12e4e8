import en from '#texts/en/web-columns.json' with { type: 'json' };
import nb from '#texts/nb/web-columns.json' with { type: 'json' };
import nn from '#texts/nn/web-columns.json' with { type: 'json' };
import type { PageContext } from '../page-context.ts';
import { wording } from '../wording.ts';
import { TextArea } from './field.tsx';

const { words } = wording({ nb, nn, en });

/** What the columns of a list are, where their own headings do not say it. */
export function ColumnsField({ c }: { c: PageContext }) {
  const t = words(c.language);
  return <TextArea c={c} id="columns" name="columns" label={t('columns')} hint={t('columns.hint')} rows={3} />;
}
