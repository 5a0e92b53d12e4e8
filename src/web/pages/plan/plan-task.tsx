import type { Plan, PlannedTask } from '#domain/plan/plan.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { roleWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { PlanDate } from './plan-date.tsx';
import { planWords } from './words.ts';

const planTaskAnchor = (key: string): string => `plan-task-${key.replaceAll(/[^\w-]/g, '-')}`;

export function PlanTask({ c, answer, task }: { c: PageContext; answer: PlanAnswer; task: PlannedTask }) {
  const t = planWords(c.language);
  const id = planTaskAnchor(task.key);
  return (
    <li class="plan-task" id={id} data-state={task.skipped === undefined ? undefined : 'skipped'}>
      <span>
        <span class="plan-title">{task.title[c.language]}</span>
        {partOfYear(c, answer.plan, task)}
        {!task.required && <span class="sub"> ({sharedWords(c.language)('optional')})</span>}
        {task.skipped !== undefined && <span class="sub block">{t('skipped', { reason: task.skipped })}</span>}
      </span>
      <PlanDate c={c} date={task.due} />
      <span>
        {roleWords(c.language, task.role)}
        <span class="sub block">{whoDoes(c, answer, task)}</span>
      </span>
      {answer.mayChange && task.skipped === undefined && (
        <a class="plan-act" href={paths.planChange(task.key)} aria-label={`${t('change')}: ${task.title[c.language]}`}>
          {t('change')}
        </a>
      )}
    </li>
  );
}

/** Which track or window, where the same task comes once for each and its title does not say. */
export function partOfYear(c: PageContext, plan: Plan, task: PlannedTask) {
  const track = plan.tracks.find(({ id }) => id === task.track);
  const window = plan.phases
    .find(({ id }) => id === task.phase)
    ?.windows.find(({ id }) => task.window !== undefined && id === task.window);
  const name = track?.title ?? window?.title;
  if (name === undefined || task.title[c.language].endsWith(name[c.language])) return null;
  return <span class="sub"> {name[c.language]}</span>;
}

/** The one person, or how many parts it has. */
function whoDoes(c: PageContext, answer: PlanAnswer, task: PlannedTask): string {
  const [only, ...others] = task.instances;
  if (only === undefined) return '–';
  if (others.length > 0) return planWords(c.language)('task.parts', { n: task.instances.length });
  return answer.staff.find(({ id }) => id === only.staff)?.name ?? '';
}
