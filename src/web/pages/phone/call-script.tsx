import type { PhoneCard } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { sharedWords } from '../../parts/words.ts';
import { phoneWords } from './words.ts';

/** What to say, in the language of the youth whatever that of the page is. */
export function CallScript({ c, card }: { c: PageContext; card: PhoneCard }) {
  const t = phoneWords(card.language);
  return (
    <section class="call-script" aria-label={phoneWords(c.language)('script')}>
      <p class="call-script-head">
        {phoneWords(c.language)('script.say')}
        <span class="ds-tag" data-color="neutral" data-size="sm">
          {sharedWords(c.language)(`language.${card.language}`)}
        </span>
      </p>
      <div lang={card.language}>
        <p class="call-say">{t('script.hello', { name: card.firstName })}</p>
        <ol class="call-ask">
          <li>{t('script.ask.1')}</li>
          <li>{t('script.ask.2')}</li>
          <li>{t('script.ask.3')}</li>
        </ol>
        <p class="call-never">
          <Icon c={c} name="InformationSquare" />
          {t(card.minor ? 'script.never.minor' : 'script.never')}
        </p>
      </div>
    </section>
  );
}
