import type { YouthsAnswer } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { paths } from '../../paths.ts';
import { youthsWords } from './words.ts';

/**
 * What can be done with those ticked. «All» carries the filter, never ids: the server counts again.
 * Without script it is there all the same; `?all=1` is then how one chooses everybody.
 */
export function BulkBar({ c, youths, whole }: { c: PageContext; youths: YouthsAnswer; whole: boolean }) {
  const t = youthsWords(c.language);
  const total = number(c.language, youths.total);
  const { page: _, ...filter } = youths.filter;
  return (
    <>
      <input type="hidden" name="filter" value={paths.youths(filter).split('?')[1] ?? ''} />
      <div class="bulk" id="bulk" data-whole={whole ? '' : undefined} data-total={youths.total}>
        <p class="bulk-count">
          <span data-count data-pattern={t('selected')} data-all-words={t('all-selected', { n: total })}>
            {whole ? t('all-selected', { n: total }) : ''}
          </span>
        </p>
        <input type="hidden" name="all" value={whole ? '1' : ''} data-all />
        {!whole && youths.total > youths.rows.length && (
          <a
            class="text-link"
            href={`${paths.youths(filter)}${Object.keys(filter).length > 0 ? '&' : '?'}all=1`}
            data-every
          >
            {t('select-all', { n: total })}
          </a>
        )}
        <span class="bulk-space" />
        <SelectField
          c={c}
          id="assign-to"
          name="to"
          label={t('assign')}
          none={t('assign.none')}
          options={youths.caseworkers}
          chosen={undefined}
        />
        <button type="submit" class="ds-button">
          <Icon c={c} name="PersonCheckmark" />
          {t('assign.do')}
        </button>
        <a class="ds-button" data-variant="tertiary" href={paths.youths(youths.filter)} data-clear>
          {t('clear')}
        </a>
      </div>
    </>
  );
}
