import type { PageContext } from '../page-context.ts';
import { Icon } from './icon.tsx';
import { number } from './numbers.ts';
import { sharedWords } from './words.ts';

interface PagerProps {
  readonly c: PageContext;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly href: (page: number) => string;
}

/** First, last and those around; a gap where some are left out. */
const around = (page: number, last: number): readonly number[] =>
  [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last);

export function Pager({ c, page, pageSize, total, href }: PagerProps) {
  if (total === 0) return null;
  const t = sharedWords(c.language);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const shown = around(page, last);
  const n = (value: number) => number(c.language, value);
  return (
    <nav class="pager" aria-label={t('pages')}>
      <p class="sub">
        {t('pages.span', {
          from: n((page - 1) * pageSize + 1),
          to: n(Math.min(total, page * pageSize)),
          total: n(total),
        })}
      </p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={href(page - 1)} rel="prev">
                <Icon c={c} name="ChevronLeft" />
                {t('pages.previous')}
              </a>
            </li>
          )}
          {shown.map((at, index) => (
            <li key={at}>
              {at - (shown[index - 1] ?? 0) > 1 && <span class="gap">…</span>}
              <a
                href={href(at)}
                aria-current={at === page ? 'page' : undefined}
                aria-label={t('pages.page', { n: at })}
              >
                {at}
              </a>
            </li>
          ))}
          {page < last && (
            <li>
              <a href={href(page + 1)} rel="next">
                {t('pages.next')}
                <Icon c={c} name="ChevronRight" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
