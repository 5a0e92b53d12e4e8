import type { Plan, PlannedPhase } from '#domain/plan/plan.ts';
import type { PhaseWindow } from './answers/year.ts';
import type { Tabled } from './ports.ts';

/** How each phase of a run stands, by the states of its machine. */
export async function phaseStates(db: Tabled, runId: string): Promise<(phaseId: string) => string> {
  const rows = await db.selectFrom('phase').select(['phase_id', 'state']).where('run_id', '=', runId).execute();
  const states = new Map(rows.map(({ phase_id, state }) => [phase_id, state]));
  return (phaseId) => states.get(phaseId) ?? 'planned';
}

/** A phase's windows, the first to open first. */
export const windowsOf = (plan: Plan, { windows }: PlannedPhase): readonly PhaseWindow[] =>
  windows
    .map(({ title, track, opens, closes }) => {
      const words = title ?? plan.tracks.find(({ id }) => id === track)?.title;
      return {
        from: opens.day,
        to: closes.day,
        forecast: opens.forecast || closes.forecast,
        ...(words === undefined ? {} : { track: words }),
      };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** Who takes part, the owner first. */
export const rolesOf = ({ owner, participants }: PlannedPhase): PlannedPhase['participants'] => [
  ...new Set([owner, ...participants]),
];
