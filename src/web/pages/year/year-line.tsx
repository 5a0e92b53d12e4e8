import { addDays, daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PhaseWindow, ReportingDay, YearAnswer, YearPhase } from '#views/answers/year.ts';
import type { PageContext } from '../../page-context.ts';
import { monthName, shortDay } from '../../parts/dates.ts';
import { sharedWords } from '../../parts/words.ts';
import { type Placing, placingBetween } from './placing.ts';
import { yearWords } from './words.ts';

const laneHeight = 30;
const top = 44;

/** One lane a phase, filled as far as it has come. Only x is relative, so text keeps its size at any width. */
export function YearLine({ c, year }: { c: PageContext; year: YearAnswer }) {
  const t = yearWords(c.language);
  const at = placingBetween(year.from, year.to);
  const height = top + laneHeight * year.phases.length + 6;
  return (
    <div class="line">
      <ol class="line-names" aria-hidden="true">
        {year.phases.map((phase) => (
          <li key={phase.phaseId}>
            <span class="count">{phase.number}</span>
            {phase.short[c.language]}
          </li>
        ))}
      </ol>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, and a keyboard must reach that */}
      <section class="line-scroll" id="year-line" aria-label={t('line.region')} tabIndex={0}>
        <svg class="line-drawing" width="100%" height={height} role="img" aria-label={t('line.label')}>
          <Months c={c} year={year} at={at} height={height} />
          {year.phases.map((phase, index) => (
            <line
              key={phase.phaseId}
              class="line-grid"
              x1="0"
              x2="100%"
              y1={top + laneHeight * index}
              y2={top + laneHeight * index}
            />
          ))}
          {year.reports.map((report) => (
            <line key={report.on} class="line-report" x1={at.x(report.on)} x2={at.x(report.on)} y1="22" y2={height} />
          ))}
          {year.phases.map((phase, index) => (
            <Lane key={phase.phaseId} c={c} phase={phase} today={year.today} at={at} y={top + laneHeight * index + 8} />
          ))}
          <line class="line-today" id="today" x1={at.x(year.today)} x2={at.x(year.today)} y1="20" y2={height} />
          <Reports c={c} year={year} at={at} />
          <svg x={at.x(year.today)} y="0" overflow="visible" aria-hidden="true">
            <rect class="line-pill" x="-46" y="0" width="92" height="20" rx="10" />
            <text class="line-pill-text" x="0" y="14" text-anchor="middle">
              {t('line.today', { day: shortDay(c.language, year.today) })}
            </text>
          </svg>
        </svg>
      </section>
    </div>
  );
}

const monthsBetween = (from: Day, to: Day): readonly Day[] => {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  return days.filter((on) => on.endsWith('-01'));
};

function Months({ c, year, at, height }: { c: PageContext; year: YearAnswer; at: Placing; height: number }) {
  // The pill with today's date would cover a name that begins just before it.
  const covered = (on: Day) => Math.abs(daysBetween(on, year.today) - 4) < 9;
  return (
    <>
      {monthsBetween(year.from, year.to).map((on) => (
        <g key={on}>
          <line class="line-grid" x1={at.x(on)} x2={at.x(on)} y1="22" y2={height} />
          <svg x={at.x(on)} y="0" overflow="visible" aria-hidden="true">
            <text class="line-text" x="6" y="34">
              {covered(on) ? '' : `${monthName(c.language, on)}${on.endsWith('-01-01') ? ` ${on.slice(0, 4)}` : ''}`}
            </text>
          </svg>
        </g>
      ))}
    </>
  );
}

interface LaneProps {
  readonly c: PageContext;
  readonly phase: YearPhase;
  readonly today: Day;
  readonly at: Placing;
  readonly y: number;
}

function Lane({ c, phase, today, at, y }: LaneProps) {
  const first = phase.windows[0];
  if (!first) return null;
  const done = phase.total === 0 ? 0 : (phase.done / phase.total) * 100;
  const overdue = phase.pace === 'late' && first.to < today;
  const attention = phase.pace === 'late' || phase.pace === 'at-risk';
  const state = attention ? ` · ${sharedWords(c.language)(`state.${phase.pace}`).toLowerCase()}` : '';
  return (
    <g class="line-lane" data-state={phase.pace}>
      {phase.windows.map((window) => (
        <WindowBar key={window.from} window={window} later={window.from > today} at={at} y={y} />
      ))}
      {first.from <= today && (
        <svg x={at.x(first.from)} y={y} width={at.width(first.from, first.to)} height="14" aria-hidden="true">
          <rect class="line-fill" width={`${done.toFixed(1)}%`} height="14" rx="3" />
        </svg>
      )}
      {overdue && (
        <rect
          class="line-tail"
          x={at.x(addDays(first.to, 1))}
          width={at.width(addDays(first.to, 1), addDays(today, -1))}
          y={y + 4}
          height="6"
        />
      )}
      <svg x={at.x(overdue ? today : addDays(endOf(phase, at), 1))} y={y} overflow="visible" aria-hidden="true">
        <text class="line-text" x="8" y="11">
          <tspan class="line-name">{`${phase.short[c.language]} `}</tspan>
          {`${phase.done}/${phase.total}${state}`}
        </text>
      </svg>
    </g>
  );
}

/** Where the words stand: after the first window, or after those that follow so close that they would stand on them. */
function endOf({ windows }: YearPhase, at: Placing): Day {
  const [first, ...later] = windows;
  const wordsWide = 0.08;
  return later.reduce(
    (end, { from, to }) => (at.share(from) - at.share(end) < wordsWide && to > end ? to : end),
    first?.to ?? ('' as Day),
  );
}

const WindowBar = ({ window, later, at, y }: { window: PhaseWindow; later: boolean; at: Placing; y: number }) => (
  <rect
    class={later ? 'line-later' : 'line-window'}
    x={at.x(window.from)}
    width={at.width(window.from, window.to)}
    y={y}
    height="14"
    rx="3"
  />
);

function Reports({ c, year, at }: { c: PageContext; year: YearAnswer; at: Placing }) {
  const anchorOf = (report: ReportingDay): 'start' | 'middle' | 'end' => {
    if (at.share(report.on) > 0.93) return 'end';
    return Math.abs(daysBetween(report.on, year.today)) < 40 ? 'start' : 'middle';
  };
  return (
    <>
      {year.reports.map((report) => (
        <svg key={report.on} x={at.x(report.on)} y="0" overflow="visible" aria-hidden="true">
          <path class="line-diamond" d="M0 17 l4 4 l-4 4 l-4 -4z" />
          <text class="line-text" x={anchorOf(report) === 'start' ? 38 : 0} y="14" text-anchor={anchorOf(report)}>
            {yearWords(c.language)('line.report', { day: shortDay(c.language, report.on) })}
          </text>
        </svg>
      ))}
    </>
  );
}
