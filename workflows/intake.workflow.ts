import { continueAsNew } from '@temporalio/workflow';
import { intakeChart } from '#machines/intake/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** One received file: looked at, approved, applied, perhaps undone. */
export async function intake(opening: Opening): Promise<void> {
  const next = await runSubject(intakeChart, opening);
  if (next) await continueAsNew<typeof intake>(next);
}
