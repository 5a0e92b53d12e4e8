import { reachedOf, toGet } from '#domain/campaign/recipient.ts';
import { numericDate } from '#texts/dates.ts';
import type { SendingHead, SendingsAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SendingAreas } from '../../parts/sending-areas.tsx';
import { paths } from '../../paths.ts';
import { momentWords } from './moment.ts';
import { SendingState } from './sending-state.tsx';
import { nameOf, sendingWords } from './words.ts';

/** Every sending of the year, the newest first. */
export function SendingsPage({ c, found }: { c: PageContext; found: SendingsAnswer }) {
  const t = sendingWords(c.language);
  const make = found.mayPlan && (
    <a class="ds-button" href={paths.sendingNew}>
      <Icon c={c} name="Plus" />
      {t('new')}
    </a>
  );
  return (
    <Layout c={c} title={t('title')} at="sendings" live>
      <SendingAreas c={c} at="sendings" />
      <PageHead title={t('title')} lead={t('lead')}>
        {make}
      </PageHead>
      {found.sendings.length === 0 ? (
        <div class="panel">
          <Empty c={c} icon="Paperplane" title={t('empty.title')} text={t('empty')} />
        </div>
      ) : (
        <Sendings c={c} sendings={found.sendings} />
      )}
    </Layout>
  );
}

function Sendings({ c, sendings }: { c: PageContext; sendings: readonly SendingHead[] }) {
  const t = sendingWords(c.language);
  return (
    <div class="panel" data-flush>
      <div class="table-box">
        <table class="ds-table dense" data-hover data-cards>
          <caption class="ds-sr-only">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.title')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.when')}</th>
              <th scope="col" class="num">
                {t('column.gets')}
              </th>
              <th scope="col" class="num">
                {t('column.reached')}
              </th>
              <th scope="col" class="num">
                {t('column.left-out')}
              </th>
              <th scope="col">{t('column.made')}</th>
            </tr>
          </thead>
          <tbody>
            {sendings.map((sending) => (
              <Row key={sending.campaignId} c={c} sending={sending} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ c, sending }: { c: PageContext; sending: SendingHead }) {
  const t = sendingWords(c.language);
  const n = (value: number) => number(c.language, value);
  const { campaignId, counts } = sending;
  return (
    <tr id={`sending-${campaignId}`}>
      <th scope="row">
        <a href={paths.sending(campaignId)}>{sending.title}</a>
        <span class="sub block">{nameOf(c.language, 'purpose', sending.purpose)}</span>
      </th>
      <td data-inline>
        <SendingState c={c} state={sending.state} />
      </td>
      <td data-head={t('column.when')}>{momentWords(c.language, sending.sendAt)}</td>
      <td class="num" data-head={t('column.gets')}>
        {n(toGet(counts))}
      </td>
      <td class="num" data-head={t('column.reached')}>
        {n(reachedOf(counts))}
      </td>
      <td class="num" data-head={t('column.left-out')}>
        {n(counts.excluded + counts['taken-out'] + counts.manual)}
      </td>
      <td class="soft">
        {t('made', { by: sending.madeBy ?? t('system'), on: numericDate(c.language, sending.madeOn) })}
      </td>
    </tr>
  );
}
