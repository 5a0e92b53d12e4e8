import type { SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { PlainAct } from './plain-act.tsx';
import { sendingWords } from './words.ts';

/** By somebody else than who made it, for just the list and the text that were looked at. */
export function Approval({ c, sending, unread }: { c: PageContext; sending: SendingAnswer; unread: boolean }) {
  const t = sendingWords(c.language);
  if (sending.state !== 'previewed') return null;
  const n = sending.counts.planned;
  return (
    <section class="sending-approval" aria-labelledby="approval-title">
      <h2 id="approval-title">{t('approve.title')}</h2>
      {n === 0 ? (
        <p>{t('approve.nobody')}</p>
      ) : sending.planDay?.forecast ? (
        <p>{t('approve.forecast')}</p>
      ) : sending.mayApprove ? (
        <PostForm c={c} action={paths.sendingAct(sending.campaignId, 'approve')}>
          <input type="hidden" name="list" value={sending.list} />
          <input type="hidden" name="fingerprint" value={sending.fingerprint ?? ''} />
          <label class="option" for="approve-read">
            <input
              class="ds-input"
              type="checkbox"
              id="approve-read"
              name="read"
              value="1"
              aria-invalid={unread ? 'true' : undefined}
              aria-describedby={unread ? 'approve-read-error' : undefined}
            />
            {t('approve.read')}
          </label>
          {unread && (
            <span class="field-error" id="approve-read-error">
              <Icon c={c} name="XMarkOctagonFill" />
              {t('approve.unread')}
            </span>
          )}
          <button type="submit" class="ds-button" data-size="lg">
            {t(`approve.${sending.channel}`, { n: number(c.language, n) })}
          </button>
        </PostForm>
      ) : (
        <p>{t('approve.other')}</p>
      )}
    </section>
  );
}

/** What can be done where it stands now; each act has its own button, and what may not be done has none. */
export function StateActs({ c, sending }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  const isFirst = sending.list === 0;
  return (
    <div class="sending-acts">
      {sending.mayPreview && (
        <PlainAct c={c} sending={sending} act="preview" words={t(isFirst ? 'again.first' : 'again')} />
      )}
      {sending.mayChange && (
        <a class="ds-button" data-variant="secondary" href={paths.sendingChange(sending.campaignId)}>
          {t('change')}
        </a>
      )}
      {sending.mayWithdraw && <PlainAct c={c} sending={sending} act="withdraw" words={t('withdraw')} />}
      {sending.mayResume && <PlainAct c={c} sending={sending} act="resume" words={t('resume')} secondary={false} />}
      {sending.mayEnd && <PlainAct c={c} sending={sending} act="end" words={t('end')} />}
      {sending.mayStop && <PlainAct c={c} sending={sending} act="stop" words={t('stop')} />}
    </div>
  );
}
