import type { YouthFilter, YouthsAnswer } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { youthsWords } from './words.ts';

/** Two forms: the search posts (a name must not stand in an address), the choices are the address. */
export function Filters({ c, youths }: { c: PageContext; youths: YouthsAnswer }) {
  const t = youthsWords(c.language);
  const { filter } = youths;
  const all = sharedWords(c.language)('all');
  const coded = (code: string) => ({ id: code, name: `${code} – ${codeWords(c.language, code)}` });
  return (
    <>
      <search class="filters">
        <PostForm c={c} action={paths.youthSearch} class="search">
          <TextField c={c} id="search" name="text" label={t('search')} value={youths.searched ?? ''} />
          <button type="submit" class="ds-button" data-variant="secondary" aria-label={t('search.do')}>
            <Icon c={c} name="MagnifyingGlass" />
          </button>
        </PostForm>
        <form class="choices" method="get" action={paths.youths()} data-auto aria-label={t('filter')}>
          {filter.list !== undefined && <input type="hidden" name="list" value={filter.list} />}
          {filter.sort !== undefined && <input type="hidden" name="sort" value={filter.sort} />}
          <SelectField
            c={c}
            id="filter-code"
            name="code"
            label={t('filter.code')}
            none={all}
            options={youths.codes.map(coded)}
            chosen={filter.code}
          />
          <SelectField
            c={c}
            id="filter-unit"
            name="unit"
            label={t('filter.unit')}
            none={all}
            options={youths.units}
            chosen={filter.unit}
          />
          <SelectField
            c={c}
            id="filter-transfer"
            name="transfer"
            label={t('filter.transfer')}
            none={all}
            options={youths.transfers.map(coded)}
            chosen={filter.transfer}
          />
          <SelectField
            c={c}
            id="filter-caseworker"
            name="caseworker"
            label={t('filter.caseworker')}
            none={all}
            options={[{ id: 'none', name: t('filter.caseworker.none') }, ...youths.caseworkers]}
            chosen={filter.caseworker}
          />
          <button type="submit" class="ds-button" data-variant="secondary">
            {sharedWords(c.language)('show')}
          </button>
        </form>
      </search>
      <Chips c={c} youths={youths} />
    </>
  );
}

interface Chip {
  readonly words: string;
  readonly without: YouthFilter;
}

/** What narrows the list now; each can be taken away. */
function Chips({ c, youths }: { c: PageContext; youths: YouthsAnswer }) {
  const t = youthsWords(c.language);
  const chips = chipsOf(c, youths);
  if (chips.length === 0 && youths.searched === undefined) return null;
  return (
    <ul class="chips">
      {youths.searched !== undefined && (
        <li>
          <PostForm c={c} action={paths.youthSearch}>
            <button type="submit" class="ds-chip" data-size="sm" data-removable name="text" value="">
              {t('searched', { text: youths.searched })}
              <span class="ds-sr-only"> {t('remove')}</span>
            </button>
          </PostForm>
        </li>
      )}
      {chips.map((chip) => (
        <li key={chip.words}>
          <a class="ds-chip" data-size="sm" data-removable href={paths.youths(chip.without)}>
            {chip.words}
            <span class="ds-sr-only"> {t('remove')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function chipsOf(c: PageContext, youths: YouthsAnswer): readonly Chip[] {
  const t = youthsWords(c.language);
  const { page: _, ...filter } = youths.filter;
  const { code, unit, transfer, caseworker, frozen } = filter;
  const nameOf = (options: readonly { id: string; name: string }[], id: string) =>
    options.find((option) => option.id === id)?.name ?? id;
  return [
    ...(code === undefined ? [] : [{ words: code, without: without(filter, 'code') }]),
    ...(unit === undefined ? [] : [{ words: nameOf(youths.units, unit), without: without(filter, 'unit') }]),
    ...(transfer === undefined ? [] : [{ words: transfer, without: without(filter, 'transfer') }]),
    ...(caseworker === undefined
      ? []
      : [
          {
            words: `${t('filter.caseworker')}: ${
              caseworker === 'none' ? t('filter.caseworker.none') : nameOf(youths.caseworkers, caseworker)
            }`,
            without: without(filter, 'caseworker'),
          },
        ]),
    ...(frozen === undefined ? [] : [{ words: t('filter.frozen'), without: without(filter, 'frozen') }]),
  ];
}

const without = (filter: YouthFilter, key: keyof YouthFilter): YouthFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
