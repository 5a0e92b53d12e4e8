import type { PageContext } from '../page-context.ts';
import { lettersWords } from '../pages/letters/words.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';

const areas = [
  { name: 'sendings', href: paths.sendings, asks: 'sendings.see' },
  { name: 'mailing', href: paths.mailing(), asks: 'letters.mail' },
  { name: 'templates', href: paths.templates, asks: 'letters.see' },
  { name: 'settings', href: paths.sendingSettings, asks: 'sendings.see' },
] as const satisfies readonly { name: string; href: string; asks: Permission }[];

/** The second level of the menu, under «sendings». */
export function SendingAreas({ c, at }: { c: PageContext; at: (typeof areas)[number]['name'] }) {
  const open = areas.filter((area) => c.may(area.asks));
  if (open.length < 2) return null;
  const t = lettersWords(c.language);
  return (
    <nav class="areas" aria-label={t('areas.title')}>
      <ul>
        {open.map((area) => (
          <li key={area.name}>
            <a href={area.href} aria-current={area.name === at ? 'page' : undefined}>
              {t(`areas.${area.name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
