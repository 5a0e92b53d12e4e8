import type { PhoneFound } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

/** Somebody rings back: found by number or name, and more than one may have the number. */
export function RingBack({ c, found }: { c: PageContext; found: readonly PhoneFound[] | undefined }) {
  const t = phoneWords(c.language);
  return (
    <section class="panel ring-back" id="ring-back" aria-labelledby="ring-back-title">
      <h2 id="ring-back-title">{t('ring-back')}</h2>
      <PostForm c={c} action={phonePaths.search} class="form-row" live>
        <TextField c={c} id="ring-back-text" name="text" label={t('ring-back.text')} value="" />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('ring-back.do')}
        </button>
      </PostForm>
      {found !== undefined && found.length === 0 && <p class="soft">{t('ring-back.none')}</p>}
      {found !== undefined && found.length > 0 && (
        <ul class="found-list">
          {found.map((one) => (
            <li key={one.caseId} id={`found-${one.caseId}`}>
              <div>
                <b>{one.name}</b>
                <span class="sub block">
                  {[
                    ...(one.age === undefined ? [] : [t('card.years', { n: one.age })]),
                    one.unit,
                    t(`matched.${one.matched}`) + (one.guardian === undefined ? '' : ` (${one.guardian})`),
                  ].join(' · ')}
                </span>
              </div>
              {one.code !== undefined && <CodeTag code={one.code} />}
              {one.heldByOther ? (
                <span class="sub">{t('ring-back.held')}</span>
              ) : (
                <PostForm c={c} action={phonePaths.take} live>
                  <input type="hidden" name="case" value={one.caseId} />
                  <button
                    type="submit"
                    class="ds-button"
                    data-variant="secondary"
                    data-row
                    aria-label={`${t('ring-back.take')}: ${one.name}`}
                  >
                    {t('ring-back.take')}
                  </button>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
