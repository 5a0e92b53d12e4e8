import { shortDate } from '#texts/dates.ts';
import { type CheckListAnswer, type CheckShow, checkShows } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { Layout } from '../../parts/layout.tsx';
import { Empty, Notice } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { PairPanel } from './pair-panel.tsx';
import { RowsTable } from './rows-table.tsx';
import { checkWords, listName, plainDate } from './words.ts';

/** One list: pairs side by side, decided by key and accepted a page at a time; and the rows that are nobody's. */
export function CheckListPage({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  return (
    <Layout c={c} title={listName(c, list)} at="youths" live>
      <YouthAreas c={c} at="cross-check" />
      <PageHead
        kicker={
          <a class="ink-link" href={paths.crossCheck}>
            {t('title')}
          </a>
        }
        title={listName(c, list)}
        lead={leadOf(c, list)}
      />
      <Remarks c={c} list={list} />
      <Shows c={c} list={list} />
      {list.mayAct && list.pairs.length > 0 && <AcceptPage c={c} list={list} />}
      {list.hidden > 0 && <p class="sub">{t('hidden', { n: number(c.language, list.hidden) })}</p>}
      <Shown c={c} list={list} />
      <Pager
        c={c}
        page={list.page}
        pageSize={list.pageSize}
        total={list.counts[list.shown]}
        href={(page) => paths.checkList(list.listId, list.shown, page)}
      />
      {list.mayAct && <Again c={c} list={list} />}
    </Layout>
  );
}

function leadOf(c: PageContext, list: CheckListAnswer): string {
  const t = checkWords(c.language);
  const received = t('received-by', {
    format: list.format.toUpperCase(),
    day: shortDate(c.language, list.received),
    name: list.by ?? t('system'),
    matched: shortDate(c.language, list.matched),
    size: number(c.language, list.registerSize),
  });
  if (!list.window) return received;
  const [from, to] = [plainDate(list.window.from), plainDate(list.window.to)];
  return `${received} · ${t('window', { from, to })}`;
}

function Remarks({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  const said = [
    ...list.notes.map((note) => c.explain(c.language, note.code, note.facts)),
    ...list.faults.map(({ place, found, code, facts }) => `${place}: ${found} – ${c.explain(c.language, code, facts)}`),
  ];
  if (said.length === 0) return null;
  return (
    <Notice c={c} tone="risk" icon="ExclamationmarkTriangleFill" title={t('remarks.title')}>
      <ul>
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}

const always: readonly CheckShow[] = ['waiting', 'undecided', 'special', 'none', 'outside'];

/** Those one works through first stand first; what is empty and seldom is left out. */
function Shows({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  return (
    <nav class="views" aria-label={t('shows')}>
      <ul>
        {[...always, ...checkShows.filter((show) => !always.includes(show))]
          .filter((show) => always.includes(show) || show === list.shown || list.counts[show] > 0)
          .map((show) => (
            <li key={show}>
              <a href={paths.checkList(list.listId, show)} aria-current={show === list.shown ? 'page' : undefined}>
                {t(`show.${show}`)} <span class="soft">{number(c.language, list.counts[show])}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The number stands in the button: that is what happens. */
function AcceptPage({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  const ready = list.pairs.filter(({ state, otherCodes }) => state === 'waiting' && otherCodes.length === 0);
  return (
    <div class="check-acts">
      {ready.length > 0 && (
        <PostForm c={c} action={paths.checkAccept(list.listId)}>
          {ready.map(({ pairId }) => (
            <input key={pairId} type="hidden" name="pair" value={pairId} />
          ))}
          <button type="submit" class="ds-button" data-main data-key="a">
            {t('accept.page', { n: number(c.language, ready.length) })}
          </button>
        </PostForm>
      )}
      <div>
        {ready.length > 0 && <p class="sub">{t('accept.note')}</p>}
        {c.keys && <p class="sub">{t('keys')}</p>}
      </div>
    </div>
  );
}

function Shown({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  if (list.rows.length > 0) return <RowsTable c={c} list={list} />;
  if (list.pairs.length === 0)
    return <Empty c={c} icon="MagnifyingGlass" title={t('empty.title')} text={t('empty.text')} />;
  return (
    <div class="pairs">
      {list.pairs.map((pair) => (
        <PairPanel key={pair.pairId} c={c} pair={pair} listId={list.listId} mayAct={list.mayAct} />
      ))}
    </div>
  );
}

function Again({ c, list }: { c: PageContext; list: CheckListAnswer }) {
  const t = checkWords(c.language);
  return (
    <PostForm c={c} action={paths.checkAgain(list.listId)} class="check-again">
      <button type="submit" class="ds-button" data-variant="secondary">
        {t('again')}
      </button>
      <p class="sub">{t('again.why', { day: shortDate(c.language, list.matched) })}</p>
    </PostForm>
  );
}
