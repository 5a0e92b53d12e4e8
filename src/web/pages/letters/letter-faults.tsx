import type { LetterCheckAnswer, LetterFaultRow } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { lettersWords } from './words.ts';

/** A work list: each fault with the person, and what is wrong with it. */
export function LetterFaults({ c, check }: { c: PageContext; check: LetterCheckAnswer }) {
  const t = lettersWords(c.language);
  return (
    <Panel id="faults" title={t('faults.title')} flush>
      {check.emptyFields.map(({ field, count }) => (
        <p key={field} class="inset">
          {t('empty-field', { field, count: number(c.language, count) })}
        </p>
      ))}
      {check.faults.length === 0 ? (
        <p class="inset">{t('faults.none')}</p>
      ) : (
        <div class="table-box">
          <table class="ds-table dense" data-hover data-cards>
            <caption class="ds-sr-only">{t('faults.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('faults.name')}</th>
                <th scope="col">{t('faults.unit')}</th>
                <th scope="col">{t('faults.who')}</th>
                <th scope="col">{t('faults.why')}</th>
              </tr>
            </thead>
            <tbody>
              {check.faults.map((row) => (
                <tr key={`${row.caseId} ${row.addressee}`}>
                  <th scope="row">
                    <a href={paths.youth(row.caseId)}>{row.name}</a>
                  </th>
                  <td data-inline>{row.unit}</td>
                  <td data-head={t('faults.who')}>{whoWords(c, row)}</td>
                  <td data-head={t('faults.why')}>{whyWords(c, row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function whoWords(c: PageContext, { addressee }: LetterFaultRow): string {
  const t = lettersWords(c.language);
  if (addressee === 'youth') return t('who.youth');
  const [, n] = /^guardian-(\d+)$/.exec(addressee) ?? [];
  return n === undefined ? t('who.guardians') : t('who.guardian', { n });
}

function whyWords(c: PageContext, { why, faults }: LetterFaultRow): string {
  const t = lettersWords(c.language);
  return faults.length === 0 ? t(`why.${why}`) : faults.map(({ code, facts }) => t(`fault.${code}`, facts)).join(', ');
}
