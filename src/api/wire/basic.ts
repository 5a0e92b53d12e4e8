import { z } from 'zod';
import { parseDay } from '#domain/calendar/day.ts';

/** A list nobody writes to. */
export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** A day as it is sent out. */
export const day = z.string();
export const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
export const choice = z.object({ id: z.string(), name: z.string() });
export const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), list(z.string())]));

/** A day as it comes in: one that exists. */
export const dayGiven = z.string().transform((text, context) => {
  const found = parseDay(text);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'YYYY-MM-DD' });
  return z.NEVER;
});

/** Ids are opaque and short. */
export const id = z.string().min(1).max(200);
export const sentence = z.string().trim().min(1).max(2000);
/** Ask the rules, change nothing. */
export const dryRun = z.boolean().default(false);

/** A rule said no: the code and what it rests on for programs, the sentence for people. */
export const refusal = z.object({
  code: z.string(),
  facts: facts.optional(),
  source: z.string().optional(),
  text: z.string(),
});
export const refusals = z.object({ refusals: list(refusal) });
/** What was sent could not be read: where, what stood there, what was wanted. */
export const fault = z.object({ place: z.string(), found: z.string(), wanted: z.string() });
export const faults = z.object({ faults: list(fault) });
/** The world broke; the number is in the log. */
export const failure = z.object({ failure: z.object({ number: z.string(), text: z.string() }) });

/** A change that was made; its number in the subject's journal, 0 when it was only tried. */
export const done = z.object({ sequence: z.number() });
export const finding = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  where: z.string(),
  dates: list(day),
  facts,
  proposal: z.string().optional(),
  text: z.object({ found: z.string(), wanted: z.string(), mend: z.string() }),
});
