import type { Actor } from '#domain/access/actor.ts';
import { mayMoveClock } from '#domain/access/may.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { type Day, instant } from '#domain/calendar/day.ts';
import { dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Rehearsal } from '#ports/rehearsal.ts';
import type { Runs } from '#ports/runs.ts';
import { homeOf } from '#workflows/messages.ts';
import { deny, type Wish } from './commands.ts';
import { type ConditionPorts, settleConditions } from './conditions.ts';

export interface ForwardWish extends Wish {
  readonly runId: string;
  readonly to: Day;
}
interface Ports extends ConditionPorts {
  readonly runs: Runs;
  readonly rehearsal: Rehearsal;
}

// `as`: a time on the clock. A rehearsal's day begins when people come to work.
const morning = '08:00' as ClockTime;
const patience = 120_000;

/** Takes a rehearsal forward, day by day of those on which something falls due, so that everything happens in its order. */
export const rehearsalDesk = (ports: Ports) => ({
  forward: async (
    actor: Actor,
    wish: ForwardWish,
    progress: (day: Day) => void = () => {},
  ): Promise<Outcome<{ readonly today: Day }>> => {
    if (!mayMoveClock(actor)) return deny();
    const { runId, commandId } = wish;
    const clock = await ports.runs.clock(runId);
    if (!clock.isRehearsal) return refused({ code: 'rehearsal.realClock' });
    // «A day on» pressed twice is one day: the second is for the day the first was for.
    const before = await ports.rehearsal.wished(runId, commandId);
    const to = before ?? wish.to;
    if (before !== undefined && before <= clock.today) return accepted({ today: before });
    if (to <= clock.today) return refused({ code: 'rehearsal.notAhead', facts: { to, today: clock.today } });
    const last = (await ports.runs.planInForce(runId))?.plan.span.to ?? to;
    if (to > last) return refused({ code: 'rehearsal.pastYear', facts: { to, last } });
    if (wish.dryRun) return accepted({ today: clock.today });
    if (before === undefined) await ports.rehearsal.noteWish(runId, commandId, to);
    const target = instantAt(to, morning);
    const shift = await ports.rehearsal.shiftOf(runId);
    for (;;) {
      const due = await ports.rehearsal.dueBy(runId, target);
      if (!due) break;
      const day = dayOf(instant(due.earliest));
      const until = Math.min(target, instantAt(addDays(day, 1), morning));
      const now = (await ports.rehearsal.dueBy(runId, until)) ?? due;
      await ports.rehearsal.move([...new Set(now.subjects.map(homeOf))], until - shift);
      await quiet(ports, runId, until);
      await ports.rehearsal.setNow(runId, until);
      progress(day);
    }
    await ports.rehearsal.setNow(runId, target);
    return accepted({ today: to });
  },
});

/** Waits until nothing that fell due is left, every order it led to is settled, and each task stands as the register says. */
async function quiet(ports: Ports, runId: string, until: number): Promise<void> {
  const { rehearsal } = ports;
  const end = Date.now() + patience;
  const at = { now: until, today: dayOf(instant(until)) };
  const isQuiet = async (): Promise<boolean> => {
    if ((await rehearsal.dueBy(runId, until)) || (await rehearsal.unsettled(runId)) > 0) return false;
    return (await settleConditions(ports, runId, at)) === 0;
  };
  while (!(await isQuiet())) {
    if (Date.now() > end) throw new Error(`the rehearsal ${runId} did not settle`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
