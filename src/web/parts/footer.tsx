import { longDate } from '#texts/dates.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import { PostForm } from './post-form.tsx';
import { sharedWords } from './words.ts';

export function Footer({ c, live }: { c: PageContext; live: boolean }) {
  const t = sharedWords(c.language);
  return (
    <footer class="foot">
      <div class="foot-who">
        {c.reader && (
          <>
            <span>{t('signed-in', { name: c.reader.name })}</span>
            <PostForm c={c} action={paths.signOut}>
              <button type="submit" class="link-button">
                {t('sign-out')}
              </button>
            </PostForm>
          </>
        )}
      </div>
      <span class="live" id="live">
        {live && <i class="dot" aria-hidden="true" />}
        <span class="live-text">{live ? t('footer.live') : t('footer.shown')}</span>
        <span class="live-lost">{t('footer.lost')}</span> · <span id="footer-day">{longDate(c.language, c.today)}</span>
      </span>
      <a href={paths.accessibility}>{t('footer.accessibility')}</a>
    </footer>
  );
}
