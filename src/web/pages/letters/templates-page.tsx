import { numericDate } from '#texts/dates.ts';
import type { TemplatesAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SendingAreas } from '../../parts/sending-areas.tsx';
import { paths } from '../../paths.ts';
import { nameOf } from '../sendings/words.ts';
import { lettersWords } from './words.ts';

/** The texts of letters and SMS, each by its newest version. */
export function TemplatesPage({ c, found }: { c: PageContext; found: TemplatesAnswer }) {
  const t = lettersWords(c.language);
  return (
    <Layout c={c} title={t('templates.title')} at="sendings">
      <SendingAreas c={c} at="templates" />
      <PageHead title={t('templates.title')} lead={t('templates.lead')} />
      <ul class="panel template-list" data-flush>
        {found.templates.map(({ templateId, version, channel, name, madeOn, madeBy }) => (
          <li key={templateId}>
            <a href={paths.template(templateId)}>{name}</a>
            <span class="sub">
              {nameOf(c.language, 'channel', channel)} · {t('templates.version', { n: version })} ·{' '}
              {madeOn === undefined
                ? t('templates.standard')
                : t('templates.made', { by: madeBy ?? '', on: numericDate(c.language, madeOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
