import type { PlannedDate, PlannedTask } from '#domain/plan/plan.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { planWords } from './words.ts';

/** Asks first: the next page shows what else moves. */
export function MoveForm({ c, answer, date }: { c: PageContext; answer: PlanAnswer; date: PlannedDate }) {
  const t = planWords(c.language);
  const { span } = answer.plan;
  return (
    <form class="form" method="get" action={paths.planMove()}>
      <input type="hidden" name="key" value={date.key} />
      <DateField c={c} id="to" name="to" label={t('move.to')} value={date.day} min={span.from} max={span.to} required />
      <div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('move.show')}
        </button>
      </div>
    </form>
  );
}

export function ReassignForm({ c, answer, task }: { c: PageContext; answer: PlanAnswer; task: PlannedTask }) {
  const t = planWords(c.language);
  return (
    <PostForm c={c} action={paths.planReassign} class="form">
      <input type="hidden" name="task" value={task.key} />
      <SelectField
        c={c}
        id="staff"
        name="staff"
        label={t('reassign.to')}
        options={answer.staff}
        chosen={task.instances[0]?.staff}
      />
      <TextField c={c} id="why-who" name="reason" label={t('reassign.reason')} required />
      <div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('reassign.do')}
        </button>
      </div>
    </PostForm>
  );
}

export function SkipForm({ c, task }: { c: PageContext; task: PlannedTask }) {
  const t = planWords(c.language);
  return (
    <PostForm c={c} action={paths.planSkip} class="form">
      <input type="hidden" name="task" value={task.key} />
      <TextField c={c} id="why-skip" name="reason" label={t('skip.reason')} required />
      <div>
        <button type="submit" class="ds-button" data-variant="secondary" data-color="neutral">
          {t('skip.do')}
        </button>
      </div>
    </PostForm>
  );
}
