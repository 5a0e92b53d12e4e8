import type { Fault, Refusal } from '#domain/outcome.ts';
import type { PhoneCard, PhoneFound, PhonePlace } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty, ErrorSummary, Refusals } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { phonePaths } from '../../phone-paths.ts';
import { CallCard } from './call-card.tsx';
import { CallForm, type CallTyped } from './call-form.tsx';
import { CallScript } from './call-script.tsx';
import { LastCall } from './last-call.tsx';
import { PhoneAreas } from './phone-areas.tsx';
import { RingBack } from './ring-back.tsx';
import { shownTime } from './shown.ts';
import { phoneWords } from './words.ts';

export interface CallPageProps {
  readonly c: PageContext;
  readonly place: PhonePlace;
  /** Who may be ringing back; undefined when nobody was looked for. */
  readonly found?: readonly PhoneFound[] | undefined;
  readonly faults?: readonly Fault[];
  readonly refusals?: readonly Refusal[];
  readonly typed?: CallTyped;
}

/** One youth at a time: whom to ring, what to say, how it went. Never live: what is being written must not be touched by what others do. */
export function CallPage({ c, place, found, faults = [], refusals = [], typed }: CallPageProps) {
  const t = phoneWords(c.language);
  const { card, drive } = place;
  return (
    <Layout c={c} title={t('title')} at="phone">
      <PhoneAreas c={c} at="call" />
      {/* The id holds the case: what is typed about one youth can never be kept for the next. */}
      <div class="call" id={card ? `call-${card.caseId}` : 'call-nobody'} data-phone-keys={c.keys ? '' : undefined}>
        <div class="page-head call-head">
          <div>
            <p class="kicker">
              {[
                t('title'),
                ...(card ? [card.unit] : []),
                ...(drive ? [t('deadline', { day: shortDay(c.language, drive.closesOn) })] : []),
              ].join(' · ')}
            </p>
            <h1>{card ? t('ring', { name: card.name }) : t('title')}</h1>
          </div>
          {drive?.state === 'open' && <Progress c={c} place={place} />}
        </div>
        <ErrorSummary c={c} faults={faults} />
        <Refusals c={c} refusals={refusals} />
        {card ? <Card c={c} place={place} card={card} faults={faults} typed={typed} /> : <Nobody c={c} place={place} />}
        <div class="call-foot">
          {place.last && <LastCall c={c} last={place.last} />}
          {drive?.state === 'open' && <RingBack c={c} found={found} />}
        </div>
      </div>
    </Layout>
  );
}

interface CardProps {
  readonly c: PageContext;
  readonly place: PhonePlace;
  readonly card: PhoneCard;
  readonly faults: readonly Fault[];
  readonly typed: CallTyped | undefined;
}

const Card = ({ c, card, faults, typed }: CardProps) => (
  <div class="call-grid">
    <CallCard c={c} card={card} />
    <CallScript c={c} card={card} />
    <CallForm c={c} card={card} faults={faults} typed={typed} />
  </div>
);

function Progress({ c, place: { progress } }: { c: PageContext; place: PhonePlace }) {
  const t = phoneWords(c.language);
  const share = progress.cards === 0 ? 0 : (progress.settled / progress.cards) * 100;
  const said = t('progress.settled', {
    n: number(c.language, progress.settled),
    of: number(c.language, progress.cards),
  });
  return (
    <div class="call-progress">
      <dl>
        <div>
          <dt>{t('progress.today')}</dt>
          <dd>{number(c.language, progress.callsToday)}</dd>
        </div>
        <div>
          <dt>{t('progress.pile')}</dt>
          <dd>{number(c.language, progress.pile)}</dd>
        </div>
      </dl>
      <div class="call-bar">
        <svg class="bar" data-state="open" width="100%" height="6" role="img" aria-label={said}>
          <rect class="bar-track" width="100%" height="6" rx="3" />
          <rect class="bar-fill" width={`${share.toFixed(1)}%`} height="6" rx="3" />
        </svg>
        <span class="sub">{said}</span>
      </div>
    </div>
  );
}

/** No card: why, and what may be done. */
function Nobody({ c, place }: { c: PageContext; place: PhonePlace }) {
  const t = phoneWords(c.language);
  const { drive, nextAt, progress } = place;
  if (!drive)
    return (
      <Empty c={c} icon="Phone" title={t('none.title')} text={t('none.text')}>
        {place.mayRun && (
          <a class="ds-button" href={phonePaths.drive}>
            {t('none.start')}
          </a>
        )}
      </Empty>
    );
  if (drive.state !== 'open')
    return (
      <Empty
        c={c}
        icon="Clock"
        title={t(drive.state === 'planned' ? 'planned.title' : 'closed.title')}
        text={t(drive.state === 'planned' ? 'planned.text' : 'closed.text', {
          from: shortDay(c.language, drive.opensOn),
          to: shortDay(c.language, drive.closesOn),
        })}
      />
    );
  const some = progress.pile + progress.anybodys;
  const text =
    nextAt !== undefined
      ? t('nobody.until', { time: shownTime(c.language, nextAt) })
      : t(some > 0 ? 'nobody.ready' : 'nobody.text', { n: number(c.language, some) });
  return (
    <Empty c={c} icon="Phone" title={t(some > 0 ? 'nobody.ready-title' : 'nobody.title')} text={text}>
      <PostForm c={c} action={phonePaths.next} live>
        <button type="submit" class="ds-button" data-main data-call-key="1" aria-keyshortcuts="1">
          <Icon c={c} name="Phone" />
          {t('next')}
        </button>
      </PostForm>
    </Empty>
  );
}
