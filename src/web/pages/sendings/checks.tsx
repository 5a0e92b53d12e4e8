import type { ComponentChildren } from 'preact';
import { revealingWords } from '#domain/message/revealing.ts';
import { longDate, numericDate } from '#texts/dates.ts';
import type { SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { listed, number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { nameOf, sendingWords } from './words.ts';

/** Reasons that somebody can do something about before it is sent; the others are as they should be. */
const work: ReadonlySet<string> = new Set([
  'no-mobile',
  'address-fault',
  'letter-came-back',
  'birth-unknown',
  'guardian-unknown',
  'responsibility-unknown',
  'nobody-responsible',
  'no-choice',
]);

/** What the system has looked at, good and bad, each bad one with its list. `text` is that of the recipient looked at. */
export function Checks({ c, sending, text }: { c: PageContext; sending: SendingAnswer; text: string | undefined }) {
  const t = sendingWords(c.language);
  if (sending.list === 0) return null;
  const n = (value: number) => number(c.language, value);
  const told = [...new Set(revealingWords(text ?? '').map(({ word }) => word))];
  const excluded = paths.recipients(sending.campaignId, 'excluded');
  return (
    <Panel id="checked" title={t('checked')} flush>
      <ul class="check-list">
        {text !== undefined && (
          <Check c={c} good={told.length === 0}>
            {told.length === 0
              ? t('checked.revealing')
              : t('checked.revealing.no', { words: listed(c.language, told) })}
          </Check>
        )}
        <Day c={c} sending={sending} />
        <Same c={c} sending={sending} />
        <Check c={c} good={sending.writtenToLately === 0}>
          {sending.writtenToLately === 0
            ? t('checked.lately')
            : t('checked.lately.no', { n: n(sending.writtenToLately) })}
        </Check>
        {sending.reasons
          .filter(({ state, reason }) => state === 'excluded' && work.has(reason))
          .map(({ reason, count }) => (
            <Check key={reason} c={c} good={false} href={sending.maySeeRecipients ? excluded : undefined}>
              {t('checked.work', { n: n(count), reason: nameOf(c.language, 'reason', reason) })}
            </Check>
          ))}
        {sending.counts.manual > 0 && (
          <Check c={c} good={false} href={paths.recipients(sending.campaignId, 'manual')}>
            {t('checked.manual', { n: n(sending.counts.manual) })}
          </Check>
        )}
      </ul>
    </Panel>
  );
}

/** A day that hangs on the last letter: nothing to look at once it has come to be. */
function Day({ c, sending: { planDay, approvedBy } }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  if (planDay === undefined || approvedBy !== undefined) return null;
  const on = longDate(c.language, planDay.day);
  return (
    <Check c={c} good={!planDay.forecast}>
      {t(planDay.forecast ? 'checked.day.forecast' : 'checked.day', { on })}
    </Check>
  );
}

function Same({ c, sending }: { c: PageContext; sending: SendingAnswer }) {
  const t = sendingWords(c.language);
  const [before] = sending.sameListBefore;
  return before === undefined ? (
    <Check c={c} good>
      {t('checked.same')}
    </Check>
  ) : (
    <Check c={c} good={false} href={paths.sending(before.campaignId)}>
      {t('checked.same.no', { title: before.title, on: numericDate(c.language, before.on) })}
    </Check>
  );
}

interface CheckProps {
  readonly c: PageContext;
  readonly good: boolean;
  readonly href?: string | undefined;
  readonly children: ComponentChildren;
}

function Check({ c, good, href, children }: CheckProps) {
  const t = sendingWords(c.language);
  return (
    <li data-good={good ? '' : undefined}>
      <Icon c={c} name={good ? 'CheckmarkCircleFill' : 'ExclamationmarkTriangleFill'} />
      <span>
        <span class="ds-sr-only">{good ? t('ok') : t('look')}: </span>
        {children}
      </span>
      {href !== undefined && <a href={href}>{t('see-list')}</a>}
    </li>
  );
}
