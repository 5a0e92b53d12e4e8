import type { PhaseTask } from '#views/answers/phase.ts';
import type { PageContext } from '../../page-context.ts';
import { TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths, taskAnchor } from '../../paths.ts';
import { phaseWords } from './words.ts';

/** The one button of the line; a task that many do is ticked part by part instead. */
export function TaskActs({ c, task }: { c: PageContext; task: PhaseTask }) {
  const t = phaseWords(c.language);
  const title = task.title[c.language];
  if (task.mayReopen && (task.pace === 'done' || task.pace === 'skipped')) {
    return (
      <PostForm c={c} action={paths.taskReopen} class="task-acts" live>
        <input type="hidden" name="task" value={task.taskId} />
        <button
          type="submit"
          class="ds-button"
          data-row
          data-variant="tertiary"
          data-color="neutral"
          aria-label={`${t('reopen')}: ${title}`}
        >
          {t('reopen')}
        </button>
      </PostForm>
    );
  }
  if (!task.mayComplete || task.pace === 'waiting' || task.spread) return <div class="task-acts" />;
  return (
    <PostForm c={c} action={paths.taskComplete} class="task-acts" live>
      <input type="hidden" name="task" value={task.taskId} />
      <button
        type="submit"
        class="ds-button"
        data-row
        data-variant="secondary"
        aria-label={`${t('complete')}: ${title}`}
      >
        {t('complete')}
      </button>
    </PostForm>
  );
}

/** Skipping needs a reason, and so does saying that a task which closes itself is done: a fold away. */
export function TaskMore({ c, task }: { c: PageContext; task: PhaseTask }) {
  if (!task.maySkip) return null;
  const t = phaseWords(c.language);
  const words = t(task.mayOverride ? 'override' : 'skip');
  const id = `skip-${taskAnchor(task.taskId)}`;
  return (
    <details class="fold task-more" id={id}>
      <summary aria-label={`${words}: ${task.title[c.language]}`}>{words}</summary>
      <PostForm c={c} action={paths.taskSkip} live>
        <input type="hidden" name="task" value={task.taskId} />
        <TextField
          c={c}
          id={`${id}-reason`}
          name="reason"
          label={t(task.mayOverride ? 'override.why' : 'skip.why')}
          required
        />
        <div>
          <button type="submit" class="ds-button" data-row data-variant="secondary" data-color="neutral">
            {t('skip.do')}
          </button>
          {task.mayOverride && (
            <button
              type="submit"
              class="ds-button"
              data-row
              data-variant="tertiary"
              data-color="neutral"
              formaction={paths.taskComplete}
            >
              {t('override.do')}
            </button>
          )}
        </div>
      </PostForm>
    </details>
  );
}
