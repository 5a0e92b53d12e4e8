import type { Refusal } from '#domain/outcome.ts';
import { relative, shortDate } from '#texts/dates.ts';
import { type OwnAnswer, type OwnTrack, ownStates } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty, Refusals } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { Consequences } from './consequences.tsx';
import { OwnBar } from './own-bar.tsx';
import { OwnTable } from './own-table.tsx';
import { ownWords } from './words.ts';

interface OwnPageProps {
  readonly c: PageContext;
  readonly own: OwnAnswer;
  readonly whole?: boolean;
  readonly refusals?: readonly Refusal[];
}

/** A caseworker's list in autumn: one row a youth, one explicit choice for each. */
export function OwnPage({ c, own, whole = false, refusals = [] }: OwnPageProps) {
  const t = ownWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="own" />
      <PageHead title={t('title')} lead={t('lead')}>
        <p class="own-links">
          <a class="text-link" href={paths.cleaning()}>
            {t('cleaning')}
          </a>
          <a class="text-link" href={paths.acts}>
            {t('acts')}
          </a>
        </p>
      </PageHead>
      <Refusals c={c} refusals={refusals} />
      <Tracks c={c} own={own} />
      <Whose c={c} own={own} />
      <States c={c} own={own} />
      <Consequences c={c} own={own} />
      {own.rows.length === 0 ? (
        <div class="panel">
          <Empty c={c} icon="CheckmarkCircleFill" title={t(`empty.${own.filter.state}`)} text={t('empty')} />
        </div>
      ) : (
        <div class="own">
          {own.mayChoose && (
            <PostForm c={c} action={paths.ownChoose} id="one" label={t('choose')} live children={null} />
          )}
          <div class="panel" data-flush>
            <OwnTable c={c} own={own} whole={whole} />
          </div>
          {own.mayChoose && <OwnBar c={c} own={own} whole={whole} />}
          <Pager
            c={c}
            page={own.page}
            pageSize={own.pageSize}
            total={own.total}
            href={(page) => paths.own({ ...own.filter, page })}
          />
        </div>
      )}
    </Layout>
  );
}

/** Per track how many wait, and the day by which nobody shall. */
function Tracks({ c, own }: { c: PageContext; own: OwnAnswer }) {
  const t = ownWords(c.language);
  const { page: _, track: __, ...filter } = own.filter;
  return (
    <nav class="views own-tracks" aria-label={t('tracks')}>
      <ul>
        {own.tracks.map((track) => (
          <li key={track.id}>
            <a
              href={paths.own({ ...filter, track: track.id })}
              aria-current={track.id === own.filter.track ? 'page' : undefined}
            >
              {track.title[c.language]}
              <span class="count">{number(c.language, track.counts.waiting)}</span>
              <small class={isLate(own, track) ? 'is-late' : undefined}>{deadlineWords(c, own, track)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isLate = (own: OwnAnswer, { chooseBy, counts }: OwnTrack): boolean =>
  chooseBy !== undefined && chooseBy < own.today && counts.waiting > 0;

function deadlineWords(c: PageContext, own: OwnAnswer, { chooseBy, counts }: OwnTrack): string {
  const t = ownWords(c.language);
  if (chooseBy === undefined) return t('all-year');
  const day = shortDate(c.language, chooseBy);
  if (ownStates.every((state) => counts[state] === 0)) return t('deadline.none', { day });
  if (counts.waiting === 0) return t('deadline.done');
  return t('deadline', { day, left: relative(c.language, chooseBy, own.today) });
}

function States({ c, own }: { c: PageContext; own: OwnAnswer }) {
  const t = ownWords(c.language);
  const { page: _, state: __, ...filter } = own.filter;
  const counts = own.tracks.find(({ id }) => id === own.filter.track)?.counts;
  return (
    <nav class="seg own-states" aria-label={t('states')}>
      {ownStates.map((state) => (
        <a
          key={state}
          href={paths.own({ ...filter, state })}
          aria-current={state === own.filter.state ? 'page' : undefined}
        >
          {t(`state.${state}`)} <span class="count">{number(c.language, counts?.[state] ?? 0)}</span>
        </a>
      ))}
    </nav>
  );
}

/** The own list by default; a leader or a substitute looks at another's. */
function Whose({ c, own }: { c: PageContext; own: OwnAnswer }) {
  const t = ownWords(c.language);
  const { filter } = own;
  const all = sharedWords(c.language)('all');
  const others = [{ id: 'all', name: t('whose.all') }, { id: 'none', name: t('whose.none') }, ...own.caseworkers];
  const coded = (code: string) => ({ id: code, name: `${code} – ${codeWords(c.language, code)}` });
  return (
    <search class="filters">
      <form class="choices" method="get" action={paths.own()} data-auto aria-label={t('filter')}>
        <input type="hidden" name="track" value={filter.track} />
        <input type="hidden" name="state" value={filter.state} />
        <SelectField
          c={c}
          id="own-whose"
          name="caseworker"
          label={t('whose')}
          none={t('whose.mine')}
          options={others}
          chosen={filter.caseworker}
        />
        {own.transfers.length > 1 && (
          <SelectField
            c={c}
            id="own-transfer"
            name="transfer"
            label={t('transfer')}
            none={all}
            options={own.transfers.map(coded)}
            chosen={filter.transfer}
          />
        )}
        {own.units.length > 1 && (
          <SelectField
            c={c}
            id="own-unit"
            name="unit"
            label={t('unit')}
            none={all}
            options={own.units}
            chosen={filter.unit}
          />
        )}
        <button type="submit" class="ds-button" data-variant="secondary">
          {sharedWords(c.language)('show')}
        </button>
      </form>
    </search>
  );
}
