import type { Day } from '#domain/calendar/day.ts';
import { relative, shortDate } from '#texts/dates.ts';
import type { PhaseTask } from '#views/answers/phase.ts';
import type { PageContext } from '../../page-context.ts';
import { DoneIn } from '../../parts/area-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { listHref } from '../../parts/list-place.ts';
import { number } from '../../parts/numbers.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { roleWords, sharedWords } from '../../parts/words.ts';
import { taskAnchor } from '../../paths.ts';
import { TaskLink } from '../year/attention.tsx';
import { Lapsed } from './lapsed.tsx';
import { TaskActs, TaskMore } from './task-acts.tsx';
import { TaskParts } from './task-parts.tsx';
import { phaseWords } from './words.ts';

interface TaskItemProps {
  readonly c: PageContext;
  readonly task: PhaseTask;
  readonly today: Day;
}

/** One line of the checklist: what, when, how it stands, and the one thing to do. */
export function TaskItem({ c, task, today }: TaskItemProps) {
  const open = task.pace !== 'done' && task.pace !== 'skipped';
  return (
    <li class="task" data-state={task.pace} id={taskAnchor(task.taskId)}>
      <span class="task-mark">
        <Icon c={c} name={markOf(task)} />
      </span>
      <div class="task-body">
        <h3 class="task-title">
          {task.title[c.language]}
          {task.optional && <span class="sub"> ({sharedWords(c.language)('optional')})</span>}
        </h3>
        {task.note && <p class="sub">{task.note[c.language]}</p>}
        <Standing c={c} task={task} />
        <Lapsed c={c} sending={task.lapsedSending} />
        {open && task.pace !== 'waiting' && <TaskList c={c} task={task} />}
        {open && task.pace !== 'waiting' && <DoneIn c={c} doneIn={task.doneIn} />}
        <TaskParts c={c} task={task} />
        <TaskMore c={c} task={task} />
      </div>
      <div class="task-due">
        {open && task.due !== undefined && <Due c={c} task={task} due={task.due} today={today} />}
      </div>
      <div class="task-state">
        <StateTag c={c} pace={task.pace} />
      </div>
      <TaskActs c={c} task={task} />
    </li>
  );
}

function markOf(task: PhaseTask) {
  switch (task.pace) {
    case 'done':
      return 'CheckmarkCircleFill';
    case 'skipped':
      return 'CircleSlash';
    case 'waiting':
      return 'PadlockLocked';
    default:
      return 'Circle';
  }
}

function Due({ c, task, due, today }: TaskItemProps & { due: Day }) {
  return (
    <>
      <span class={task.pace === 'late' ? 'is-late' : undefined}>{shortDate(c.language, due)}</span>
      <span class="sub block">
        {task.dueIsForecast ? sharedWords(c.language)('forecast') : relative(c.language, due, today)}
      </span>
    </>
  );
}

/** Who did it, why it was skipped, what it waits for, or who shall do it. */
function Standing({ c, task }: { c: PageContext; task: PhaseTask }) {
  const t = phaseWords(c.language);
  if (task.skipped) {
    const { on, by, reason } = task.skipped;
    return <p class="sub">{t('skipped-by', { day: shortDate(c.language, on), name: by ?? t('system.by'), reason })}</p>;
  }
  if (task.finished) {
    const { on, by, reason } = task.finished;
    const said = t('completed-by', { day: shortDate(c.language, on), name: by ?? t('system.by') });
    return <p class="sub">{reason === undefined ? said : `${said}: ${reason}`}</p>;
  }
  if (task.waitsFor.length > 0) return <WaitsFor c={c} task={task} />;
  const roles = task.roles.map((role) => roleWords(c.language, role));
  const doers = task.bySystem ? [t('by-system')] : [...roles, ...task.people];
  return doers.length === 0 ? null : <p class="sub">{doers.join(', ')}</p>;
}

function WaitsFor({ c, task }: { c: PageContext; task: PhaseTask }) {
  const t = phaseWords(c.language);
  const last = task.waitsFor.length - 1;
  return (
    <p class="task-why">
      <b>{t('cannot-start')}</b>{' '}
      <Sentence
        text={t('waits-for')}
        parts={{
          tasks: task.waitsFor.map((other, index) => (
            <span key={other.taskId}>
              {index > 0 && (index === last ? ` ${sharedWords(c.language)('and')} ` : ', ')}
              <TaskLink c={c} task={other} inside />
            </span>
          )),
        }}
      />
    </p>
  );
}

/** What is left of a task that closes itself, with the list behind the number. */
function TaskList({ c, task }: { c: PageContext; task: PhaseTask }) {
  if (!task.list) return null;
  const t = phaseWords(c.language);
  const { count, hidden, place } = task.list;
  const left = t('left', { n: number(c.language, count) });
  const href = listHref(c, place);
  return (
    <p class="sub">
      {href === undefined ? (
        left
      ) : (
        <a class="ink-link" href={href}>
          {left}
        </a>
      )}
      {hidden > 0 && ` ${t('left.hidden', { n: number(c.language, hidden) })}`}
    </p>
  );
}
