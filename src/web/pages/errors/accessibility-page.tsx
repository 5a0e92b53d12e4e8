import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { errorWords } from './words.ts';

const works = ['keyboard', 'script', 'zoom', 'colour'] as const;

/** The statement the law asks for. */
export function AccessibilityPage({ c }: { c: PageContext }) {
  const t = errorWords(c.language);
  return (
    <Layout c={c} title={t('accessibility.title')} width="narrow">
      <PageHead title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <div class="prose">
        <h2>{t('accessibility.standard.title')}</h2>
        <p>{t('accessibility.standard')}</p>
        <h2>{t('accessibility.works.title')}</h2>
        <ul>
          {works.map((one) => (
            <li key={one}>{t(`accessibility.works.${one}`)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.known.title')}</h2>
        <p>{t('accessibility.known')}</p>
        <h2>{t('accessibility.contact.title')}</h2>
        <p>{t('accessibility.contact')}</p>
      </div>
    </Layout>
  );
}
