import type { PhonePlace } from '#views/answers/phone.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

/** The last call: undone while it is fresh, or coded by those who may. */
export function LastCall({ c, last }: { c: PageContext; last: NonNullable<PhonePlace['last']> }) {
  const t = phoneWords(c.language);
  const said = last.says === undefined ? '' : t(`says.${sayingOf(last.says)}`);
  return (
    <section class="panel last-call" aria-labelledby="last-call-title">
      <h2 id="last-call-title">{t('last')}</h2>
      <p>
        <b>{last.name}</b>
        <span class="sub block">{[t(`outcome.${last.outcome}`), said].filter((part) => part !== '').join(' · ')}</span>
      </p>
      <div class="form-acts">
        <PostForm c={c} action={phonePaths.undo} live>
          <input type="hidden" name="case" value={last.caseId} />
          <button type="submit" class="ds-button" data-variant="tertiary" data-call-key="z" aria-keyshortcuts="z">
            <Icon c={c} name="ArrowUndo" />
            {t('undo')}{' '}
            <span class="key" aria-hidden="true">
              Z
            </span>
          </button>
        </PostForm>
        {last.mayCode && (last.outcome === 'reached' || last.outcome === 'guardian') && (
          <a class="ink-link" href={`${paths.youth(last.caseId)}#guide`}>
            {t('code')}
          </a>
        )}
      </div>
    </section>
  );
}

const known = ['wants-follow-up', 'in-school', 'in-work', 'no-to-ot'] as const;
const sayingOf = (says: string): (typeof known)[number] | 'other' => known.find((one) => one === says) ?? 'other';
