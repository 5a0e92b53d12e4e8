import { type ExpressionBuilder, sql } from 'kysely';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { type Condition, isCondition } from '#domain/plan/condition.ts';
import { type Count, counts } from '#domain/plan/template.ts';
import { everybody, type Part } from '#domain/run/conditions.ts';
import type { Tables } from '#store/schema.ts';
import type { CaseRule, ViewPorts } from './ports.ts';

// `as`: a time on the clock.
const midnight = '00:00' as ClockTime;

/** A list that something counts, named so that an address can carry it. */
export type Counted =
  /** As it was when a phase opened or closed: `review.before.transferCode`. */
  | { readonly kind: 'frozen'; readonly phaseId: string; readonly side: 'before' | 'after'; readonly count: Count }
  /** As it is now: `now.smsSent`. */
  | { readonly kind: 'now'; readonly count: Count }
  /** What is left of a condition, of a track or of all: `left.no-youth-without-choice.oson`. */
  | { readonly kind: 'left'; readonly condition: Condition; readonly track: string | null }
  /** Cards nobody has rung yet, of a window of the plan, with whose they are: `cards.november.person.<id>`. */
  | { readonly kind: 'cards'; readonly window: string | null; readonly part: Part }
  /** OTUK at the end of a day, by the journal: `otuk.2026-11-04`. */
  | { readonly kind: 'otuk-on'; readonly on: Day }
  /** OTUK whose card of a phone drive stands so: `drive.<id>.reached`. */
  | { readonly kind: 'drive'; readonly driveId: string; readonly which: DriveList };

export const driveLists = ['to-ring', 'reached', 'needs-number', 'tried-out'] as const;
export type DriveList = (typeof driveLists)[number];

export function nameOfCounted(counted: Counted): string {
  switch (counted.kind) {
    case 'frozen':
      return `${counted.phaseId}.${counted.side}.${counted.count}`;
    case 'now':
      return `now.${counted.count}`;
    case 'left':
      return ['left', counted.condition, ...(counted.track === null ? [] : [counted.track])].join('.');
    case 'cards':
      return ['cards', counted.window ?? '', ...wordsOfPart(counted.part)].join('.');
    case 'otuk-on':
      return `otuk.${counted.on}`;
    case 'drive':
      return `drive.${counted.driveId}.${counted.which}`;
  }
}

/** The cases on a counted list; nobody where the name means nothing. */
export function ruleOfCounted(
  { isCounted, conditions }: ViewPorts,
  asked: { readonly runId: string; readonly today: Day },
  name: string,
): CaseRule {
  const { runId } = asked;
  const counted = readName(name);
  if (!counted) return () => sql<boolean>`false`;
  switch (counted.kind) {
    case 'frozen': {
      const { phaseId, side, count } = counted;
      // Said to be true, it is looked up for each line of the list: joined, ten thousand would be sorted to show fifty.
      return () => sql<boolean>`(case_id in (select jsonb_array_elements_text(cases) from counter where counter.run_id = ${runId}
        and phase_id = ${phaseId} and side = ${side} and name = ${count} and counter.unit_id is null)) is true`;
    }
    case 'now':
      return isCounted(counted.count);
    case 'left': {
      const { condition, track } = counted;
      return (where) =>
        where.and([
          conditions.isLeft(condition, asked)(where),
          ...(track === null ? [] : [where('track', '=', track)]),
        ]);
    }
    case 'cards':
      return conditions.isLeft('no-card-uncalled', asked, counted);
    case 'otuk-on':
      return () => otukAtTheEndOf(counted.on);
    case 'drive':
      return (where) => where.and([isCounted('otuk')(where), where('case_id', 'in', cardsThat(counted))]);
  }
}

/** What the last coding recorded by then made of the youth. */
const otukAtTheEndOf = (on: Day) => sql<boolean>`(
  select coalesce(case event_type when 'status.set' then event->>'to' else event->'restore'->>'status' end, '') from journal
  where journal.subject = 'youth/' || case_id and event_type in ('status.set', 'status.takenBack')
    and recorded_at < ${instantAt(addDays(on, 1), midnight)}
  order by sequence desc limit 1) = 'OTUK'`;

const cardsThat =
  ({ driveId, which }: Extract<Counted, { kind: 'drive' }>) =>
  (from: ExpressionBuilder<Tables, 'youth_case'>) => {
    const cards = from.selectFrom('phone_card').select('phone_card.case_id').where('drive_id', '=', driveId);
    if (which === 'to-ring') return cards.where('state', '=', 'open');
    return which === 'reached' ? cards.where('state', '=', 'settled') : cards.where('why', '=', which);
  };

function readName(name: string): Counted | undefined {
  const [first = '', second = '', third, ...rest] = name.split('.');
  if (first === 'now') return isCount(second) ? { kind: 'now', count: second } : undefined;
  if (first === 'left')
    return isCondition(second) ? { kind: 'left', condition: second, track: third ?? null } : undefined;
  if (first === 'cards')
    return { kind: 'cards', window: second === '' ? null : second, part: partIn(third, rest.join('.')) };
  if (first === 'otuk') {
    const on = parseDay(second);
    return on && { kind: 'otuk-on', on };
  }
  if (first === 'drive') {
    const which = driveLists.find((one) => one === third);
    return which && { kind: 'drive', driveId: second, which };
  }
  const isSide = second === 'before' || second === 'after';
  return isSide && third !== undefined && isCount(third)
    ? { kind: 'frozen', phaseId: first, side: second, count: third }
    : undefined;
}

const isCount = (text: string): text is Count => (counts as readonly string[]).includes(text);

function wordsOfPart(part: Part): readonly string[] {
  switch (part.whose) {
    case 'everybody':
      return [];
    case 'person':
      return ['person', part.staffId ?? ''];
    case 'unit':
      return ['unit', part.unitId ?? ''];
  }
}

function partIn(whose: string | undefined, id: string): Part {
  if (whose === 'person') return { whose, staffId: id === '' ? null : id };
  return whose === 'unit' ? { whose, unitId: id === '' ? null : id } : everybody;
}
