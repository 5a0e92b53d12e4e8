import { longDate } from '#texts/dates.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import { Icon } from './icon.tsx';
import { PostForm } from './post-form.tsx';
import { Sentence } from './sentence.tsx';
import { sharedWords } from './words.ts';

/** Says that this is not real and which day it is there; whoever may, moves the day forward. */
export function RehearsalBanner({ c, run }: { c: PageContext; run: RunHead }) {
  const t = sharedWords(c.language);
  return (
    <section class="rehearsal" id="rehearsal" aria-label={t('rehearsal.title')}>
      <p class="rehearsal-what">
        <b>{t('rehearsal.title')}.</b>{' '}
        <Sentence text={t('rehearsal.day')} parts={{ day: <b>{longDate(c.language, run.today)}</b> }} />
        {'. '}
        {t('rehearsal.what')}
      </p>
      {c.may('rehearsal.forward') && (
        <PostForm c={c} action={paths.rehearsalForward} live label={t('rehearsal.forward')}>
          <Icon c={c} name="Forward" />
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm" name="by" value="day">
            {t('rehearsal.one-day')}
          </button>
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm" name="by" value="week">
            {t('rehearsal.one-week')}
          </button>
          <label class="rehearsal-to">
            {t('rehearsal.to')}
            <input class="ds-input" data-size="sm" type="date" name="to" min={run.today} max={run.to} />
          </label>
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm" name="by" value="to">
            {t('rehearsal.go')}
          </button>
        </PostForm>
      )}
    </section>
  );
}
