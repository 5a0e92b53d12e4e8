import type { BoardAnswer } from '#views/answers/assignment.ts';
import type { YouthRow } from '#views/answers/youths.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Empty } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { youthsWords } from '../youths/words.ts';
import { assignmentWords } from './words.ts';

interface BoardProps {
  readonly c: PageContext;
  readonly board: BoardAnswer;
}

/** The youths of whoever is chosen, and how they shall be shared out: those ticked, or all of them where none is. */
export function ShareForm({ c, board }: BoardProps) {
  const t = assignmentWords(c.language);
  const { from } = board;
  const title = from === undefined ? t('list.nobody') : t('list.of', { name: from.name });
  const hidden = board.hidden > 0 && (
    <p class="sub share-hidden">{t('hidden', { n: number(c.language, board.hidden) })}</p>
  );
  if (board.rows.length === 0 && (from === undefined || from.tasks === 0))
    return (
      <div class="panel">
        <Empty c={c} icon="CheckmarkCircleFill" title={t('empty.title')} text={t(from ? 'empty.of' : 'empty.nobody')} />
        {hidden}
      </div>
    );
  return (
    <PostForm c={c} action={paths.assignmentPreview} id="share" label={title}>
      <input type="hidden" name="from" value={from?.staffId ?? ''} />
      <input type="hidden" name="unit" value={board.unit ?? ''} />
      <section class="panel" data-flush aria-labelledby="share-title">
        <header class="panel-head">
          <h2 id="share-title">{title}</h2>
          <span class="sub">{t('list.count', { n: number(c.language, board.total) })}</span>
        </header>
        {board.rows.length > 0 && <Youths c={c} rows={board.rows} caption={title} />}
        {hidden}
      </section>
      <Ways c={c} board={board} />
      {board.total > board.pageSize && (
        <Pager
          c={c}
          page={board.page}
          pageSize={board.pageSize}
          total={board.total}
          href={(page) => paths.assignment({ unit: board.unit, from: from?.staffId, page })}
        />
      )}
    </PostForm>
  );
}

function Youths({ c, rows, caption }: { c: PageContext; rows: readonly YouthRow[]; caption: string }) {
  const t = youthsWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-hover data-cards>
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="tick-box">
              <input class="ds-input" type="checkbox" data-tick-page aria-label={t('select-page')} />
            </th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col" class="number">
              {t('column.age')}
            </th>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.code')}</th>
            <th scope="col">{t('column.transfer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId} id={`case-${row.caseId}`}>
              <td class="tick-box">
                <input
                  class="ds-input"
                  type="checkbox"
                  name="case"
                  id={`tick-${row.caseId}`}
                  value={row.caseId}
                  aria-label={t('select', { name: row.name })}
                />
              </td>
              <th scope="row">
                <a href={paths.youth(row.caseId)}>{row.name}</a>
              </th>
              <td class="number" data-inline>
                {row.age}
              </td>
              <td data-inline>{row.unit}</td>
              <td>
                {row.code === undefined ? <span class="missing">{t('not-coded')}</span> : <CodeTag code={row.code} />}
              </td>
              <td data-head={t('column.transfer')}>{row.transfer ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Ways({ c, board }: BoardProps) {
  const t = assignmentWords(c.language);
  const { from } = board;
  const all = number(c.language, board.total);
  const ways = [
    { id: 'evenly', name: t('way.evenly') },
    ...(board.rules > 0 ? [{ id: 'rules', name: t('way.rules', { n: number(c.language, board.rules) }) }] : []),
    ...board.targets.filter(({ id }) => id !== from?.staffId).map(({ id, name }) => ({ id: `to:${id}`, name })),
  ];
  return (
    <div class="share" id="bulk">
      <p class="share-count">
        <span data-count data-pattern={t('ticked')} />
        <span class="sub"> {t('ticked.none', { n: all })}</span>
      </p>
      <SelectField c={c} id="way" name="way" label={t('way')} options={ways} chosen="evenly" />
      {from !== undefined && from.tasks > 0 && (
        <label class="option" for="with-tasks">
          <input class="ds-input" type="checkbox" id="with-tasks" name="tasks" value="1" checked />
          {t('with-tasks', { n: number(c.language, from.tasks) })}
        </label>
      )}
      <button type="submit" class="ds-button">
        <Icon c={c} name="PersonCheckmark" />
        {t('preview.do')}
      </button>
    </div>
  );
}
