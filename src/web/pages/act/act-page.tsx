import { partStates } from '#domain/act/act.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Refusal } from '#domain/outcome.ts';
import { numericDate, shortDate } from '#texts/dates.ts';
import type { ActAnswer, ActHead, ActRow } from '#views/answers/act.ts';
import type { PageContext } from '../../page-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { actWords, knowsActWord } from './words.ts';

/** One wish for many youths: how far it has come, whom it did not touch and why, and the way back. */
export function ActPage({ c, act }: { c: PageContext; act: ActAnswer }) {
  const t = actWords(c.language);
  return (
    <Layout c={c} title={titleOf(c, act)} at="youths" live>
      <PageHead
        kicker={
          <a class="ink-link" href={paths.acts}>
            {t('title')}
          </a>
        }
        title={titleOf(c, act)}
        lead={leadOf(c, act)}
      />
      <Progress c={c} act={act} />
      <Numbers c={c} act={act} />
      <Rows c={c} act={act} />
      <Undo c={c} act={act} />
    </Layout>
  );
}

/** `Val: standardbrev`, `Koding: OTUK`. */
export function titleOf(c: PageContext, { kind, because }: ActHead): string {
  const t = actWords(c.language);
  const what = because.choice ?? because.code;
  const key = `to.${what}`;
  return what === undefined ? t(`kind.${kind}`) : `${t(`kind.${kind}`)}: ${knowsActWord(key) ? t(key) : what}`;
}

export function leadOf(c: PageContext, act: ActHead): string {
  const t = actWords(c.language);
  return `${shortDate(c.language, dayOf(act.at))}, ${act.by ?? t('system')} · ${t(`state.${act.state}`)}`;
}

const all = ({ counts }: ActHead): number => partStates.reduce((sum, state) => sum + counts[state], 0);

function Progress({ c, act }: { c: PageContext; act: ActAnswer }) {
  if (act.state !== 'ordered' && act.state !== 'carryingOut') return null;
  const done = all(act) - act.counts.waiting;
  const words = actWords(c.language)('progress', { n: number(c.language, done), of: number(c.language, all(act)) });
  return (
    <div class="act-progress">
      <p>{words}</p>
      <Bar done={done} total={all(act)} pace="open" label={words} />
    </div>
  );
}

function Numbers({ c, act }: { c: PageContext; act: ActAnswer }) {
  const t = actWords(c.language);
  return (
    <nav aria-label={t('numbers')}>
      <ul class="intake-kinds">
        {partStates.map((state) => (
          <li key={state}>
            <a href={paths.act(act.actId, state)} aria-current={act.shown === state ? 'page' : undefined}>
              <b>{number(c.language, act.counts[state])}</b>
              {t(`part.${state}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Rows({ c, act }: { c: PageContext; act: ActAnswer }) {
  const t = actWords(c.language);
  const hidden = act.hidden > 0 && <p class="sub">{t('hidden', { n: number(c.language, act.hidden) })}</p>;
  if (act.rows.length === 0) return <div class="panel">{hidden || <p class="sub">{t(`none.${act.shown}`)}</p>}</div>;
  const saysWhy = act.rows.some(({ why }) => why.length > 0);
  return (
    <>
      <div class="panel" data-flush>
        <div class="table-box">
          <table class="ds-table dense" data-hover data-cards>
            <caption class="ds-sr-only">{t(`part.${act.shown}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.unit')}</th>
                <th scope="col">{t('column.did')}</th>
                {saysWhy && <th scope="col">{t('column.why')}</th>}
              </tr>
            </thead>
            <tbody>
              {act.rows.map((row) => (
                <Row key={row.caseId} c={c} row={row} saysWhy={saysWhy} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      {hidden}
      <Pager
        c={c}
        page={act.page}
        pageSize={act.pageSize}
        total={act.total}
        href={(page) => paths.act(act.actId, act.shown, page)}
      />
    </>
  );
}

function Row({ c, row, saysWhy }: { c: PageContext; row: ActRow; saysWhy: boolean }) {
  const t = actWords(c.language);
  const key = `to.${row.to}`;
  return (
    <tr id={`part-${row.caseId}`}>
      <th scope="row">
        <a href={paths.youth(row.caseId)}>{row.name}</a>
      </th>
      <td data-inline>{row.unit}</td>
      <td data-head={t('column.did')}>
        {t(`did.${row.did}`, { to: knowsActWord(key) ? t(key) : row.to || t('nobody') })}
      </td>
      {saysWhy && <td class="soft">{row.why.map((refusal) => whyWords(c, refusal)).join(' ') || '–'}</td>}
    </tr>
  );
}

/** A reason in the reader's words, its day as days are written. */
export function whyWords(c: PageContext, { code, facts }: Refusal): string {
  const on = parseDay(String(facts?.on ?? ''));
  return c.explain(c.language, code, on === undefined ? facts : { ...facts, on: numericDate(c.language, on) });
}

function Undo({ c, act }: { c: PageContext; act: ActAnswer }) {
  const t = actWords(c.language);
  if (!act.mayUndo) return null;
  return (
    <PostForm c={c} action={paths.actUndo(act.actId)} class="act-undo">
      <p class="sub">{t('undo.what')}</p>
      <button type="submit" class="ds-button" data-variant="secondary">
        {t('undo', { n: number(c.language, act.counts.done) })}
      </button>
    </PostForm>
  );
}
