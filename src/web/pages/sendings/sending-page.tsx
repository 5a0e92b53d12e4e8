import { reachedOf, toGet } from '#domain/campaign/recipient.ts';
import type { SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Notice } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { paths } from '../../paths.ts';
import { Approval, StateActs } from './approval.tsx';
import { Checks } from './checks.tsx';
import { Flow, Spread } from './flow.tsx';
import { type Looked, Looks } from './looks.tsx';
import { momentWords } from './moment.ts';
import { SendingState } from './sending-state.tsx';
import { nameOf, sendingWords } from './words.ts';

interface SendingProps {
  readonly c: PageContext;
  readonly sending: SendingAnswer;
  readonly looked: Looked;
  /** The box that says that it has been read was left empty. */
  readonly unread?: boolean;
}

/** One sending, from its list to its report: what is checked, who gets it, how it looks, and what can be done now. */
export function SendingPage({ c, sending, looked, unread = false }: SendingProps) {
  const t = sendingWords(c.language);
  const isChecked = sending.state === 'previewed';
  return (
    <Layout c={c} title={sending.title} at="sendings" live>
      <PageHead
        kicker={
          <>
            <a class="ink-link" href={paths.sendings}>
              {t('title')}
            </a>{' '}
            · {nameOf(c.language, 'purpose', sending.purpose)} · {sending.title}
          </>
        }
        title={isChecked ? t('check.title') : sending.title}
        lead={isChecked ? t('check.lead') : <SendingState c={c} state={sending.state} />}
      />
      <StateNotice c={c} sending={sending} />
      <Flow c={c} sending={sending} />
      <div class="sending-columns">
        <div>
          <Checks c={c} sending={sending} text={looked.preview?.text} />
          <Spread c={c} sending={sending} />
          <Approval c={c} sending={sending} unread={unread} />
          <StateActs c={c} sending={sending} />
        </div>
        <Looks c={c} sending={sending} looked={looked} />
      </div>
    </Layout>
  );
}

/** Letters are not out of the house before they are printed: how far that has come, and where it is done. */
function Pile({ c, sending: { pile } }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  if (pile.waiting + pile.printed === 0) return null;
  const numbers = { waiting: number(c.language, pile.waiting), printed: number(c.language, pile.printed) };
  return (
    <p>
      {t('pile', numbers)} {c.may('letters.mail') && <a href={`${paths.mailing()}#print`}>{t('pile.print')}</a>}
    </p>
  );
}

/** Where it stands, in a sentence with its numbers. */
function StateNotice({ c, sending }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  const n = (value: number) => number(c.language, value);
  const at = (moment: number | undefined) => (moment === undefined ? '' : momentWords(c.language, moment));
  const reached = reachedOf(sending.counts);
  // A letter that is made is not in anybody's hands yet: it waits for the print and the post.
  const kind = sending.channel === 'letter' ? 'letter.' : '';
  const words = (): string | undefined => {
    switch (sending.state) {
      case 'freezing':
        return t('state.freezing');
      case 'approved':
      case 'waiting':
        return t('state.approved', {
          by: sending.approvedBy ?? t('system'),
          at: at(sending.approvedAt),
          when: at(sending.handOverAt),
        });
      case 'handingOver':
        return t(`state.${kind}handingOver`, { n: n(reached), of: n(toGet(sending.counts)) });
      case 'followingUp':
        return t(`state.${kind}followingUp`);
      case 'stopped':
        return t('state.stopped', {
          by: sending.stoppedBy ?? t('system'),
          at: at(sending.stoppedAt),
          reached: n(reached),
          left: n(sending.counts.planned),
        });
      case 'settled':
        return t(`state.${kind}settled`, { at: at(sending.settledAt), reached: n(reached) });
      case 'planned':
      case 'previewed':
        return undefined;
    }
  };
  const said = words();
  const { uncertain } = sending.counts;
  return (
    <>
      {said !== undefined && (
        <div class="sending-stand">
          <p>{said}</p>
          {sending.state === 'handingOver' && (
            <Bar done={reached} total={toGet(sending.counts)} pace="open" label={said} />
          )}
          <Pile c={c} sending={sending} />
          {sending.acts.map((actId) => (
            <p key={actId}>
              <a href={paths.act(actId)}>{t('coded')}</a>
            </p>
          ))}
        </div>
      )}
      {sending.approvalLapsed && (
        <Notice c={c} tone="risk" icon="ExclamationmarkTriangle" title={t('lapsed')}>
          <p>{t('lapsed.why')}</p>
        </Notice>
      )}
      {uncertain > 0 && (
        <Notice c={c} tone="risk" icon="ExclamationmarkTriangle" title={t('uncertain', { n: n(uncertain) })}>
          <p>{t('uncertain.what')}</p>
          {sending.maySeeRecipients && <a href={paths.recipients(sending.campaignId, 'uncertain')}>{t('see-list')}</a>}
        </Notice>
      )}
    </>
  );
}
