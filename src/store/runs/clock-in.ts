import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { RunClock } from '#ports/runs.ts';

/** A run's clock by its row: the real one, or a rehearsal's, which ticks on from where it was set, as its workflows' clocks do. */
export function clockIn(
  run: { readonly rehearsal_now: number | null; readonly rehearsal_set_at: number | null } | undefined,
  real: number,
): RunClock {
  if (run?.rehearsal_now == null) return { now: instant(real), today: dayOf(instant(real)), isRehearsal: false };
  const now = instant(run.rehearsal_now + Math.max(0, real - (run.rehearsal_set_at ?? real)));
  return { now, today: dayOf(now), isRehearsal: true };
}
