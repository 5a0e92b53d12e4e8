import type { Finding } from '#domain/plan/finding.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { sayFinding } from '#texts/say-finding.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Panel } from '../../parts/panel.tsx';
import { planWords } from './words.ts';

/** What the lint has found: what stood there, what it should be, and what would mend it. */
export function Findings({ c, plan, findings }: { c: PageContext; plan: Plan; findings: readonly Finding[] }) {
  const t = planWords(c.language);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) {
    return (
      <Panel id="findings" title={t('findings')}>
        <p>
          <Icon c={c} name="CheckmarkCircleFill" /> {t('findings.none')}
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      id="findings"
      title={t('findings')}
      aside={<span class="sub">{t('findings.errors', { n: errors, m: findings.length - errors })}</span>}
      flush
    >
      <ul>
        {[...findings]
          .sort((a, b) => a.severity.localeCompare(b.severity))
          .map((finding) => (
            <One key={`${finding.id} ${finding.where} ${finding.dates.join()}`} c={c} plan={plan} finding={finding} />
          ))}
      </ul>
    </Panel>
  );
}

function One({ c, plan, finding }: { c: PageContext; plan: Plan; finding: Finding }) {
  const t = planWords(c.language);
  const said = sayFinding(c.language, finding, titlesOf(c, plan));
  return (
    <li class="finding" data-level={finding.severity}>
      <Icon c={c} name={finding.severity === 'error' ? 'XMarkOctagonFill' : 'ExclamationmarkTriangleFill'} />
      <div>
        <h3>
          {t(`level.${finding.severity}`)} {finding.id}: {titlesOf(c, plan)(finding.where)}
        </h3>
        <dl>
          <dt>{t('finding.found')}</dt>
          <dd>{said.found}</dd>
          <dt>{t('finding.wanted')}</dt>
          <dd>{said.wanted}</dd>
          <dt>{t('finding.mend')}</dt>
          <dd>{said.mend}</dd>
        </dl>
      </div>
    </li>
  );
}

/** Titles in place of keys: `review.nav-meeting` is what a program reads. */
export function titlesOf(c: PageContext, plan: Plan): (key: string) => string {
  const { language } = c;
  const titles = new Map<string, string>([
    ...plan.phases.flatMap((phase) => [
      [phase.id, phase.title[language]] as const,
      ...phase.tasks.map((task) => [task.key, task.title[language]] as const),
      ...phase.windows.flatMap((window) => windowTitles(c, phase.title[language], phase.id, window)),
    ]),
    ...plan.anchors.map((anchor) => [anchor.id, anchor.title[language]] as const),
    ...plan.reportingDays.map((report) => [report.id, report.title[language]] as const),
    ...plan.cohorts.map((cohort) => [cohort.id, cohort.title[language]] as const),
  ]);
  return (key) => titles.get(key) ?? key;
}

function windowTitles(c: PageContext, phase: string, id: string, window: Plan['phases'][number]['windows'][number]) {
  const t = planWords(c.language);
  const name = window.title === undefined ? phase : `${phase}, ${window.title[c.language]}`;
  return [
    [window.opens.key, t('window.opens', { name })],
    [window.closes.key, t('window.closes', { name })],
    [`${id}.${window.id}`, name],
  ] as const;
}
