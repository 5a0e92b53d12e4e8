import type { PhaseTask, TaskPart } from '#views/answers/phase.ts';
import type { PageContext } from '../../page-context.ts';
import { Cells } from '../../parts/bar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { sharedWords } from '../../parts/words.ts';
import { paths, taskAnchor } from '../../paths.ts';
import { phaseWords } from './words.ts';

const mostNamed = 3;

/** A task each unit or each person does: who is missing, and a tick for each, which can be taken back. */
export function TaskParts({ c, task }: { c: PageContext; task: PhaseTask }) {
  const spread = task.spread;
  if (!spread || task.pace === 'waiting') return null;
  const t = phaseWords(c.language);
  const counted = spread.parts.filter((part) => !part.skipped);
  const missing = counted.filter((part) => !part.done);
  const count = t(`part.${spread.over}`, { n: counted.length - missing.length, m: counted.length });
  const named = missing.slice(0, mostNamed).map((part) => part.name);
  const more = missing.length - named.length;
  const names = [named.join(', '), ...(more > 0 ? [t('lacks.more', { n: more })] : [])].join(' ');
  return (
    <details class="ticks" id={`parts-${taskAnchor(task.taskId)}`}>
      <summary>
        <Cells done={counted.map((part) => part.done)} label={count} />
        <span aria-hidden="true">{count}</span>
        {missing.length > 0 && <span class="lacks">{t('lacks', { names })}</span>}
        <Icon c={c} name="ChevronDown" />
      </summary>
      <ul class="tick-grid" aria-label={t(`part.label.${spread.over}`)}>
        {spread.parts.map((part) => (
          <li key={part.taskId} id={taskAnchor(part.taskId)}>
            <Tick c={c} part={part} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Tick({ c, part }: { c: PageContext; part: TaskPart }) {
  const mark = <Icon c={c} name={part.done ? 'CheckmarkCircleFill' : part.skipped ? 'CircleSlash' : 'Circle'} />;
  const said = part.skipped && <span class="ds-sr-only"> ({sharedWords(c.language)('state.skipped')})</span>;
  if (!part.mayTick) {
    return (
      <span class="tick" data-done={part.done ? '' : undefined}>
        {mark}
        {part.name}
        {said}
      </span>
    );
  }
  return (
    <PostForm c={c} action={part.done || part.skipped ? paths.taskReopen : paths.taskComplete} live>
      <button
        type="submit"
        class="tick"
        id={`tick-${taskAnchor(part.taskId)}`}
        name="task"
        value={part.taskId}
        aria-pressed={part.done ? 'true' : 'false'}
      >
        {mark}
        {part.name}
        {said}
      </button>
    </PostForm>
  );
}
