import type { Choice } from '#domain/youth/choice.ts';
import { shortDate } from '#texts/dates.ts';
import type { OwnAnswer } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { ownWords } from './words.ts';

/** What each choice causes, said before it is made. */
export function Consequences({ c, own }: { c: PageContext; own: OwnAnswer }) {
  const t = ownWords(c.language);
  return (
    <details class="own-causes">
      <summary>{t('causes')}</summary>
      <dl>
        {(['standard-letter', 'own-contact', 'return'] as const).map((choice, index) => (
          <div key={choice}>
            <dt>
              <kbd>{index + 1}</kbd> {t(`choose.${choice}`)}
            </dt>
            <dd>{causeOf(c, own, choice)}</dd>
          </div>
        ))}
      </dl>
      <p class="sub">{t('paper')}</p>
      {c.keys && <p class="sub">{t('keys')}</p>}
    </details>
  );
}

/** In one sentence, with the letter's day where the plan has one. */
export function causeOf(c: PageContext, own: Pick<OwnAnswer, 'tracks' | 'filter'>, choice: Choice): string {
  const t = ownWords(c.language);
  const letterOn = own.tracks.find(({ id }) => id === own.filter.track)?.letterOn;
  if (choice === 'standard-letter' && letterOn !== undefined)
    return t('causes.letter-on', { day: shortDate(c.language, letterOn) });
  return t(`causes.${choice}`);
}
