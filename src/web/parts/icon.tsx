import type { PageContext } from '../page-context.ts';
import type { IconName } from './icon-name.ts';

/** Decoration beside words; with `label` it stands alone and says what it means. */
export function Icon({ c, name, label }: { c: Pick<PageContext, 'asset'>; name: IconName; label?: string }) {
  const href = `${c.asset('icons.svg')}#${name}`;
  return label === undefined ? (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <use href={href} />
    </svg>
  ) : (
    <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={label}>
      <use href={href} />
    </svg>
  );
}
