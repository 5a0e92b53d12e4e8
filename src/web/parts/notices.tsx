import type { ComponentChildren } from 'preact';
import type { Fault, Refusal } from '#domain/outcome.ts';
import type { PageContext } from '../page-context.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import { sharedWords } from './words.ts';

export const faultWords = (c: PageContext, fault: Fault | undefined): string | undefined =>
  fault === undefined ? undefined : c.explain(c.language, fault.code, fault.facts);

/** All that must be mended, first on the page, each line leading to its field (its place is the field's id). */
export const ErrorSummary = ({ c, faults }: { c: PageContext; faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <div class="error-summary" role="alert" aria-labelledby="errors-title" tabIndex={-1}>
      <h2 id="errors-title">{sharedWords(c.language)('errors.title')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.place}>
            <a href={`#${fault.place}`}>{faultWords(c, fault)}</a>
          </li>
        ))}
      </ul>
    </div>
  );

/** A rule has said no: which, and where it stands. */
export function Refusals({ c, refusals }: { c: PageContext; refusals: readonly Refusal[] }) {
  const t = sharedWords(c.language);
  if (refusals.length === 0) return null;
  return (
    <Notice c={c} tone="late" icon="XMarkOctagonFill" title={t('refusal.title')}>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.code}>
            {c.explain(c.language, refusal.code, refusal.facts)}
            {refusal.source !== undefined && (
              <span class="sub block">{t('refusal.source', { source: refusal.source })}</span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface NoticeProps {
  readonly c: PageContext;
  readonly tone?: 'late' | 'risk';
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

export const Notice = ({ c, tone, icon, title, children }: NoticeProps) => (
  <section class="notice" data-tone={tone}>
    <Icon c={c} name={icon} />
    <div>
      <h2>{title}</h2>
      {children}
    </div>
  </section>
);

interface EmptyProps {
  readonly c: PageContext;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** Says what made it empty and what to do then. */
export const Empty = ({ c, icon, title, text, children }: EmptyProps) => (
  <div class="empty">
    <Icon c={c} name={icon} />
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);
