import { relative, shortDate } from '#texts/dates.ts';
import type { TaskRow, TasksAnswer } from '#views/answers/tasks.ts';
import type { PageContext } from '../../page-context.ts';
import { areaPath, DoneIn } from '../../parts/area-link.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { insideSentence, listed, number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths, taskAnchor } from '../../paths.ts';
import { phaseWords } from '../phase/words.ts';
import { tasksWords } from './words.ts';

/** What one has to do, by when. */
export function TasksPage({ c, tasks }: { c: PageContext; tasks: TasksAnswer }) {
  const t = tasksWords(c.language);
  const groups = tasks.groups.filter((group) => group.rows.length > 0);
  return (
    <Layout c={c} title={t('title')} at="tasks" live>
      <PageHead
        title={t('title')}
        lead={tasks.units.length === 0 ? t('lead.no-unit') : t('lead', { units: listed(c.language, tasks.units) })}
      >
        <Scopes c={c} tasks={tasks} />
      </PageHead>
      {groups.length === 0 ? (
        <Empty c={c} icon="CheckmarkCircleFill" title={t('empty.title')} text={t(`empty.${tasks.scope}`)} />
      ) : (
        <div class="todo">
          {groups.map((group) => (
            <section key={group.time} aria-labelledby={`time-${group.time}`}>
              <h2 id={`time-${group.time}`}>
                <span class={group.time === 'overdue' ? 'is-late' : undefined}>{t(`time.${group.time}`)}</span>
                <span class="count"> {group.rows.length}</span>
              </h2>
              <ul class="panel" data-flush>
                {group.rows.map((row) => (
                  <Row key={row.taskId} c={c} tasks={tasks} row={row} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Layout>
  );
}

function Scopes({ c, tasks }: { c: PageContext; tasks: TasksAnswer }) {
  const t = tasksWords(c.language);
  return (
    <nav class="seg" data-size="lg" aria-label={t('scope')}>
      {tasks.scopes.map(({ scope, count }) => (
        <a key={scope} href={paths.tasks(scope)} aria-current={scope === tasks.scope ? 'page' : undefined}>
          {t(`scope.${scope}`)} <span class="count">{number(c.language, count)}</span>
        </a>
      ))}
    </nav>
  );
}

function Row({ c, tasks, row }: { c: PageContext; tasks: TasksAnswer; row: TaskRow }) {
  const t = tasksWords(c.language);
  const waitsFor = row.waitsFor.map((other) => insideSentence(other.title[c.language]));
  const where = [
    `${row.phaseNumber} ${row.phaseShort[c.language]}`,
    row.part ?? t('whole-county'),
    ...(waitsFor.length > 0 ? [t('waits-for', { tasks: listed(c.language, waitsFor) })] : []),
  ];
  return (
    <li class="todo-row" data-state={row.pace} id={taskAnchor(row.taskId)}>
      <div class="todo-main">
        <a class="todo-title" href={paths.phase(row.phaseId, row.taskId)}>
          {row.title[c.language]}
        </a>
        <span class="sub block">{where.join(' · ')}</span>
        {row.pace !== 'waiting' && <DoneIn c={c} doneIn={row.doneIn} />}
      </div>
      <div class="todo-people">{row.list && <Youths c={c} row={row} />}</div>
      <div class="todo-due">
        {row.due !== undefined && (
          <>
            <span class={row.pace === 'late' ? 'is-late' : undefined}>{shortDate(c.language, row.due)}</span>
            <span class="sub block">{relative(c.language, row.due, tasks.today)}</span>
          </>
        )}
      </div>
      <div class="todo-state">
        <StateTag c={c} pace={row.pace} />
      </div>
      <div class="todo-act">{row.pace !== 'waiting' && <Act c={c} row={row} />}</div>
    </li>
  );
}

function Youths({ c, row }: { c: PageContext; row: TaskRow }) {
  if (!row.list) return null;
  const count = number(c.language, row.list.count);
  return (
    <>
      {c.may('youths.see') ? <a href={paths.youths(row.list.list)}>{count}</a> : <b>{count}</b>}{' '}
      {phaseWords(c.language)('youths', { n: row.list.count })}
    </>
  );
}

function Act({ c, row }: { c: PageContext; row: TaskRow }) {
  const title = row.title[c.language];
  if (row.mayComplete) {
    const words = phaseWords(c.language)('complete');
    return (
      <PostForm c={c} action={paths.taskComplete} live>
        <input type="hidden" name="task" value={row.taskId} />
        <button type="submit" class="ds-button" data-row data-variant="secondary" aria-label={`${words}: ${title}`}>
          {words}
        </button>
      </PostForm>
    );
  }
  const list = row.list && c.may('youths.see') ? paths.youths(row.list.list) : undefined;
  const href = areaPath(c, row.doneIn) ?? list;
  if (href === undefined) return null;
  const words = tasksWords(c.language)('open');
  return (
    <a class="ds-button" data-row data-variant="secondary" href={href} aria-label={`${words}: ${title}`}>
      {words}
    </a>
  );
}
