import { languages } from '#domain/language.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { phonePaths } from '../phone-paths.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import { Mark } from './mark.tsx';
import { number } from './numbers.ts';
import { Initials } from './person.tsx';
import { PostForm } from './post-form.tsx';
import { sharedWords } from './words.ts';

const menu = [
  { name: 'year', href: paths.year, icon: 'ClockDashed', asks: 'year.see' },
  { name: 'tasks', href: paths.tasks(), icon: 'Tasklist', asks: 'tasks.see' },
  { name: 'youths', href: paths.youths(), icon: 'PersonGroup', asks: 'youths.see' },
  { name: 'sendings', href: paths.sendings, icon: 'Paperplane', asks: 'sendings.see' },
  { name: 'inbound', href: paths.inbound(), icon: 'ChatElipsis', asks: 'inbound.see' },
  { name: 'phone', href: phonePaths.call, icon: 'Phone', asks: 'phone.see' },
  { name: 'intake', href: paths.intakes, icon: 'FileImport', asks: 'intake.see' },
  { name: 'plan', href: paths.plan, icon: 'Calendar', asks: 'plan.see' },
] as const satisfies readonly { name: string; href: string; icon: IconName; asks: Permission }[];

export type MenuName = (typeof menu)[number]['name'];

export function TopBar({ c, at }: { c: PageContext; at: MenuName | undefined }) {
  const t = sharedWords(c.language);
  return (
    <header class="top">
      <a class="brand" href={paths.home}>
        <Mark />
        <span>
          <b>{t('service')}</b>
          <small>{c.county}</small>
        </span>
      </a>
      {c.reader && (
        <nav class="menu" aria-label={t('nav.main')}>
          <ul>
            {menu
              .filter((entry) => c.may(entry.asks))
              .map((entry) => (
                <li key={entry.name}>
                  <a href={entry.href} aria-current={entry.name === at ? 'page' : undefined}>
                    <Icon c={c} name={entry.icon} />
                    {t(`nav.${entry.name}`)}
                    {entry.name === 'tasks' && c.openTasks > 0 && (
                      <span class="count">
                        {number(c.language, c.openTasks)}
                        <span class="ds-sr-only"> {t('nav.tasks.open')}</span>
                      </span>
                    )}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      )}
      <Tools c={c} />
    </header>
  );
}

function Tools({ c }: { c: PageContext }) {
  const t = sharedWords(c.language);
  const dark = c.scheme === 'dark';
  return (
    <div class="tools">
      <PostForm c={c} action={paths.settings}>
        <fieldset class="seg">
          <legend class="ds-sr-only">{t('language')}</legend>
          {languages.map((language) => (
            <button
              key={language}
              type="submit"
              name="language"
              value={language}
              lang={language}
              aria-pressed={c.language === language ? 'true' : 'false'}
              title={t(`language.${language}`)}
            >
              {language}
            </button>
          ))}
        </fieldset>
      </PostForm>
      <PostForm c={c} action={paths.settings}>
        <button
          type="submit"
          class="icon-button"
          name="scheme"
          value={dark ? 'light' : 'dark'}
          aria-label={dark ? t('scheme.light') : t('scheme.dark')}
        >
          <Icon c={c} name={dark ? 'Sun' : 'Moon'} />
        </button>
      </PostForm>
      {c.reader && (
        <a href={paths.settings} title={c.reader.name}>
          <Initials name={c.reader.name} />
          <span class="ds-sr-only">{`${t('settings')}, ${c.reader.name}`}</span>
        </a>
      )}
    </div>
  );
}
