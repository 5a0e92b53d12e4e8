import { continueAsNew } from '@temporalio/workflow';
import { youthChart } from '#machines/youth/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** One youth in one school year: code, contact, assignment, return to VIGO. Waits for what people and time tell it. */
export async function youthCase(opening: Opening): Promise<void> {
  const next = await runSubject(youthChart, opening);
  if (next) await continueAsNew<typeof youthCase>(next);
}
