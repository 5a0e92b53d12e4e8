import type { CheckListAnswer } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { checkWords, plainDate } from './words.ts';

/** Rows of the list that are nobody of the register, or stand outside its window. */
export function RowsTable({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  return (
    <section class="panel" data-flush="" aria-label={t(`show.${list.shown}`)}>
      <div class="table-box">
        <table class="ds-table dense" data-cards>
          <caption class="ds-sr-only">{t(`show.${list.shown}`)}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {t('column.row')}
              </th>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.born')}</th>
              <th scope="col">{t('column.started')}</th>
              <th scope="col">{t('column.why')}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.row} id={`row-${row.row}`}>
                <td class="number soft" data-head={t('column.row')}>
                  {row.row}
                </td>
                <th scope="row">
                  {row.isMatched || row.isKnown ? (
                    <span class="soft">{t(row.isMatched ? 'row.matched' : 'row.known')}</span>
                  ) : (
                    row.name || '–'
                  )}
                </th>
                <td data-head={t('column.born')}>{row.born ? plainDate(row.born) : '–'}</td>
                <td data-head={t('column.started')}>{row.startedOn ? plainDate(row.startedOn) : '–'}</td>
                <td>{t(`place.${row.place}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
