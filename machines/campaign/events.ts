import type { CampaignFilter, TemplateVersion } from '#domain/campaign/campaign-file.ts';
import type { UncertainSettlement } from '#domain/campaign/recipient.ts';
import type { Happening } from '#domain/standing.ts';

/** What may happen to a campaign. */
export type CampaignEvent =
  /** Who it is about, what it says or when it goes; whatever was approved is so no more. */
  | (Happening & {
      readonly type: 'campaign.changed';
      readonly filter: CampaignFilter;
      readonly template: TemplateVersion;
      readonly sendAt: number;
      readonly followsPlan: boolean;
    })
  | (Happening & { readonly type: 'preview.asked' })
  /** Answer to `freezeRecipients`: the list stands in the store under its number. */
  | (Happening & {
      readonly type: 'recipients.frozen';
      readonly list: number;
      readonly fingerprint: string;
      readonly recipients: number;
    })
  /** By somebody else than those who made it, for the list and the text that were looked at. */
  | (Happening & {
      readonly type: 'campaign.approved';
      readonly list: number;
      readonly fingerprint: string;
      readonly regretUntil: number;
      readonly handOverAt: number;
    })
  | (Happening & { readonly type: 'approval.withdrawn' })
  | (Happening & { readonly type: 'campaign.stopped' })
  | (Happening & { readonly type: 'campaign.resumed'; readonly handOverAt: number })
  /** Nobody more gets it: what was stopped stays so. */
  | (Happening & { readonly type: 'campaign.ended' })
  /** Answer to `handOverPage`. */
  | (Happening & { readonly type: 'page.handedOver'; readonly page: number; readonly left: boolean })
  /** Answer to `handOverPage`: the day is over, or has not begun. */
  | (Happening & { readonly type: 'hours.ended'; readonly page: number; readonly until: number })
  /** Answer to `noteContacts`: the youths' own cases know that they were written to. */
  | (Happening & { readonly type: 'contacts.noted'; readonly left: boolean; readonly uncertain: number })
  /** A person has found out whether one recipient got it. */
  | (Happening & {
      readonly type: 'uncertain.settled';
      readonly key: string;
      readonly as: UncertainSettlement;
      readonly handOverAt: number;
    })
  | (Happening & { readonly type: 'deadline.passed'; readonly deadline: string });
