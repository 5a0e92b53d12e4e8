import type { Choice } from '#domain/youth/choice.ts';
import type { OwnAnswer, OwnRow } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { number } from '../../parts/numbers.ts';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { youthsWords } from '../youths/words.ts';
import { OpenedRow } from './opened-row.tsx';
import { ownWords } from './words.ts';

interface Props {
  readonly c: PageContext;
  readonly own: OwnAnswer;
  readonly whole: boolean;
}

export function OwnTable({ c, own, whole }: Props) {
  const t = ownWords(c.language);
  const showsCaseworker = own.filter.caseworker !== undefined;
  return (
    <div class="table-box">
      <table class="ds-table dense youth-table own-table" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption', { n: number(c.language, own.total) })}</caption>
        <thead>
          <tr>
            {own.mayChoose && (
              <th scope="col" class="tick-box">
                <input class="ds-input" type="checkbox" data-tick-page aria-label={t('select-page')} checked={whole} />
              </th>
            )}
            <th scope="col">{t('column.name')}</th>
            <th scope="col" class="number">
              {t('column.age')}
            </th>
            <th scope="col">{t('column.transfer')}</th>
            {showsCaseworker && <th scope="col">{t('column.caseworker')}</th>}
            <th scope="col">{t('column.known')}</th>
            <th scope="col">{own.mayChoose ? t('column.choice') : t('column.chosen')}</th>
          </tr>
        </thead>
        <tbody>
          {own.rows.map((row) => (
            <Row key={row.caseId} c={c} own={own} whole={whole} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ c, own, row, whole }: Props & { row: OwnRow }) {
  const t = ownWords(c.language);
  const isOpen = own.opened?.caseId === row.caseId;
  return (
    <>
      <tr id={`case-${row.caseId}`} data-choose={own.mayChoose ? '' : undefined}>
        {own.mayChoose && (
          <td class="tick-box">
            <input
              class="ds-input"
              type="checkbox"
              form="choose"
              name="case"
              id={`tick-${row.caseId}`}
              value={row.caseId}
              aria-label={t('select', { name: row.name })}
              checked={whole}
            />
          </td>
        )}
        <th scope="row">
          <a href={paths.youth(row.caseId)}>{row.name}</a>
        </th>
        <td class="number" data-inline>
          {row.age}
          <span class="minor">{row.minor && youthsWords(c.language)('minor')}</span>
        </td>
        <td data-inline>
          <CodeTag code={row.transfer ?? '–'} />
        </td>
        {own.filter.caseworker !== undefined && (
          <td class="soft" data-head={t('column.caseworker')}>
            {row.caseworker ?? sharedWords(c.language)('nothing')}
          </td>
        )}
        <td class="soft" data-head={t('column.known')}>
          <Known c={c} row={row} />
        </td>
        <td class="own-choice">
          <Chosen c={c} row={row} />
          {own.mayChoose && <Buttons c={c} own={own} row={row} />}
        </td>
      </tr>
      {isOpen && own.opened && <OpenedRow c={c} own={own} row={row} opened={own.opened} />}
    </>
  );
}

/** What speaks for knowing the youth already: attempts on record, and what was last. */
function Known({ c, row }: { c: PageContext; row: OwnRow }) {
  const t = ownWords(c.language);
  if (row.last === undefined) return <>{t('known.nothing')}</>;
  const last = `${shortDay(c.language, row.last.on)}, ${youthsWords(c.language)(`last.${row.last.what}`)}`;
  return <>{row.attempts === 0 ? last : `${last} · ${t('known.attempts', { n: row.attempts })}`}</>;
}

function Chosen({ c, row }: { c: PageContext; row: OwnRow }) {
  if (row.choice === undefined) return null;
  return (
    <span class="own-chosen">
      {ownWords(c.language)(`state.${row.choice}`)}
      {row.code !== undefined && (
        <>
          {' '}
          <CodeTag code={row.code} /> <span class="code-words">{codeWords(c.language, row.code)}</span>
        </>
      )}
    </span>
  );
}

const choices: readonly Choice[] = ['standard-letter', 'own-contact', 'return'];

/** The letter is chosen at once; the two others ask for their code first. */
function Buttons({ c, own, row }: { c: PageContext; own: OwnAnswer; row: OwnRow }) {
  const t = ownWords(c.language);
  return (
    <span class="own-buttons">
      {choices
        .filter((choice) => choice !== row.choice)
        .map((choice) => {
          const key = String(choices.indexOf(choice) + 1);
          const words = (
            <>
              {c.keys && (
                <span class="key" aria-hidden="true">
                  {key}
                </span>
              )}
              {t(`choose.${choice}`)}
              <span class="ds-sr-only">, {row.name}</span>
            </>
          );
          return choice === 'standard-letter' ? (
            <button
              key={choice}
              type="submit"
              form="one"
              name="one"
              value={row.caseId}
              class="ds-button"
              data-variant="secondary"
              data-choice-key={key}
            >
              {words}
            </button>
          ) : (
            <a
              key={choice}
              class="ds-button"
              data-variant="tertiary"
              href={`${paths.own(own.filter, { caseId: row.caseId, choice })}#case-${row.caseId}`}
              data-choice-key={key}
              data-live-link
            >
              {words}
            </a>
          );
        })}
    </span>
  );
}
