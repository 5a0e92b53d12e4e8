import en from '#texts/en/web-areas.json' with { type: 'json' };
import nb from '#texts/nb/web-areas.json' with { type: 'json' };
import nn from '#texts/nn/web-areas.json' with { type: 'json' };
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { wording } from '../wording.ts';

/** Names of the parts of the work. */
export const { words: areaWords } = wording({ nb, nn, en });

/** Work with the youths, each on its own page; whoever may not enter does not see its name. */
const areas = [
  { name: 'own', href: paths.own(), asks: 'own.see' },
  { name: 'youths', href: paths.youths(), asks: 'youths.see' },
  { name: 'cross-check', href: paths.crossCheck, asks: 'cross-check.see' },
  { name: 'nav-meeting', href: paths.navMeeting(), asks: 'youths.see' },
  { name: 'returns', href: paths.returns, asks: 'youths.see' },
  { name: 'early-leavers', href: paths.earlyLeavers(), asks: 'youths.see' },
  { name: 'assignment', href: paths.assignment(), asks: 'assignment.lead' },
  { name: 'doubles', href: paths.doubles, asks: 'youths.see' },
] as const satisfies readonly {
  name: string;
  href: string;
  asks: Permission;
}[];

export type YouthArea = (typeof areas)[number]['name'];

/** The second level of the menu, under «youths». */
export function YouthAreas({ c, at }: { c: PageContext; at: YouthArea }) {
  const open = areas.filter((area) => c.may(area.asks));
  if (open.length < 2) return null;
  const t = areaWords(c.language);
  return (
    <nav class="areas" aria-label={t('title')}>
      <ul>
        {open.map((area) => (
          <li key={area.name}>
            <a href={area.href} aria-current={area.name === at ? 'page' : undefined}>
              {t(area.name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
