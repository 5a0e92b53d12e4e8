import { continueAsNew } from '@temporalio/workflow';
import { actChart } from '#machines/act/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** One bulk act: carried out case by case, perhaps undone as one. */
export async function bulkAct(opening: Opening): Promise<void> {
  const next = await runSubject(actChart, opening);
  if (next) await continueAsNew<typeof bulkAct>(next);
}
