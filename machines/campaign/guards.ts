import { approvalProblem } from '#domain/campaign/approval.ts';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { CampaignEvent } from './events.ts';

export interface Given {
  readonly context: CampaignFile;
  readonly event: CampaignEvent;
}

export const mayBeApproved = ({ context, event }: Given): boolean =>
  event.type === 'campaign.approved' && approvalProblem(context, event) === undefined;
export const wasApproved = ({ context }: Given): boolean => context.approvedBy !== null;
export const isUntouched = ({ context }: Given): boolean => !context.hasBegun;
export const isRegretOver = ({ event }: Given): boolean =>
  event.type === 'deadline.passed' && event.deadline === 'regret';
export const isTime = ({ event }: Given): boolean => event.type === 'deadline.passed' && event.deadline === 'handOver';
export const isThisList = ({ context, event }: Given): boolean =>
  event.type === 'recipients.frozen' && event.list === context.list;

const isThisPage = ({ context, event }: Given): boolean =>
  (event.type === 'page.handedOver' || event.type === 'hours.ended') && event.page === context.page;
export const isDay = (given: Given): boolean => given.event.type === 'hours.ended' && isThisPage(given);
export const hasMore = (given: Given): boolean =>
  given.event.type === 'page.handedOver' && given.event.left && isThisPage(given);
export const isLast = (given: Given): boolean =>
  given.event.type === 'page.handedOver' && !given.event.left && isThisPage(given);
export const hasMoreToNote = ({ event }: Given): boolean => event.type === 'contacts.noted' && event.left;
export const isAgain = ({ event }: Given): boolean => event.type === 'uncertain.settled' && event.as === 'again';
