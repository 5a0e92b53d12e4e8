import { type Instant, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { PlannedPhase } from '#domain/plan/plan.ts';
import { among } from './among.ts';
import type { PhaseEvent } from './answers/phase.ts';
import type { Listed } from './checklist.ts';
import type { Tabled } from './ports.ts';
import { namesOf } from './staff-names.ts';
import type { TaskNow } from './task-rows.ts';

const atMost = 12;

interface Written {
  readonly subject: string;
  readonly sequence: number;
  readonly event_type: string;
  readonly event: unknown;
  readonly by_staff: string | null;
  readonly recorded_at: number;
}

/** What has happened in a phase and with its tasks, the newest first. */
export async function phaseEvents(
  db: Tabled,
  runId: string,
  phase: PlannedPhase,
  tasks: readonly Listed[],
  partName: (row: TaskNow) => string,
): Promise<readonly PhaseEvent[]> {
  const about = new Map(
    tasks.flatMap(({ planned, rows }) =>
      rows.map((row) => [
        `task/${runId}/${row.taskId}`,
        { title: planned.title, ...(planned.multiplicity === 'once' ? {} : { part: partName(row) }) },
      ]),
    ),
  );
  about.set(`phase/${runId}/${phase.id}`, { title: phase.title });
  const rows: readonly Written[] = await db
    .selectFrom('journal')
    .select(['subject', 'sequence', 'event_type', 'event', 'by_staff', 'recorded_at'])
    .where('subject', 'in', among(about.keys()))
    .where('event_type', 'in', told)
    .orderBy('recorded_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(atMost * 2)
    .execute();
  const nameOf = await namesOf(
    db,
    rows.map(({ by_staff }) => by_staff),
  );
  return rows
    .flatMap((row): readonly PhaseEvent[] => {
      const what = whatHappened(row);
      const of = about.get(row.subject);
      const at: Instant = instant(row.recorded_at);
      const id = `${row.subject}/${row.sequence}`;
      return what && of ? [{ id, on: dayOf(at), by: nameOf(row.by_staff), what, ...of, ...leftIn(row) }] : [];
    })
    .slice(0, atMost);
}

/** The count a task opened again with. */
const leftIn = ({ event_type, event }: Written): { readonly left?: number } =>
  // `as`: an event of that type carries its count.
  event_type === 'condition.broken' ? { left: (event as { readonly count: number }).count } : {};

const told = [
  'task.completed',
  'task.reopened',
  'task.skipped',
  'condition.met',
  'condition.broken',
  'task.moved',
  'task.assigned',
  'deadline.passed',
  'phase.closed',
  'work.finished',
  'phase.reopened',
  'work.resumed',
  'phase.moved',
];

function whatHappened({ event_type, event, subject }: Written): PhaseEvent['what'] | undefined {
  switch (event_type) {
    case 'task.completed':
      return 'completed';
    case 'task.reopened':
    case 'phase.reopened':
    case 'work.resumed':
      return 'reopened';
    case 'task.skipped':
      return 'skipped';
    case 'condition.met':
      return 'closed-itself';
    case 'condition.broken':
      return 'opened-itself';
    case 'task.moved':
    case 'phase.moved':
      return 'moved';
    case 'task.assigned':
      return 'reassigned';
    case 'phase.closed':
    case 'work.finished':
      return 'closed';
    case 'deadline.passed':
      // `as`: an event of that type names its deadline.
      return subject.startsWith('phase/') && (event as { readonly deadline: string }).deadline === 'opens'
        ? 'opened'
        : undefined;
    default:
      return undefined;
  }
}
