import type { PlannedDate, PlannedTask } from '#domain/plan/plan.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { planWords } from './words.ts';

const slug = (key: string): string => key.replaceAll(/[^\w-]/g, '-');

/** Asks first: the next page shows what else moves. */
export function MoveForm({ c, answer, date }: { c: PageContext; answer: PlanAnswer; date: PlannedDate }) {
  const t = planWords(c.language);
  const { span } = answer.plan;
  return (
    <form method="get" action={paths.planMove()}>
      <input type="hidden" name="key" value={date.key} />
      <DateField
        c={c}
        id={`to-${slug(date.key)}`}
        name="to"
        label={t('move.to')}
        value={date.day}
        min={span.from}
        max={span.to}
        required
      />
      <div>
        <button type="submit" class="ds-button" data-row data-variant="secondary">
          {t('move.show')}
        </button>
      </div>
    </form>
  );
}

export function ReassignForm({ c, answer, task }: { c: PageContext; answer: PlanAnswer; task: PlannedTask }) {
  const t = planWords(c.language);
  const id = slug(task.key);
  return (
    <PostForm c={c} action={paths.planReassign} live>
      <input type="hidden" name="task" value={task.key} />
      <SelectField
        c={c}
        id={`staff-${id}`}
        name="staff"
        label={t('reassign.to')}
        options={answer.staff}
        chosen={task.instances[0]?.staff}
      />
      <TextField c={c} id={`why-who-${id}`} name="reason" label={t('reassign.reason')} required />
      <div>
        <button type="submit" class="ds-button" data-row data-variant="secondary">
          {t('reassign.do')}
        </button>
      </div>
    </PostForm>
  );
}

export function SkipForm({ c, task }: { c: PageContext; task: PlannedTask }) {
  const t = planWords(c.language);
  return (
    <PostForm c={c} action={paths.planSkip} live>
      <input type="hidden" name="task" value={task.key} />
      <TextField c={c} id={`why-skip-${slug(task.key)}`} name="reason" label={t('skip.reason')} required />
      <div>
        <button type="submit" class="ds-button" data-row data-variant="secondary" data-color="neutral">
          {t('skip.do')}
        </button>
      </div>
    </PostForm>
  );
}
