import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { paths } from '../../paths.ts';
import { yearWords } from './words.ts';

/** Before the first year: what is missing, and who can begin. */
export function NoYearPage({ c }: { c: PageContext }) {
  const t = yearWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="year" live>
      <PageHead title={t('title')} />
      <div class="panel">
        <Empty c={c} icon="ClockDashed" title={t('empty.title')} text={t('empty.text')}>
          {c.may('run.start') && (
            <a class="ds-button" href={paths.start}>
              {t('empty.start')}
            </a>
          )}
        </Empty>
      </div>
    </Layout>
  );
}
