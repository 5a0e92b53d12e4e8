import { allOf, recipientStates, uncertainSettlements } from '#domain/campaign/recipient.ts';
import { sayAddressee } from '#texts/sending.ts';
import type { RecipientRow, RecipientsAnswer, SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { nameOf, sendingWords } from './words.ts';

interface RecipientsProps {
  readonly c: PageContext;
  readonly sending: SendingAnswer;
  readonly found: RecipientsAnswer;
}

/** The people behind a sending's numbers, by where each stands; those nobody can tell of are settled here. */
export function RecipientsPage({ c, sending, found }: RecipientsProps) {
  const t = sendingWords(c.language);
  const { campaignId, counts } = sending;
  return (
    <Layout c={c} title={t('recipients')} at="sendings" live>
      <PageHead
        kicker={
          <a class="ink-link" href={paths.sending(campaignId)}>
            {sending.title}
          </a>
        }
        title={t('recipients')}
      />
      <nav class="views" aria-label={t('recipients.numbers')}>
        <ul>
          <li>
            <a href={paths.recipients(campaignId)} aria-current={found.shown === undefined ? 'page' : undefined}>
              {t('recipients.all')}
              <span class="count">{number(c.language, allOf(counts))}</span>
            </a>
          </li>
          {recipientStates
            .filter((state) => counts[state] > 0 || found.shown === state)
            .map((state) => (
              <li key={state}>
                <a href={paths.recipients(campaignId, state)} aria-current={found.shown === state ? 'page' : undefined}>
                  {nameOf(c.language, 'recipient', state)}
                  <span class="count">{number(c.language, counts[state])}</span>
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {found.shown === 'manual' && <p class="sub">{t('manual.what')}</p>}
      {found.shown === 'uncertain' && <p class="sub">{t('uncertain.what')}</p>}
      <Rows c={c} sending={sending} found={found} />
    </Layout>
  );
}

function Rows({ c, sending, found }: RecipientsProps) {
  const t = sendingWords(c.language);
  if (found.rows.length === 0)
    return (
      <div class="panel">
        <p class="sub">{t('recipients.none')}</p>
      </div>
    );
  const settles = sending.maySettle && found.rows.some(({ state }) => state === 'uncertain');
  return (
    <>
      <div class="panel" data-flush>
        <div class="table-box">
          <table class="ds-table dense" data-hover data-cards>
            <caption class="ds-sr-only">{t('recipients')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('recipients.column.name')}</th>
                <th scope="col">{t('recipients.column.to')}</th>
                <th scope="col">{t('recipients.column.unit')}</th>
                <th scope="col">{t('recipients.column.state')}</th>
                <th scope="col">{t('recipients.column.why')}</th>
                {settles && <th scope="col">{t('recipients.column.act')}</th>}
              </tr>
            </thead>
            <tbody>
              {found.rows.map((row) => (
                <Row key={row.key} c={c} sending={sending} row={row} settles={settles} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Pager
        c={c}
        page={found.page}
        pageSize={found.pageSize}
        total={found.total}
        href={(page) => paths.recipients(sending.campaignId, found.shown, page)}
      />
    </>
  );
}

interface RowProps {
  readonly c: PageContext;
  readonly sending: SendingAnswer;
  readonly row: RecipientRow;
  readonly settles: boolean;
}

function Row({ c, sending, row, settles }: RowProps) {
  const t = sendingWords(c.language);
  return (
    <tr id={`recipient-${row.key}`}>
      <th scope="row">
        <a href={paths.youth(row.caseId)}>{row.name}</a>
      </th>
      <td data-inline>{sayAddressee(c.language, row.addressee)}</td>
      <td data-inline>{row.unit}</td>
      <td data-head={t('recipients.column.state')}>{nameOf(c.language, 'recipient', row.state)}</td>
      <td class="soft">{row.reason === undefined ? '–' : nameOf(c.language, 'reason', row.reason)}</td>
      {settles && (
        <td>
          {row.state === 'uncertain' && (
            <PostForm c={c} action={paths.sendingSettle(sending.campaignId)} class="settle">
              <input type="hidden" name="key" value={row.key} />
              {uncertainSettlements.map((as) => (
                <button key={as} type="submit" name="as" value={as} class="ds-button" data-variant="tertiary">
                  {t(`settle.${as}`)}
                  <span class="ds-sr-only"> {t('settle.for', { name: row.name })}</span>
                </button>
              ))}
            </PostForm>
          )}
        </td>
      )}
    </tr>
  );
}
