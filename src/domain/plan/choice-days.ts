import type { Day } from '../calendar/day.ts';
import type { Plan } from './plan.ts';
import type { Track } from './template.ts';

/** By when each track's youths must be chosen for, and when those who get the letter get it. */
export interface ChoiceDays {
  readonly track: Track;
  /** The plan's choice task is due; none for a track that comes in all year. */
  readonly chooseBy: Day | undefined;
  readonly letterOn: Day | undefined;
}

export function choiceDays(plan: Plan): readonly ChoiceDays[] {
  const tasks = plan.phases.flatMap((phase) => phase.tasks).filter(({ skipped }) => skipped === undefined);
  const sending = tasks.filter(({ kind }) => kind.by === 'data' && kind.condition === 'every-letter-handed-over');
  return plan.tracks.map((track) => ({
    track,
    chooseBy: tasks.find((task) => task.choices !== undefined && task.track === track.id)?.due.day,
    letterOn: sending.find((task) => task.track === track.id)?.due.day,
  }));
}
