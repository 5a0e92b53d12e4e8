import { z } from 'zod';
import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { choice, day, dryRun, list } from './basic.ts';

const clock = z.string().transform((text, context) => {
  const time = parseClockTime(text);
  if (time === undefined) context.addIssue({ code: 'custom', message: 'HH:mm' });
  return time ?? z.NEVER;
});
const hours = z.strictObject({ from: clock, to: clock, workingDaysOnly: z.boolean() });

/** All three at once: what is said is what stands. */
export const settingsGiven = z.strictObject({
  hours,
  regretMinutes: z.number(),
  smsPartPrice: z.number(),
  dryRun,
});
export const settings = z.object({
  hours: z.object({ from: z.string(), to: z.string(), workingDaysOnly: z.boolean() }),
  regretMinutes: z.number(),
  smsPartPrice: z.number(),
});
export const settingsFound = settings.extend({
  kept: z.object({ on: day, by: z.string().optional() }).optional(),
  approvers: list(choice),
  mayKeep: z.boolean(),
});
