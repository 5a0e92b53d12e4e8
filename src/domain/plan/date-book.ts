import { addDays } from '../calendar/arithmetic.ts';
import type { Day } from '../calendar/day.ts';
import { dayOfSchoolYear, planSpan, type SchoolYear, weekdayOfSchoolYear } from '../calendar/school-year.ts';
import { addWorkingDays, dayOff, moveToWorkingDay } from '../calendar/working-day.ts';
import { assertNever } from '../outcome.ts';
import type { Finding } from './finding.ts';
import type { PlannedDate } from './plan.ts';
import type { DateRule, Move } from './template.ts';

/** A rule under the key others know it by; or an event that is over when all of `of` are. */
export type DateSource =
  | { readonly key: string; readonly rule: DateRule }
  | { readonly key: string; readonly of: readonly string[] };

export interface DateInputs {
  readonly schoolYear: SchoolYear;
  readonly sources: readonly DateSource[];
  /** Days on which completion events came true. */
  readonly completions: Readonly<Record<string, Day>>;
  /** Days set by hand. */
  readonly setByHand: ReadonlyMap<string, { readonly day: Day; readonly move?: Move }>;
}

export interface DateBook {
  /** The date under a key; a key or a rule without a day gives the plan's last day and leaves a finding. */
  readonly dateOf: (key: string) => PlannedDate;
  readonly findings: readonly Finding[];
}

interface Desk extends DateBook {
  readonly inputs: DateInputs;
  readonly lastDay: Day;
  readonly complain: (id: Finding['id'], where: string, facts: Finding['facts']) => void;
}

/** Finds every date of a plan from its rules, following anchors; each key once, whatever the order they are asked in. */
export function openDateBook(inputs: DateInputs): DateBook {
  const sources = new Map(inputs.sources.map((source) => [source.key, source]));
  const known = new Map<string, PlannedDate>();
  const onTheWay: string[] = [];
  const findings: Finding[] = [];
  const lastDay = planSpan(inputs.schoolYear).to;
  const complain: Desk['complain'] = (id, where, facts) => {
    findings.push({ id, severity: 'error', where, dates: [], facts });
  };

  const dateOf = (key: string): PlannedDate => {
    const seen = known.get(key);
    if (seen) return seen;
    const source = sources.get(key);
    if (source && !onTheWay.includes(key)) {
      onTheWay.push(key);
      const found = 'rule' in source ? fromRule(desk, source.key, source.rule) : fromCompletion(desk, source);
      onTheWay.pop();
      known.set(key, found);
      return found;
    }
    if (source) complain('circular', key, { circle: [...onTheWay.slice(onTheWay.indexOf(key)), key] });
    else complain('unknown-anchor', onTheWay.at(-1) ?? key, { anchor: key });
    return { key, day: lastDay, forecast: true, move: 'keep', lost: true };
  };

  const desk: Desk = { inputs, lastDay, complain, dateOf, findings };
  return desk;
}

function fromCompletion(desk: Desk, event: { readonly key: string; readonly of: readonly string[] }): PlannedDate {
  const { key, of } = event;
  const real = desk.inputs.completions[key];
  if (real !== undefined) return { key, day: real, forecast: false, move: 'keep' };
  const byHand = desk.inputs.setByHand.get(key);
  if (byHand) return { key, day: byHand.day, forecast: true, move: 'keep', setByHand: true };
  const ends = of.map(desk.dateOf).sort((a, b) => (a.day < b.day ? -1 : 1));
  const last = ends.at(-1);
  if (!last) return { key, day: desk.lastDay, forecast: true, move: 'keep' };
  const lost = ends.some((end) => end.lost) ? { lost: true as const } : {};
  return { key, day: last.day, forecast: true, move: 'keep', hangsOn: last.key, ...lost };
}

function fromRule(desk: Desk, key: string, rule: DateRule): PlannedDate {
  const time = rule.time === undefined ? {} : { time: rule.time };
  const byHand = desk.inputs.setByHand.get(key);
  if (byHand) return { key, ...settled({ day: byHand.day, forecast: false }, byHand.move), ...time, setByHand: true };
  const names = rule.kind === 'plain' || rule.kind === 'month-day' ? rule.weekday : undefined;
  const typed = names === undefined ? {} : { typedWeekday: names };
  const hangsOn = rule.kind === 'offset' ? { hangsOn: rule.anchor } : {};
  return { key, ...settled(rawDay(desk, key, rule), rule.move ?? sameAs(desk, rule)), ...time, ...typed, ...hangsOn };
}

/** The same day as another date needs no word of its own about days off. */
function sameAs(desk: Desk, rule: DateRule): Move | undefined {
  if (rule.kind !== 'offset' || rule.amount !== 0) return undefined;
  const { move } = desk.dateOf(rule.anchor);
  return move === 'undeclared' ? undefined : move;
}

interface RawDay {
  readonly day: Day;
  readonly forecast: boolean;
  readonly lost?: true;
}

function rawDay(desk: Desk, key: string, rule: DateRule): RawDay {
  switch (rule.kind) {
    case 'plain':
      return { day: rule.day, forecast: false };
    case 'offset': {
      const anchor = desk.dateOf(rule.anchor);
      const count = rule.unit === 'day' ? addDays : addWorkingDays;
      // A chain of offsets could run out of the calendar; far outside any school year it stops, and F1 tells.
      const faraway = anchor.day < '1950-01-01' || anchor.day > '2150-01-01';
      const day = faraway ? anchor.day : count(anchor.day, rule.amount);
      return { day, forecast: anchor.forecast, ...(anchor.lost && { lost: true }) };
    }
    case 'month-day':
    case 'iso-week': {
      const day = dayInYear(desk.inputs.schoolYear, rule);
      if (day !== undefined) return { day, forecast: false };
      desk.complain('no-such-day', key, factsOf(desk.inputs.schoolYear, rule));
      return { day: desk.lastDay, forecast: false, lost: true };
    }
    default:
      return assertNever(rule);
  }
}

type YearRule = Extract<DateRule, { readonly kind: 'month-day' | 'iso-week' }>;

const dayInYear = (year: SchoolYear, rule: YearRule): Day | undefined =>
  rule.kind === 'month-day'
    ? dayOfSchoolYear(year, rule.month, rule.day, rule.springBefore)
    : weekdayOfSchoolYear(year, rule.week, rule.weekday);

const factsOf = (year: SchoolYear, rule: YearRule): Finding['facts'] =>
  rule.kind === 'month-day'
    ? { schoolYear: year, rule: `${rule.day}.${rule.month}.` }
    : { schoolYear: year, rule: `W${rule.week}` };

function settled(
  raw: RawDay,
  move: Move | undefined,
): Pick<PlannedDate, 'day' | 'forecast' | 'lost' | 'move' | 'moved'> {
  const because = dayOff(raw.day);
  if (because === undefined || move === undefined || move === 'keep') return { ...raw, move: move ?? 'undeclared' };
  return { ...raw, day: moveToWorkingDay(raw.day, move), move, moved: { from: raw.day, because, to: move } };
}
