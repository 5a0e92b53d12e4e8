import type { Fault, Refusal } from '#domain/outcome.ts';
import type { PlannedDate, PlannedPhase } from '#domain/plan/plan.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary, Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { AddTask } from './add-task.tsx';
import { Findings } from './findings.tsx';
import { PlanDate } from './plan-date.tsx';
import { PlanTask } from './plan-task.tsx';
import { planWords } from './words.ts';

interface PlanPageProps {
  readonly c: PageContext;
  readonly answer: PlanAnswer;
  readonly faults?: readonly Fault[];
  readonly refusals?: readonly Refusal[];
}

/** The whole year's dates and people, and the four ways to change them. */
export function PlanPage({ c, answer, faults = [], refusals = [] }: PlanPageProps) {
  const t = planWords(c.language);
  const { plan } = answer;
  const title = t('title', { year: plan.schoolYear.replace('-', '–') });
  return (
    <Layout c={c} title={title} at="plan" live>
      <PageHead title={title} lead={t('lead')}>
        {c.may('run.start') && (
          <a class="ds-button" data-variant="secondary" href={paths.start}>
            {sharedWords(c.language)('nav.start')}
          </a>
        )}
      </PageHead>
      <ErrorSummary c={c} faults={faults} />
      <Refusals c={c} refusals={refusals} />
      <Findings c={c} plan={plan} findings={answer.findings} />
      {plan.phases.map((phase) => (
        <Phase key={phase.id} c={c} answer={answer} phase={phase} />
      ))}
      <OtherDates c={c} answer={answer} />
      {answer.mayChange && <AddTask c={c} answer={answer} />}
    </Layout>
  );
}

function Phase({ c, answer, phase }: { c: PageContext; answer: PlanAnswer; phase: PlannedPhase }) {
  const t = planWords(c.language);
  return (
    <Panel id={`plan-${phase.id}`} title={`${phase.number} ${phase.title[c.language]}`} flush>
      <ul aria-label={t('windows')}>
        {phase.windows.flatMap((window) => {
          const name = window.title?.[c.language] ?? phase.title[c.language];
          return [
            <DateRow
              key={window.opens.key}
              c={c}
              answer={answer}
              title={t('window.opens', { name })}
              date={window.opens}
            />,
            <DateRow
              key={window.closes.key}
              c={c}
              answer={answer}
              title={t('window.closes', { name })}
              date={window.closes}
            />,
          ];
        })}
      </ul>
      <ul aria-label={t('column.task')}>
        {phase.tasks.map((task) => (
          <PlanTask key={task.key} c={c} answer={answer} task={task} />
        ))}
      </ul>
    </Panel>
  );
}

interface DateRowProps {
  readonly c: PageContext;
  readonly answer: PlanAnswer;
  readonly title: string;
  readonly date: PlannedDate;
}

/** A date that is no task's: when a phase opens, when a report is due. */
const DateRow = ({ c, answer, title, date }: DateRowProps) => (
  <li class="plan-task" id={`date-${date.key.replaceAll('.', '-')}`}>
    <span class="soft">{title}</span>
    <PlanDate c={c} date={date} />
    <span />
    {answer.mayChange && (
      <a class="plan-act" href={paths.planChange(date.key)} aria-label={`${planWords(c.language)('change')}: ${title}`}>
        {planWords(c.language)('change')}
      </a>
    )}
  </li>
);

function OtherDates({ c, answer }: { c: PageContext; answer: PlanAnswer }) {
  const { reportingDays, anchors } = answer.plan;
  const dates = [...reportingDays, ...anchors];
  if (dates.length === 0) return null;
  return (
    <Panel id="other-dates" title={planWords(c.language)('other-dates')} flush>
      <ul>
        {dates.map((one) => (
          <DateRow key={one.id} c={c} answer={answer} title={one.title[c.language]} date={one.date} />
        ))}
      </ul>
    </Panel>
  );
}
