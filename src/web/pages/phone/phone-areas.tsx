import type { PageContext } from '../../page-context.ts';
import type { Permission } from '../../permissions.ts';
import { phonePaths } from '../../phone-paths.ts';
import { phoneWords } from './words.ts';

const areas = [
  { name: 'call', href: phonePaths.call, asks: 'phone.call' },
  { name: 'drive', href: phonePaths.drive, asks: 'phone.see' },
  { name: 'burn-down', href: phonePaths.burnDown, asks: 'phone.see' },
  { name: 'report', href: phonePaths.report, asks: 'phone.see' },
  { name: 'sheet', href: phonePaths.sheet(), asks: 'phone.call' },
] as const satisfies readonly { name: string; href: string; asks: Permission }[];

export type PhoneArea = (typeof areas)[number]['name'];

/** The second level of the menu, under the phone drive. */
export function PhoneAreas({ c, at }: { c: PageContext; at: PhoneArea }) {
  const t = phoneWords(c.language);
  return (
    <nav class="areas" aria-label={t('areas')}>
      <ul>
        {areas
          .filter((area) => c.may(area.asks))
          .map((area) => (
            <li key={area.name}>
              <a href={area.href} aria-current={area.name === at ? 'page' : undefined}>
                {t(`area.${area.name}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
