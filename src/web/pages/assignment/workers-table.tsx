import { shortDate } from '#texts/dates.ts';
import type { BoardAnswer, BoardWorker, Load } from '#views/answers/assignment.ts';
import type { PageContext } from '../../page-context.ts';
import { number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { paths } from '../../paths.ts';
import { assignmentWords } from './words.ts';

interface BoardProps {
  readonly c: PageContext;
  readonly board: BoardAnswer;
}

const kinds = ['uncoded', 'unknown', 'followUp', 'inActivity'] as const;

/** What each has; the number is a link to the youths it counts. */
export function WorkersTable({ c, board }: BoardProps) {
  const t = assignmentWords(c.language);
  return (
    <Panel id="workers" title={t('workers')} flush>
      <div class="table-box">
        <table class="ds-table dense share-table" data-hover data-cards>
          <caption class="ds-sr-only">{t('workers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col" class="number">
                {t('column.open')}
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" class="number">
                  {t(`column.${kind}`)}
                </th>
              ))}
              <th scope="col" class="number">
                {t('column.tasks')}
              </th>
              <th scope="col">{t('column.place')}</th>
            </tr>
          </thead>
          <tbody>
            <tr id="worker-none" data-chosen={board.from === undefined ? '' : undefined}>
              <th scope="row">
                <a
                  href={paths.assignment({ unit: board.unit })}
                  aria-current={board.from === undefined ? 'true' : undefined}
                >
                  {t('nobody')}
                </a>
              </th>
              <Loads c={c} load={board.unassigned} />
              <td class="number" data-head={t('column.tasks')} />
              <td />
            </tr>
            {board.workers.map((worker) => (
              <WorkerRow key={worker.staffId} c={c} board={board} worker={worker} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function WorkerRow({ c, board, worker }: BoardProps & { worker: BoardWorker }) {
  const t = assignmentWords(c.language);
  const { staffId, name, units, load, tasksDue, away } = worker;
  const chosen = board.from?.staffId === staffId;
  return (
    <tr id={`worker-${staffId}`} data-chosen={chosen ? '' : undefined}>
      <th scope="row">
        <a href={paths.assignment({ unit: board.unit, from: staffId })} aria-current={chosen ? 'true' : undefined}>
          {name}
        </a>
        {away && (
          <span class="sub block">
            {t('away', { to: shortDate(c.language, away.to), substitute: away.substitute })}
          </span>
        )}
      </th>
      <Loads c={c} load={load} />
      <td class="number" data-head={t('column.tasks')}>
        {number(c.language, tasksDue)}
      </td>
      <td class="soft">{units.join(', ')}</td>
    </tr>
  );
}

function Loads({ c, load }: { c: PageContext; load: Load }) {
  const t = assignmentWords(c.language);
  return (
    <>
      <td class="number" data-head={t('column.open')}>
        <b>{number(c.language, load.open)}</b>
      </td>
      {kinds.map((kind) => (
        <td key={kind} class="number" data-head={t(`column.${kind}`)}>
          {number(c.language, load[kind])}
        </td>
      ))}
    </>
  );
}
