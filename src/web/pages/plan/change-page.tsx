import type { PlannedDate, PlannedTask } from '#domain/plan/plan.ts';
import { datesOf } from '#domain/plan/plan-dates.ts';
import { withWeek } from '#texts/dates.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { roleWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { MoveForm, ReassignForm, SkipForm } from './change-forms.tsx';
import { titlesOf } from './findings.tsx';
import { planWords } from './words.ts';

/** One date of the plan and, where it is a task's, the task. */
export interface Changeable {
  readonly date: PlannedDate;
  readonly task: PlannedTask | undefined;
}

/** What a key of the plan names; undefined when nothing in the plan has it. */
export function changeableIn({ plan }: PlanAnswer, key: string): Changeable | undefined {
  const date = datesOf(plan).get(key);
  const task = plan.phases.flatMap((phase) => phase.tasks).find((one) => one.key === key);
  return date && { date, task };
}

interface ChangePageProps {
  readonly c: PageContext;
  readonly answer: PlanAnswer;
  readonly what: Changeable;
}

/** The three ways to change one task: when, who, not at all. */
export function ChangePage({ c, answer, what }: ChangePageProps) {
  const t = planWords(c.language);
  const { date, task } = what;
  const title = titlesOf(c, answer.plan)(date.key);
  return (
    <Layout c={c} title={title} at="plan">
      <PageHead
        kicker={
          <a class="ink-link" href={paths.plan}>
            {sharedWords(c.language)('nav.plan')}
          </a>
        }
        title={title}
        lead={[withWeek(c.language, date.day), ...(task ? [roleWords(c.language, task.role)] : [])].join(' · ')}
      />
      <div class="plan-change">
        <Panel id="move" title={t('move')}>
          <MoveForm c={c} answer={answer} date={date} />
        </Panel>
        {task && (
          <Panel id="reassign" title={t('reassign')}>
            <ReassignForm c={c} answer={answer} task={task} />
          </Panel>
        )}
        {task && (
          <Panel id="skip" title={t('skip')}>
            <SkipForm c={c} task={task} />
          </Panel>
        )}
      </div>
    </Layout>
  );
}
