import { continueAsNew } from '@temporalio/workflow';
import { yearChart } from '#machines/school-year/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** A county's school year: the plan in force and what its dates hang on. Ends never by itself; closing it is a state. */
export async function schoolYear(opening: Opening): Promise<void> {
  const next = await runSubject(yearChart, opening);
  if (next) await continueAsNew<typeof schoolYear>(next);
}
