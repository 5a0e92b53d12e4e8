import { instant } from '../calendar/day.ts';
import { dayOf } from '../calendar/oslo-clock.ts';
import type { Plan, PlannedDate } from '../plan/plan.ts';
import { everyTask } from '../plan/plan-dates.ts';
import type { CampaignFile, CampaignFilter, CampaignPurpose } from './campaign-file.ts';

const conditionOf: Readonly<Partial<Record<CampaignPurpose, string>>> = {
  'standard-letter': 'every-letter-handed-over',
  'sms-round': 'every-sms-handed-over',
};

/** The plan's sending task that a campaign does: of its track, where there are several; one that is not for a whole track does none. */
export function sendingTask(plan: Plan, purpose: CampaignPurpose, filter: CampaignFilter): string | null {
  const { tracks, units, cases, transfers } = filter;
  if (units ?? cases ?? transfers) return null;
  const found = everyTask(plan).find(
    ({ task }) =>
      task.kind.by === 'data' &&
      task.kind.condition === conditionOf[purpose] &&
      (tracks === undefined || task.track === undefined || tracks.includes(task.track)),
  );
  return found?.instance.id ?? null;
}

/**
 * The plan's day for a campaign that has none of its own: SMS 1 goes two weeks after the last letter, so that its day is a forecast
 * until that is handed over (flowchart S1, phase 5; fault F8).
 */
export const dayByPlan = (
  plan: Plan,
  { followsPlan }: Pick<CampaignFile, 'followsPlan'>,
  taskId: string | null,
): PlannedDate | undefined =>
  followsPlan ? everyTask(plan).find(({ instance }) => instance.id === taskId)?.task.due : undefined;

/**
 * It was approved for a day that the plan no longer has: the letters before it are open again, or its day has come to be a later one.
 * Nobody approved a text to people whose letter is still here, so the approval does not hold; what has begun goes on.
 */
export const wasApprovedTooEarly = (plan: Plan, file: CampaignFile, taskId: string | null): boolean => {
  const planned = dayByPlan(plan, file, taskId);
  if (planned === undefined || file.handOverAt === null || file.hasBegun) return false;
  return planned.forecast || dayOf(instant(file.handOverAt)) < planned.day;
};
