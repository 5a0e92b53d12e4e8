import type { AnyMachineSnapshot } from 'xstate';
import { approvalProblem } from '#domain/campaign/approval.ts';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { Happening } from '#domain/standing.ts';
import type { CampaignEvent } from './events.ts';

/** Why a campaign does not take an event. */
export function whyNot(snapshot: AnyMachineSnapshot, happening: Happening): readonly Refusal[] {
  // `as`: this chart's snapshots and events are its machine's.
  const file = snapshot.context as CampaignFile;
  const event = happening as CampaignEvent;
  const state = String(snapshot.value);
  const problem =
    event.type === 'campaign.approved' && state === 'previewed' ? approvalProblem(file, event) : undefined;
  if (problem) return [problem];
  if (event.type === 'campaign.resumed' && state === 'stopped') return [{ code: 'campaign.notApproved' }];
  const isUnderWay = event.type === 'campaign.changed' || event.type === 'approval.withdrawn';
  if (isUnderWay && file.hasBegun) return [{ code: 'campaign.hasBegun' }];
  return [{ code: 'campaign.notNow', facts: { state, event: event.type } }];
}
