import type { Day } from '#domain/calendar/day.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { ChangedPlan } from '#domain/plan/change-plan.ts';
import type { Difference } from '#domain/plan/what-moves.ts';
import { shortDate, withWeek } from '#texts/dates.ts';
import type { PlanAnswer } from '#views/answers/plan.ts';
import type { PageContext } from '../../page-context.ts';
import { TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Notice, Refusals } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { Findings, titlesOf } from './findings.tsx';
import { planWords } from './words.ts';

export interface MovePageProps {
  readonly c: PageContext;
  readonly answer: PlanAnswer;
  readonly dateKey: string;
  readonly to: Day;
  readonly changed: ChangedPlan;
  readonly refusals?: readonly Refusal[];
}

type Moved = Extract<Difference, { kind: 'date' }>;

/** What moving one date would do, before it is done; the number stands in the button. */
export function MovePage({ c, answer, dateKey, to, changed, refusals = [] }: MovePageProps) {
  const t = planWords(c.language);
  const titleOf = titlesOf(c, changed.plan);
  const moves = changed.moves.filter((move): move is Moved => move.kind === 'date');
  const own = moves.find(({ key }) => key === dateKey);
  const others = moves.filter(({ key }) => key !== dateKey);
  const hasErrors = changed.newFindings.some(({ severity }) => severity === 'error');
  const title = t('move.title', { task: titleOf(dateKey) });
  return (
    <Layout c={c} title={title} at="plan">
      <PageHead
        kicker={
          <a class="ink-link" href={paths.plan}>
            {sharedWords(c.language)('nav.plan')}
          </a>
        }
        title={title}
        lead={
          own === undefined
            ? t('move.nothing')
            : t('move.lead', { from: withWeek(c.language, own.from), to: withWeek(c.language, own.to) })
        }
      />
      <Refusals c={c} refusals={refusals} />
      {hasErrors && <Notice c={c} tone="late" icon="XMarkOctagonFill" title={t('move.refused')} />}
      <Panel id="moves" title={t('move.others')} flush>
        {others.length === 0 ? (
          <p class="empty soft">{t('move.alone')}</p>
        ) : (
          <Moves c={c} moves={others} titleOf={titleOf} />
        )}
      </Panel>
      {changed.newFindings.length > 0 && <Findings c={c} plan={changed.plan} findings={changed.newFindings} />}
      {answer.mayChange && own !== undefined && !hasErrors && (
        <Panel id="decide">
          <PostForm c={c} action={paths.planMove()} class="form">
            <input type="hidden" name="key" value={dateKey} />
            <input type="hidden" name="to" value={to} />
            <TextField c={c} id="reason" name="reason" label={t('move.reason')} required />
            <div class="form-acts">
              <button type="submit" class="ds-button" data-main>
                {moves.length === 1 ? t('move.do-one') : t('move.do', { n: moves.length })}
              </button>
              <a class="ds-button" data-variant="tertiary" href={paths.plan}>
                {sharedWords(c.language)('cancel')}
              </a>
            </div>
          </PostForm>
        </Panel>
      )}
    </Layout>
  );
}

function Moves({ c, moves, titleOf }: { c: PageContext; moves: readonly Moved[]; titleOf: (key: string) => string }) {
  const t = planWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense" data-cards>
        <caption class="ds-sr-only">{t('move.others')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.task')}</th>
            <th scope="col">{t('move.column.from')}</th>
            <th scope="col">{t('move.column.to')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.key}>
              <th scope="row">{titleOf(move.key)}</th>
              <td class="soft" data-head={t('move.column.from')}>
                {shortDate(c.language, move.from)}
              </td>
              <td data-head={t('move.column.to')}>
                {shortDate(c.language, move.to)}
                {move.forecast && <span class="sub"> {sharedWords(c.language)('forecast')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
