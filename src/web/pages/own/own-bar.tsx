import type { OwnAnswer } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { number } from '../../parts/numbers.ts';
import { paths } from '../../paths.ts';
import { youthsWords } from '../youths/words.ts';
import { ownWords } from './words.ts';

/** What can be chosen for those ticked, or for everybody in the list: it leads to a look at what it would come to. */
export function OwnBar({ c, own, whole }: { c: PageContext; own: OwnAnswer; whole: boolean }) {
  const t = ownWords(c.language);
  const u = youthsWords(c.language);
  const total = number(c.language, own.total);
  const { page: _, ...filter } = own.filter;
  return (
    <form method="get" action={paths.ownPreview} id="choose" aria-label={t('bulk')} class="bulk">
      {Object.entries(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div id="bulk" class="bulk-in" data-whole={whole ? '' : undefined} data-total={own.total}>
        <p class="bulk-count">
          <span data-count data-pattern={u('selected')} data-all-words={u('all-selected', { n: total })}>
            {whole ? u('all-selected', { n: total }) : ''}
          </span>
        </p>
        <input type="hidden" name="all" value={whole ? '1' : ''} data-all />
        {!whole && own.total > own.rows.length && (
          <a class="text-link" href={`${paths.own(filter)}&all=1`} data-every>
            {u('select-all', { n: total })}
          </a>
        )}
        <span class="bulk-space" />
        {(['standard-letter', 'own-contact', 'return'] as const).map((choice) => (
          <button
            key={choice}
            type="submit"
            class="ds-button"
            data-variant={choice === 'standard-letter' ? undefined : 'secondary'}
            name="choice"
            value={choice}
          >
            {t(`bulk.${choice}`)}
          </button>
        ))}
        <a class="ds-button" data-variant="tertiary" href={paths.own(own.filter)} data-clear>
          {u('clear')}
        </a>
      </div>
    </form>
  );
}
