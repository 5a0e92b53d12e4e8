import type { PhoneCard } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import { shownNumber } from '../../parts/phone-number.ts';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { contactWords } from '../youth/contact-panel.tsx';
import { shownTime } from './shown.ts';
import { phoneWords } from './words.ts';

/** Whom to ring and on which number, with what was tried before. */
export function CallCard({ c, card }: { c: PageContext; card: PhoneCard }) {
  const t = phoneWords(c.language);
  const [first, ...others] = card.numbers.filter(({ kind }) => kind !== 'unusable');
  const unusable = card.numbers.filter(({ kind }) => kind === 'unusable');
  return (
    <section class="panel call-card" aria-label={t('card')}>
      {first === undefined ? (
        <p class="missing">{t(card.protected ? 'card.protected' : 'card.no-number')}</p>
      ) : (
        <p class="call-number">
          <Icon c={c} name="Phone" />
          <a href={`tel:${first.number}`}>{shownNumber(first)}</a>
          {first.guardian !== undefined && <small>{first.guardian}</small>}
        </p>
      )}
      {others.length > 0 && (
        <ul class="call-numbers">
          {others.map((one) => (
            <li key={`${one.number}${one.guardian ?? ''}`}>
              <a href={`tel:${one.number}`}>{shownNumber(one)}</a>
              <span class="sub"> {one.guardian ?? card.firstName}</span>
            </li>
          ))}
        </ul>
      )}
      {unusable.length > 0 && (
        <p class="sub">{t('card.unusable', { numbers: unusable.map(({ number }) => number).join(', ') })}</p>
      )}
      {card.letterBack !== undefined && (
        <p>
          <span class="ds-tag" data-color="warning" data-size="sm">
            {t('card.letter-back', { day: shortDay(c.language, card.letterBack) })}
          </span>
        </p>
      )}
      <dl class="facts">
        <dt>{t('card.age')}</dt>
        <dd>
          {card.age === undefined ? sharedWords(c.language)('missing') : t('card.years', { n: card.age })}
          {card.minor && (
            <span class="ds-tag" data-color="info" data-size="sm">
              {t('card.minor')}
            </span>
          )}
        </dd>
        <dt>{t('card.language')}</dt>
        <dd>{sharedWords(c.language)(`language.${card.language}`)}</dd>
        {card.transfer !== undefined && (
          <>
            <dt>{t('card.transfer')}</dt>
            <dd>{`${card.transfer}, ${codeWords(c.language, card.transfer)}`}</dd>
          </>
        )}
        <dt>{t('card.caseworker')}</dt>
        <dd>{card.caseworker ?? t('card.no-caseworker')}</dd>
        {card.guardians.length > 0 && (
          <>
            <dt>{t('card.guardians')}</dt>
            <dd>{card.guardians.join(', ')}</dd>
          </>
        )}
        {card.callBackAt !== undefined && (
          <>
            <dt>{t('card.call-back')}</dt>
            <dd>
              <b>{shownTime(c.language, card.callBackAt)}</b>
            </dd>
          </>
        )}
      </dl>
      <h2>{t('card.earlier')}</h2>
      {card.earlier.length === 0 ? (
        <p class="soft">{t('card.earlier.none')}</p>
      ) : (
        <ol class="call-earlier">
          {card.earlier.map((contact) => (
            <li key={contact.id}>
              <time datetime={contact.on}>{shortDay(c.language, contact.on)}</time>
              <div>
                {contactWords(c, contact)}
                {contact.note !== undefined && <span class="sub block">{contact.note}</span>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
