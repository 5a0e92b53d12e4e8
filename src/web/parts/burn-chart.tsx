import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import { weekday } from '#domain/calendar/week.ts';
import type { BurnDown, DayCount } from '#domain/forecast/burn-down.ts';
import type { PageContext } from '../page-context.ts';
import { shortDay } from './dates.ts';
import { number } from './numbers.ts';

interface ChartProps {
  readonly c: PageContext;
  readonly days: readonly DayCount[];
  readonly burnDown: BurnDown;
  readonly until: Day;
  /** The result in one sentence. */
  readonly label: string;
  readonly names: { readonly now: string; readonly forecast: string; readonly goal: string };
}

type Point = readonly [x: number, y: number];
const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
const percent = (of1000: number): string => `${(of1000 / 10).toFixed(2)}%`;

/** A round number of which four or five make the height. */
function step(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const share = most / size;
  return Math.max(1, (share <= 1.2 ? 0.25 : share <= 3 ? 0.5 : share <= 6 ? 1 : 2) * size);
}

/** More dates than these stand on each other on a narrow screen. */
const mostDates = 6;

/** Every Monday, or every second, third … */
function mondaysOf(days: readonly { readonly on: Day }[]): readonly Day[] {
  const mondays = days.map(({ on }) => on).filter((on) => weekday(on) === 'monday');
  const each = Math.ceil(mondays.length / mostDates);
  return mondays.filter((_, index) => index % each === 0);
}

/** Where days and numbers lie, both from 0 to 1000. */
function placing(days: readonly DayCount[], burnDown: BurnDown, until: Day) {
  const first = days[0]?.on ?? until;
  const span = Math.max(1, daysBetween(first, until));
  const most = Math.max(...days.map(({ left }) => left), burnDown.end.high, burnDown.goal, 1);
  const each = step(most);
  const top = Math.ceil(most / each) * each;
  return {
    x: (on: Day) => (daysBetween(first, on) / span) * 1000,
    y: (n: number) => 1000 - (n / top) * 1000,
    ticks: Array.from({ length: Math.round(top / each) + 1 }, (_, index) => index * each),
  };
}

/** What was left day by day, the pace that is needed, and the forecast with its band. The same numbers stand in a table beside it. */
export function BurnChart({ c, days, burnDown, until, label, names }: ChartProps) {
  const at = placing(days, burnDown, until);
  const last = days.at(-1) ?? { on: until, left: burnDown.now };
  const first = days[0] ?? last;
  const line = days.map(({ on, left }): Point => [at.x(on), at.y(left)]);
  const end: Point = [1000, at.y(burnDown.end.left)];
  const isClose = Math.abs(burnDown.end.left - burnDown.goal) < (at.ticks.at(-1) ?? 0) * 0.07;
  return (
    <figure class="chart">
      <svg width="100%" height="300" role="img" aria-label={label}>
        <svg class="chart-plot" y="16" width="100%" height="248" overflow="visible" aria-hidden="true">
          {at.ticks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'chart-axis' : 'chart-grid'}
                x2="100%"
                y1={percent(at.y(tick))}
                y2={percent(at.y(tick))}
              />
              <Label x={0} y={at.y(tick)} dx={-10} end name="chart-tick" text={number(c.language, tick)} />
            </g>
          ))}
          {mondaysOf([...days, ...burnDown.ahead]).map((on) => (
            <Label key={on} x={at.x(on)} y={1000} dy={20} name="chart-tick" text={shortDay(c.language, on)} />
          ))}
          <Lines at={at} line={line} first={first} last={last} burnDown={burnDown} />
          <line class="chart-today" x1={percent(at.x(last.on))} x2={percent(at.x(last.on))} y1="0" y2="100%" />
          <circle class="chart-dot" cx={percent(at.x(last.on))} cy={percent(at.y(last.left))} r="4.5" />
          {burnDown.ahead.length > 0 && (
            <>
              <circle class="chart-dot" data-kind="forecast" cx="100%" cy={percent(end[1])} r="4" />
              <circle class="chart-dot" data-kind="goal" cx="100%" cy={percent(at.y(burnDown.goal))} r="4" />
              <Label
                x={1000}
                y={end[1]}
                dx={10}
                name="chart-end"
                text={number(c.language, burnDown.end.left)}
                more={names.forecast}
              />
              <Label
                x={1000}
                y={at.y(burnDown.goal)}
                dx={10}
                dy={isClose ? 20 : 5}
                name="chart-end"
                text={number(c.language, burnDown.goal)}
                more={names.goal}
              />
            </>
          )}
          <Label
            x={at.x(last.on)}
            y={at.y(last.left)}
            dx={8}
            dy={-12}
            name="chart-now"
            text={number(c.language, last.left)}
            more={names.now}
          />
        </svg>
      </svg>
    </figure>
  );
}

interface LinesProps {
  readonly at: ReturnType<typeof placing>;
  readonly line: readonly Point[];
  readonly first: DayCount;
  readonly last: DayCount;
  readonly burnDown: BurnDown;
}

/** Drawn to the box's own measure, so that lines keep their width at any. */
function Lines({ at, line, first, last, burnDown }: LinesProps) {
  const { ahead } = burnDown;
  const from: Point = [at.x(last.on), at.y(last.left)];
  const band = [
    from,
    ...ahead.map(({ on, high }): Point => [at.x(on), at.y(high)]),
    ...ahead.toReversed().map(({ on, low }): Point => [at.x(on), at.y(low)]),
  ];
  return (
    <svg
      width="100%"
      height="100%"
      viewBox="0 0 1000 1000"
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      {ahead.length > 0 && <path class="chart-band" d={`${path(band)}Z`} />}
      {first.left > burnDown.goal && (
        <path
          class="chart-pace"
          d={path([
            [0, at.y(first.left)],
            [1000, at.y(burnDown.goal)],
          ])}
        />
      )}
      <path class="chart-area" d={`${path([...line, [at.x(last.on), 1000], [0, 1000]])}Z`} />
      <path class="chart-forecast" d={path([from, ...ahead.map(({ on, left }): Point => [at.x(on), at.y(left)])])} />
      <path class="chart-line" d={path(line)} />
    </svg>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly name: string;
  readonly end?: boolean;
  readonly text: string;
  readonly more?: string;
}

const Label = ({ x, y, dx = 0, dy = 4, name, end = false, text, more }: LabelProps) => (
  <svg x={percent(x)} y={percent(y)} overflow="visible" aria-hidden="true">
    <text class={name} x={dx} y={dy} text-anchor={end ? 'end' : undefined}>
      {text}
      {more !== undefined && <tspan class="chart-more"> {more}</tspan>}
    </text>
  </svg>
);

/** The same as a small line without words; what it says stands beside it. */
export function Spark({ days, burnDown, until }: Pick<ChartProps, 'days' | 'burnDown' | 'until'>) {
  const at = placing(days, burnDown, until);
  const last = days.at(-1) ?? { on: until, left: burnDown.now };
  const first = days[0] ?? last;
  const line = days.map(({ on, left }): Point => [at.x(on), at.y(left)]);
  return (
    <svg class="spark" data-outlook={burnDown.outlook} width="100%" height="56" aria-hidden="true" overflow="visible">
      <Lines at={at} line={line} first={first} last={last} burnDown={burnDown} />
      <line class="chart-axis" x2="100%" y1="100%" y2="100%" />
      <circle class="chart-dot" cx={percent(at.x(last.on))} cy={percent(at.y(last.left))} r="3" />
    </svg>
  );
}
