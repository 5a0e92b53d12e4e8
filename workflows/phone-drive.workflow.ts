import { continueAsNew } from '@temporalio/workflow';
import { driveChart } from '#machines/phone-drive/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** One phone drive: its dates, who rings, and when cards are shared out. Cards themselves are rows, claimed and settled beside it. */
export async function phoneDrive(opening: Opening): Promise<void> {
  const next = await runSubject(driveChart, opening);
  if (next) await continueAsNew<typeof phoneDrive>(next);
}
