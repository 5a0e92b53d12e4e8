import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Fault, Refusal } from '#domain/outcome.ts';
import { type InboundAnswer, type InboundRow, inboundShows } from '#views/answers/inbound.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty, ErrorSummary, Refusals } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { paths } from '../../paths.ts';
import { NewReply, type NewTyped } from './new-reply.tsx';
import { ReplyCard, type ReplyTyped } from './reply-card.tsx';
import { replyIcons, senderWords } from './sender-words.ts';
import { inboundWords } from './words.ts';

export interface InboundPageProps {
  readonly c: PageContext;
  readonly inbound: InboundAnswer;
  readonly faults?: readonly Fault[];
  readonly refusals?: readonly Refusal[];
  readonly typed?: { readonly reply?: ReplyTyped; readonly fresh?: NewTyped };
}

/** One queue for every way a reply comes in; the oldest that waits is open and registered without leaving the page. */
export function InboundPage({ c, inbound, faults = [], refusals = [], typed = {} }: InboundPageProps) {
  const t = inboundWords(c.language);
  const { show, rows, counts, open, unit } = inbound;
  // As a rule those not passed on are those that wait: told apart only where they are more.
  const shows = inboundShows.filter(
    (each) => each !== 'not-passed-on' || each === show || counts[each] !== counts.waiting,
  );
  return (
    <Layout c={c} title={t('title')} at="inbound" live width="wide">
      <PageHead title={t('title')} lead={t('lead')}>
        <nav class="seg" id="inbound-shows" data-size="lg" aria-label={t('shows')}>
          {shows.map((each) => (
            <a
              key={each}
              href={paths.inbound(each, undefined, undefined, unit)}
              aria-current={each === show ? 'page' : undefined}
            >
              {t(`show.${each}`)} <span class="count">{number(c.language, counts[each])}</span>
            </a>
          ))}
        </nav>
      </PageHead>
      <ErrorSummary c={c} faults={faults} />
      <Refusals c={c} refusals={refusals} />
      <div class="inbound">
        <div class="stack">
          <NewReply c={c} typed={typed.fresh} />
          {rows.length === 0 ? (
            <div class="panel">
              <Empty c={c} icon="CheckmarkCircleFill" title={t('empty.title')} text={t(`empty.${show}`)} />
            </div>
          ) : (
            <section class="panel" data-flush aria-label={t(`show.${show}`)}>
              <ul class="inbound-rows">
                {rows.map((row) => (
                  <Row key={row.inboundId} c={c} inbound={inbound} row={row} />
                ))}
              </ul>
            </section>
          )}
          {inbound.hidden > 0 && show === 'waiting' && (
            <p class="sub">{t('hidden', { n: number(c.language, inbound.hidden) })}</p>
          )}
          {counts[show] > inbound.pageSize && (
            <Pager
              c={c}
              page={inbound.page}
              pageSize={inbound.pageSize}
              total={counts[show]}
              href={(page) => paths.inbound(show, undefined, page, unit)}
            />
          )}
        </div>
        {open && <ReplyCard c={c} inbound={inbound} open={open} faults={faults} typed={typed.reply} />}
      </div>
    </Layout>
  );
}

function Row({ c, inbound, row }: { c: PageContext; inbound: InboundAnswer; row: InboundRow }) {
  const t = inboundWords(c.language);
  const isOpen = inbound.open?.inboundId === row.inboundId;
  return (
    <li class="todo-row inbound-row" data-open={isOpen ? '' : undefined} data-done={row.settled?.done ? '' : undefined}>
      <Icon c={c} name={replyIcons[row.channel]} />
      <div>
        <a
          href={paths.inbound(inbound.show, row.inboundId, inbound.page, inbound.unit)}
          aria-current={isOpen ? 'true' : undefined}
        >
          {senderWords(c, row)}
        </a>
        <span class="sub block">{row.text === '' ? t('card.no-text') : row.text}</span>
        <span class="sub block">
          {[
            t(`channel.${row.channel}`),
            `${shortDay(c.language, dayOf(row.at))} ${clockOf(row.at)}`,
            ...(row.takenBy ? [row.takenBy.isMe ? t('taken.me') : t('taken', { name: row.takenBy.name })] : []),
            ...(row.settled ? [t(`says.${row.settled.says}`)] : []),
            ...(row.settled?.done ? [t('done.by-caseworker')] : []),
          ].join(' · ')}
        </span>
      </div>
      {(row.understood.stop || row.understood.wrongNumber) && (
        <span class="ds-tag" data-size="sm" data-color="warning">
          {t(row.understood.stop ? 'understood.stop' : 'understood.wrong-number')}
        </span>
      )}
    </li>
  );
}
