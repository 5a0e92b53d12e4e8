import type { Area } from '#domain/plan/template.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { phonePaths } from '../phone-paths.ts';
import { Sentence } from './sentence.tsx';
import { areaWords } from './youth-areas.tsx';

const places: Readonly<Record<Area, { readonly href: string; readonly asks: Permission }>> = {
  templates: { href: paths.templates, asks: 'letters.see' },
  intake: { href: paths.intakes, asks: 'intake.see' },
  'own-list': { href: paths.own(), asks: 'own.see' },
  cleaning: { href: paths.cleaning(), asks: 'own.see' },
  'cross-check': { href: paths.crossCheck, asks: 'cross-check.see' },
  'nav-meeting': { href: paths.navMeeting(), asks: 'youths.see' },
  returns: { href: paths.returns, asks: 'youths.see' },
  'letter-check': { href: paths.mailing(), asks: 'letters.mail' },
  sendings: { href: paths.sendings, asks: 'sendings.see' },
  inbound: { href: paths.inbound(), asks: 'inbound.see' },
  'no-mobile': { href: paths.youths({ list: 'no-mobile' }), asks: 'youths.see' },
  phone: { href: phonePaths.call, asks: 'phone.call' },
  'phone-drive': { href: phonePaths.drive, asks: 'phone.see' },
  'phone-report': { href: phonePaths.report, asks: 'phone.see' },
  plan: { href: paths.plan, asks: 'plan.see' },
};

/** The page where a task is done; undefined where it is done outside the system, or the reader may not enter. */
export function areaPath(c: PageContext, doneIn: Area | undefined): string | undefined {
  const place = doneIn && places[doneIn];
  return place && c.may(place.asks) ? place.href : undefined;
}

/** «Gjøres her: Egen liste». */
export function DoneIn({ c, doneIn }: { c: PageContext; doneIn: Area | undefined }) {
  const href = areaPath(c, doneIn);
  if (doneIn === undefined || href === undefined) return null;
  const t = areaWords(c.language);
  return (
    <span class="sub block">
      <Sentence text={t('done-in')} parts={{ area: <a href={href}>{t(`done-in.${doneIn}`)}</a> }} />
    </span>
  );
}
