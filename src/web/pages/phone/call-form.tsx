import { addDays } from '#domain/calendar/arithmetic.ts';
import { parseDay } from '#domain/calendar/day.ts';
import type { Fault } from '#domain/outcome.ts';
import { type CallOutcome, callOutcomes, saidOnPhone } from '#domain/phone/outcome.ts';
import type { PhoneCard } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, TextArea } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icon-name.ts';
import { faultWords } from '../../parts/notices.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

/** What came back in the form, as it was typed. */
export type CallTyped = Readonly<Partial<Record<'note' | 'callBackOn' | 'callBackTime', string>>>;

interface CallFormProps {
  readonly c: PageContext;
  readonly card: PhoneCard;
  readonly faults: readonly Fault[];
  readonly typed: CallTyped | undefined;
}

/** How it went: one press, or two where somebody has answered and said something. */
export function CallForm({ c, card, faults, typed }: CallFormProps) {
  const t = phoneWords(c.language);
  return (
    <div class="call-how">
      <PostForm c={c} action={phonePaths.outcome} id={`outcome-${card.caseId}`} live>
        <input type="hidden" name="case" value={card.caseId} />
        <h2>{t('how')}</h2>
        <div class="outcomes">
          {callOutcomes.map((outcome, index) =>
            outcome === 'reached' || outcome === 'guardian' ? (
              <Answered key={outcome} c={c} card={card} outcome={outcome} at={index + 1} />
            ) : (
              <button
                key={outcome}
                type="submit"
                class="outcome"
                name="call"
                value={outcome}
                data-call-key={index + 1}
                aria-keyshortcuts={String(index + 1)}
              >
                <OutcomeWords c={c} outcome={outcome} at={index + 1} />
              </button>
            ),
          )}
        </div>
        <TextArea
          c={c}
          id={`note-${card.caseId}`}
          name="note"
          label={t('note')}
          hint={t('note.hint')}
          rows={2}
          value={typed?.note ?? card.draft ?? ''}
        />
        <CallBack c={c} card={card} faults={faults} typed={typed} />
      </PostForm>
      <div class="call-acts">
        <PostForm c={c} action={phonePaths.skip} live>
          <input type="hidden" name="case" value={card.caseId} />
          <button type="submit" class="ds-button" data-variant="tertiary" data-call-key="h" aria-keyshortcuts="h">
            {t('skip')}{' '}
            <span class="key" aria-hidden="true">
              H
            </span>
          </button>
        </PostForm>
        <PostForm c={c} action={phonePaths.release} live>
          <button type="submit" class="ds-button" data-variant="tertiary">
            {t('release')}
          </button>
        </PostForm>
      </div>
    </div>
  );
}

const icons: Readonly<Record<CallOutcome, IconName>> = {
  reached: 'PersonCheckmark',
  guardian: 'PersonGroup',
  'wrong-person': 'PersonCross',
  'no-answer': 'PhoneSlash',
  busy: 'Clock',
  'wrong-number': 'CircleSlash',
};

const OutcomeWords = ({ c, outcome, at }: { c: PageContext; outcome: CallOutcome; at: number }) => (
  <>
    <span class="key" aria-hidden="true">
      {at}
    </span>
    <Icon c={c} name={icons[outcome]} />
    <span class="outcome-name">{phoneWords(c.language)(`outcome.${outcome}`)}</span>
    <span class="outcome-then">{phoneWords(c.language)(`outcome.${outcome}.then`)}</span>
  </>
);

/** Somebody answered: the second press is what they said. */
function Answered({
  c,
  card,
  outcome,
  at,
}: {
  c: PageContext;
  card: PhoneCard;
  outcome: 'reached' | 'guardian';
  at: number;
}) {
  const t = phoneWords(c.language);
  return (
    <details class="outcome-fold" id={`${outcome}-${card.caseId}`}>
      <summary class="outcome" data-hit data-call-key={at} aria-keyshortcuts={String(at)}>
        <OutcomeWords c={c} outcome={outcome} at={at} />
      </summary>
      <div class="said">
        {saidOnPhone.map((said, index) => (
          <button
            key={said}
            type="submit"
            class="ds-button"
            data-variant="secondary"
            name="call"
            value={`${outcome}:${said}`}
            data-call-key={index + 1}
          >
            <span class="key" aria-hidden="true">
              {index + 1}
            </span>
            {t(`says.${said}`)}
          </button>
        ))}
      </div>
    </details>
  );
}

function CallBack({ c, card, faults, typed }: CallFormProps) {
  const t = phoneWords(c.language);
  const fault = faultWords(
    c,
    faults.find(({ place }) => place === `call-back-${card.caseId}`),
  );
  return (
    <details class="fold" id={`later-${card.caseId}`} open={fault !== undefined}>
      <summary data-call-key="r" aria-keyshortcuts="r">
        {t('call-back')}{' '}
        <span class="key" aria-hidden="true">
          R
        </span>
      </summary>
      <div class="form-row">
        <DateField
          c={c}
          id={`call-back-${card.caseId}`}
          name="callBackOn"
          label={t('call-back.on')}
          hint={t('call-back.hint')}
          value={parseDay(typed?.callBackOn ?? '')}
          min={c.today}
          max={addDays(c.today, 60)}
          narrow
          {...(fault === undefined ? {} : { error: fault })}
        />
        <div class="field" data-narrow>
          <label class="field-label" for={`call-back-time-${card.caseId}`}>
            {t('call-back.time')}
          </label>
          <input
            class="ds-input"
            data-size="sm"
            type="time"
            id={`call-back-time-${card.caseId}`}
            name="callBackTime"
            value={typed?.callBackTime ?? ''}
          />
        </div>
      </div>
    </details>
  );
}
