import type { Refusal } from '#domain/outcome.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { isOurPath, paths } from '../../paths.ts';
import { errorWords } from './words.ts';

export const errorKinds = ['not-found', 'forbidden', 'refused', 'failed', 'expired', 'too-many', 'too-big'] as const;
export type ErrorKind = (typeof errorKinds)[number];

interface ErrorPageProps {
  readonly c: PageContext;
  readonly kind: ErrorKind;
  readonly refusals?: readonly Refusal[];
  /** Found again in the log; says nothing of persons. */
  readonly number?: string;
  readonly back?: string;
}

/** What happened, what it means, where to go. */
export function ErrorPage({ c, kind, refusals = [], number, back }: ErrorPageProps) {
  const t = errorWords(c.language);
  return (
    <Layout c={c} title={t(`${kind}.title`)} width="narrow">
      <PageHead title={t(`${kind}.title`)} lead={t(`${kind}.text`)} />
      <Refusals c={c} refusals={refusals} />
      {number !== undefined && <p class="sub">{t('failed.number', { id: number })}</p>}
      <p class="form-acts">
        {back !== undefined && isOurPath(back) && (
          <a class="ds-button" href={back}>
            {t('back')}
          </a>
        )}
        <a class="ds-button" data-variant="secondary" href={paths.home}>
          {t('home')}
        </a>
      </p>
    </Layout>
  );
}
