import { relative, shortDate } from '#texts/dates.ts';
import type { Counter, YearAnswer, YearPhase } from '#views/answers/year.ts';
import type { PageContext } from '../../page-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { shortDay } from '../../parts/dates.ts';
import { number } from '../../parts/numbers.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { roleList, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { yearWords } from './words.ts';

const rows = ['what', 'when', 'who', 'progress', 'next', 'before', 'after'] as const;

/** The sheet: rows line up across the columns on a wide screen, and each column reads alone on a narrow one. */
export function PhaseSheet({ c, year }: { c: PageContext; year: YearAnswer }) {
  const t = yearWords(c.language);
  return (
    <section class="sheet" aria-label={t('phases')} data-columns={year.phases.length}>
      <div class="sheet-keys" aria-hidden="true">
        <span />
        {rows.map((row) => (
          <span key={row}>{t(`row.${row}`)}</span>
        ))}
      </div>
      {year.phases.map((phase) => (
        <PhaseColumn key={phase.phaseId} c={c} year={year} phase={phase} />
      ))}
    </section>
  );
}

interface ColumnProps {
  readonly c: PageContext;
  readonly year: YearAnswer;
  readonly phase: YearPhase;
}

function PhaseColumn({ c, year, phase }: ColumnProps) {
  const t = yearWords(c.language);
  const id = `phase-${phase.phaseId}`;
  return (
    <article class="column" id={id} data-state={phase.pace} aria-labelledby={`${id}-name`}>
      <header class="column-head">
        <h2 id={`${id}-name`}>
          <a href={paths.phase(phase.phaseId)}>
            <span class="no">{phase.number}</span>
            <span class="name">{phase.short[c.language]}</span>
          </a>
        </h2>
      </header>
      <p class="what">
        <span class="row-name">{t('row.what')}</span>
        {phase.what[c.language]}
      </p>
      <div class="when">
        <span class="row-name">{t('row.when')}</span>
        <div>
          <Windows c={c} phase={phase} />
        </div>
      </div>
      <div class="who">
        <span class="row-name">{t('row.who')}</span>
        <div>
          {roleList(c.language, phase.roles)}
          {phase.owner !== undefined && <span class="sub">{phase.owner}</span>}
        </div>
      </div>
      <Progress c={c} phase={phase} />
      <div class="next">
        <span class="row-name">{t('row.next')}</span>
        <div>
          <NextDeadline c={c} year={year} phase={phase} />
        </div>
      </div>
      <CounterCell c={c} name={t('row.before')} counter={phase.before} size="md" />
      <CounterCell c={c} name={t('row.after')} counter={phase.after} size="lg" />
    </article>
  );
}

function Windows({ c, phase }: { c: PageContext; phase: YearPhase }) {
  const t = sharedWords(c.language);
  if (phase.windows.length === 0) return <>–</>;
  return (
    <>
      {phase.windows.map((window, index) => (
        <span key={window.from} class={index === 0 ? 'block' : 'sub'}>
          {t('from-to', { from: shortDay(c.language, window.from), to: shortDay(c.language, window.to) })}
          {window.forecast && <span class="soft"> ({t('forecast')})</span>}
        </span>
      ))}
    </>
  );
}

function Progress({ c, phase }: { c: PageContext; phase: YearPhase }) {
  const t = yearWords(c.language);
  return (
    <div class="progress-row">
      <span class="row-name">{t('row.progress')}</span>
      <div class="progress">
        <StateTag c={c} pace={phase.pace} />
        <span class="keep">
          <b>{phase.done}</b> {sharedWords(c.language)('n-of-m', { n: '', m: phase.total }).trim()}
        </span>
      </div>
      <Bar
        done={phase.done}
        total={phase.total}
        pace={phase.pace}
        label={t('progress.label', { n: phase.done, m: phase.total })}
      />
    </div>
  );
}

function NextDeadline({ c, year, phase }: ColumnProps) {
  const next = phase.next;
  if (!next) return <>{sharedWords(c.language)('nothing')}</>;
  const over = next.due < year.today;
  return (
    <>
      <a class="next-task" href={paths.phase(next.phaseId, next.taskId)}>
        {next.title[c.language]}
      </a>
      <span class={over ? 'sub is-late' : 'sub'}>
        {shortDate(c.language, next.due)}, {relative(c.language, next.due, year.today)}
      </span>
    </>
  );
}

interface CounterCellProps {
  readonly c: PageContext;
  readonly name: string;
  readonly counter: Counter | undefined;
  readonly size: 'md' | 'lg';
}

function CounterCell({ c, name, counter, size }: CounterCellProps) {
  return (
    <div class="counter">
      <span class="row-name">{name}</span>
      {counter?.count === undefined ? (
        <span class="soft">–</span>
      ) : (
        <>
          <CounterNumber c={c} counter={counter} size={size} />
          <span class="sub">
            {counter.label[c.language]}
            {counter.live && <i class="dot" data-after aria-hidden="true" />}
          </span>
        </>
      )}
    </div>
  );
}

/** A number is the length of a list, and opens it for those who may see it. */
export function CounterNumber({ c, counter, size }: { c: PageContext; counter: Counter; size: 'md' | 'lg' | 'xl' }) {
  const digits = counter.count === undefined ? '–' : number(c.language, counter.count);
  return counter.list !== undefined && counter.count !== undefined && c.may('youths.see') ? (
    <a class="big-number" data-size={size} href={paths.youths(counter.list)}>
      {digits}
    </a>
  ) : (
    <span class="big-number" data-size={size}>
      {digits}
    </span>
  );
}
