import type { SentReturn } from '#views/answers/returns.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { shortDay } from '../../parts/dates.ts';
import { codeWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { returnsWords } from './words.ts';

/** Closed cases, the newest first: to whom, when, by whom, and what proves it. */
export function SentTable({ c, sent }: { c: PageContext; sent: readonly SentReturn[] }) {
  const t = returnsWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{t('caption.sent', { n: sent.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.code')}</th>
            <th scope="col">{t('column.sent')}</th>
            <th scope="col">{t('column.receiver')}</th>
            <th scope="col">{t('column.reference')}</th>
          </tr>
        </thead>
        <tbody>
          {sent.map((youth) => (
            <tr key={youth.caseId} id={`sent-${youth.caseId}`}>
              <th scope="row">
                <a href={paths.youth(youth.caseId)}>{youth.name}</a>
                {youth.stillOnList && <span class="sub block">{t('still')}</span>}
              </th>
              <td data-inline>{youth.unit}</td>
              <td>
                <CodeTag code={youth.code} /> <span class="soft">{codeWords(c.language, youth.code)}</span>
              </td>
              <td class="soft">
                {shortDay(c.language, youth.sentOn)}
                {youth.by !== undefined && <span class="sub block">{t('by', { name: youth.by })}</span>}
              </td>
              <td data-head={t('column.receiver')}>{t(`receiver.${youth.receiver}`)}</td>
              <td data-head={t('column.reference')}>{youth.reference ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
