import { continueAsNew } from '@temporalio/workflow';
import { campaignChart } from '#machines/campaign/machine.ts';
import type { Opening } from './messages.ts';
import { runSubject } from './subject.ts';

/** One sending of letters or SMS: listed, approved, handed over a page at a time, stopped and taken up again. */
export async function campaign(opening: Opening): Promise<void> {
  const next = await runSubject(campaignChart, opening);
  if (next) await continueAsNew<typeof campaign>(next);
}
