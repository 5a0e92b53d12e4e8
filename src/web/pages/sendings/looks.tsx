import { checkSms } from '#domain/sms/check.ts';
import { sayAddressee } from '#texts/sending.ts';
import type { RecipientPreview, SendingAnswer } from '#views/answers/sending.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { paths } from '../../paths.ts';
import { sendingWords } from './words.ts';

/** The recipient that is looked at: the nth of those who get it. */
export interface Looked {
  readonly nth: number;
  readonly of: number;
  readonly preview: RecipientPreview | undefined;
}

/** What one recipient gets, as it would go out now; the next one a step away. */
export function Looks({ c, sending, looked }: { c: PageContext; sending: SendingAnswer; looked: Looked }) {
  const t = sendingWords(c.language);
  const { nth, of, preview } = looked;
  if (sending.list === 0 || !sending.maySeeRecipients) return null;
  return (
    <section class="looks" aria-labelledby="looks-title">
      <header>
        <h2 id="looks-title">{t('looks')}</h2>
        {of > 0 && (
          <nav aria-label={t('looks')}>
            <Turn c={c} sending={sending} to={nth - 1} of={of} name="ChevronLeft" words={t('looks.previous')} />
            <span class="sub">{t('looks.nth', { n: number(c.language, nth), of: number(c.language, of) })}</span>
            <Turn c={c} sending={sending} to={nth + 1} of={of} name="ChevronRight" words={t('looks.next')} />
          </nav>
        )}
      </header>
      {preview === undefined ? (
        <p class="sub">{t('looks.none')}</p>
      ) : (
        <div class={sending.channel === 'sms' ? 'looks-phone' : 'looks-paper'} id={`looks-${preview.key}`}>
          <p class="looks-to">
            <a href={paths.youth(preview.caseId)}>{preview.name}</a>
            <span class="sub">{sayAddressee(c.language, preview.addressee)}</span>
          </p>
          <p class="looks-text" lang={preview.language}>
            {preview.text}
          </p>
          <Size c={c} sending={sending} preview={preview} />
        </div>
      )}
    </section>
  );
}

interface TurnProps {
  readonly c: PageContext;
  readonly sending: SendingAnswer;
  readonly to: number;
  readonly of: number;
  readonly name: 'ChevronLeft' | 'ChevronRight';
  readonly words: string;
}

const Turn = ({ c, sending, to, of, name, words }: TurnProps) =>
  to < 1 || to > of ? null : (
    <a href={paths.sending(sending.campaignId, to)} rel={name === 'ChevronLeft' ? 'prev' : 'next'}>
      <Icon c={c} name={name} />
      <span class="ds-sr-only">{words}</span>
    </a>
  );

function Size({ c, sending, preview }: { c: PageContext; sending: SendingAnswer; preview: RecipientPreview }) {
  const t = sendingWords(c.language);
  const language =
    preview.language === 'nb' || preview.language === 'nn' || preview.language === 'en'
      ? t(`in.${preview.language}`)
      : preview.language;
  if (sending.channel === 'letter') {
    const sheets = preview.parts === 1 ? t('one-sheet') : t('sheets', { n: preview.parts });
    return (
      <>
        <p class="sub">{t('looks.letter', { sheets, language })}</p>
        {c.may('letters.see') && (
          <p>
            <a href={paths.sendingLetter(sending.campaignId, preview.key)}>{t('looks.page')}</a>
          </p>
        )}
      </>
    );
  }
  const { units, parts, dear } = checkSms(preview.text);
  return (
    <>
      <p class="sub">
        {t('looks.sms', {
          units: number(c.language, units),
          parts: parts.length === 1 ? t('one-part') : t('parts', { n: parts.length }),
          language,
        })}
      </p>
      {dear.length > 0 && <p class="sub">{t('looks.dear', { letters: dear.join(' ') })}</p>}
    </>
  );
}
