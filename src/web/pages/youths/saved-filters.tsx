import type { SavedFilter } from '#domain/youth/saved-filter.ts';
import type { YouthFilter } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { filterWords } from './filter-words.ts';

interface Props {
  readonly c: PageContext;
  readonly filter: YouthFilter;
  readonly saved: readonly SavedFilter[];
}

/** Views one has kept, and a way to keep the one that is shown. Each is an address. */
export function SavedFilters({ c, filter, saved }: Props) {
  const t = filterWords(c.language);
  const { page: _, ...kept } = filter;
  const query = paths.youths(kept).split('?')[1] ?? '';
  return (
    <details class="saved">
      <summary>{t('title', { n: saved.length })}</summary>
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li key={one.filterId}>
              <a href={`${paths.youths()}?${one.query}`}>{one.title}</a>
              {one.staffId === null && <span class="sub"> {t('shared')}</span>}
              {(one.staffId !== null || c.may('filters.share')) && (
                <PostForm c={c} action={paths.filterRemove}>
                  <button
                    type="submit"
                    class="icon-button"
                    name="filter"
                    value={one.filterId}
                    aria-label={t('remove', { title: one.title })}
                  >
                    <Icon c={c} name="XMark" />
                  </button>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <PostForm c={c} action={paths.filterKeep} class="saved-keep">
        <input type="hidden" name="query" value={query} />
        <TextField c={c} id="filter-title" name="title" label={t('name')} hint={t('hint')} required />
        {c.may('filters.share') && (
          <label class="option" for="filter-shared">
            <input class="ds-input" type="checkbox" id="filter-shared" name="shared" value="1" />
            {t('share')}
          </label>
        )}
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('keep')}
        </button>
      </PostForm>
    </details>
  );
}
