import type { Day } from '../calendar/day.ts';
import type { Refusal } from '../outcome.ts';

/** Somebody is away, and who takes over meanwhile; both days are among them. */
export interface Absence {
  readonly absenceId: string;
  readonly staffId: string;
  readonly substituteId: string;
  readonly from: Day;
  readonly to: Day;
  /** The last day it held, where it was ended before its time; the day before `from` where it never began. */
  readonly endedOn: Day | null;
}

const lastDay = ({ to, endedOn }: Absence): Day => (endedOn !== null && endedOn < to ? endedOn : to);

/** Holds on that day: the substitute sees and does what the absent one has, and nothing is handed back by anybody. */
export const holdsOn = (absence: Absence, day: Day): boolean => absence.from <= day && day <= lastDay(absence);

export const isOver = (absence: Absence, day: Day): boolean => lastDay(absence) < day;

/** For whom somebody stands in on a day. */
export const standsInOn = (absences: readonly Absence[], substituteId: string, day: Day): readonly string[] => [
  ...new Set(
    absences
      .filter((absence) => absence.substituteId === substituteId && holdsOn(absence, day))
      .map(({ staffId }) => staffId),
  ),
];

/** Why an absence cannot be registered. */
export function whyNotAbsent(
  wanted: Omit<Absence, 'absenceId' | 'endedOn'>,
  known: readonly Absence[],
  today: Day,
): readonly Refusal[] {
  const { staffId, substituteId, from, to } = wanted;
  if (staffId === substituteId) return [{ code: 'absence.ownSubstitute' }];
  if (to < from) return [{ code: 'absence.endsFirst', facts: { from, to } }];
  if (to < today) return [{ code: 'absence.over', facts: { to, today } }];
  const overlaps = (id: string) =>
    known.find((absence) => absence.staffId === id && absence.from <= to && from <= lastDay(absence));
  const own = overlaps(staffId);
  if (own) return [{ code: 'absence.overlaps', facts: { from: own.from, to: lastDay(own) } }];
  const other = overlaps(substituteId);
  return other ? [{ code: 'absence.substituteAway', facts: { from: other.from, to: lastDay(other) } }] : [];
}
