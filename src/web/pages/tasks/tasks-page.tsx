import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { relative, shortDate } from '#texts/dates.ts';
import type { TaskList } from '#views/answers/phase.ts';
import type { ForwardedReply, TaskRow, TasksAnswer } from '#views/answers/tasks.ts';
import type { PageContext } from '../../page-context.ts';
import { areaPath, DoneIn } from '../../parts/area-link.tsx';
import { Layout } from '../../parts/layout.tsx';
import { listHref } from '../../parts/list-place.ts';
import { Empty } from '../../parts/notices.tsx';
import { insideSentence, listed, number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths, taskAnchor } from '../../paths.ts';
import { inboundWords } from '../inbound/words.ts';
import { Lapsed } from '../phase/lapsed.tsx';
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
      {tasks.replies.length > 0 && tasks.page === 1 && <Replies c={c} tasks={tasks} />}
      {groups.length === 0 && tasks.replies.length === 0 ? (
        <Empty c={c} icon="CheckmarkCircleFill" title={t('empty.title')} text={t(`empty.${tasks.scope}`)} />
      ) : (
        <div class="todo">
          {groups.map((group) => (
            <section key={group.time} aria-labelledby={`time-${group.time}`}>
              <h2 id={`time-${group.time}`}>
                <span class={group.time === 'overdue' ? 'is-late' : undefined}>{t(`time.${group.time}`)}</span>
                <span class="count"> {number(c.language, group.count)}</span>
              </h2>
              <ul class="panel" data-flush>
                {group.rows.map((row) => (
                  <Row key={row.taskId} c={c} tasks={tasks} row={row} />
                ))}
              </ul>
            </section>
          ))}
          {tasks.total > tasks.pageSize && (
            <Pager
              c={c}
              page={tasks.page}
              pageSize={tasks.pageSize}
              total={tasks.total}
              href={(page) => paths.tasks(tasks.scope, page)}
            />
          )}
        </div>
      )}
    </Layout>
  );
}

/** What one's own youths have said, each until somebody has dealt with it; who it is stands on the reply itself. */
function Replies({ c, tasks }: { c: PageContext; tasks: TasksAnswer }) {
  const t = tasksWords(c.language);
  return (
    <div class="todo">
      <section aria-labelledby="replies">
        <h2 id="replies">
          {t('replies')}
          <span class="count"> {tasks.replies.length}</span>
        </h2>
        <ul class="panel" data-flush>
          {tasks.replies.map((reply) => (
            <ReplyRow key={reply.inboundId} c={c} tasks={tasks} reply={reply} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function ReplyRow({ c, tasks, reply }: { c: PageContext; tasks: TasksAnswer; reply: ForwardedReply }) {
  const words = inboundWords(c.language);
  const on = dayOf(reply.at);
  return (
    <li class="todo-row" id={`reply-${reply.inboundId}`}>
      <div class="todo-main">
        <a class="todo-title" href={paths.inbound('forwarded', reply.inboundId)}>
          {words(`says.${reply.says}`)}
        </a>
        <span class="sub block">{words(`channel.${reply.channel}`)}</span>
      </div>
      <div class="todo-people" />
      <div class="todo-due">
        {shortDate(c.language, on)}
        <span class="sub block">{relative(c.language, on, tasks.today)}</span>
      </div>
      <div class="todo-state" />
      <div class="todo-act">
        <PostForm c={c} action={paths.inboundAct(reply.inboundId, 'done')} live>
          <button
            type="submit"
            class="ds-button"
            data-row
            data-variant="secondary"
            aria-label={`${words('done')}: ${words(`says.${reply.says}`)}, ${shortDate(c.language, on)}`}
          >
            {words('done')}
          </button>
        </PostForm>
      </div>
    </li>
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
        <Lapsed c={c} sending={row.lapsedSending} />
        {row.pace !== 'waiting' && <DoneIn c={c} doneIn={row.doneIn} />}
      </div>
      <div class="todo-people">{row.list && <Left c={c} list={row.list} />}</div>
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

function Left({ c, list }: { c: PageContext; list: TaskList }) {
  const href = listHref(c, list.place);
  const count = number(c.language, list.count);
  return (
    <>
      {href === undefined ? <b>{count}</b> : <a href={href}>{count}</a>}{' '}
      {tasksWords(c.language)(`left.${list.place.page}`, { n: list.count })}
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
  const href = areaPath(c, row.doneIn) ?? (row.list && listHref(c, row.list.place));
  if (href === undefined) return null;
  const words = tasksWords(c.language)('open');
  return (
    <a class="ds-button" data-row data-variant="secondary" href={href} aria-label={`${words}: ${title}`}>
      {words}
    </a>
  );
}
