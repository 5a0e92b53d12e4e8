import type { Refusal } from '../outcome.ts';
import type { Doer } from '../standing.ts';
import type { CampaignFile } from './campaign-file.ts';

/** Who approves, and what was looked at. */
export interface Approval {
  readonly doer: Doer;
  readonly list: number;
  readonly fingerprint: string;
}

/** Why an approval does not hold: one's own work, another list or text than stands, or nobody to send to. */
export function approvalProblem(file: CampaignFile, { doer, list, fingerprint }: Approval): Refusal | undefined {
  const approvers = [doer.by, doer.onBehalfOf ?? null];
  if (doer.by === null || approvers.some((by) => by !== null && file.makers.includes(by)))
    return { code: 'campaign.ownApproval' };
  if (list !== file.list || fingerprint !== file.fingerprint) return { code: 'campaign.otherList' };
  return file.recipients === 0 ? { code: 'campaign.emptyList' } : undefined;
}
