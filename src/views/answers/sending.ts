import type { Day } from '#domain/calendar/day.ts';
import type {
  CampaignChannel,
  CampaignFilter,
  CampaignPurpose,
  CampaignState,
  TemplateVersion,
} from '#domain/campaign/campaign-file.ts';
import type { RecipientCounts, RecipientState } from '#domain/campaign/recipient.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { CaseId } from '#domain/ids.ts';
import type { LanguageForm } from '#domain/person/youth-record.ts';

/** One sending as a line of the list. Moments are UTC ms. */
export interface SendingHead {
  readonly campaignId: string;
  readonly title: string;
  readonly channel: CampaignChannel;
  readonly purpose: CampaignPurpose;
  readonly state: CampaignState;
  readonly madeOn: Day;
  readonly madeBy: string | undefined;
  readonly sendAt: number;
  readonly counts: RecipientCounts;
}

export interface SendingsAnswer {
  readonly today: Day;
  readonly sendings: readonly SendingHead[];
  readonly mayPlan: boolean;
}

export interface ReasonCount {
  readonly state: RecipientState;
  /** An exclusion, or a provider's own word for a failure. */
  readonly reason: string;
  readonly count: number;
}

/** An earlier sending to the very same people on the same channel. */
export interface SameList {
  readonly campaignId: string;
  readonly title: string;
  readonly on: Day;
}

export interface PlanDay {
  readonly day: Day;
  readonly forecast: boolean;
}

/** One sending whole: what the one who approves looks at, and what the one who stops it reads. */
export interface SendingAnswer extends SendingHead {
  readonly today: Day;
  readonly filter: CampaignFilter;
  readonly template: TemplateVersion;
  readonly taskId: string | undefined;
  /** The plan's day, for a sending that has none of its own; a forecast as long as the letters before it are not out. */
  readonly planDay: PlanDay | undefined;
  /** It was approved for a day that the plan no longer has. */
  readonly approvalLapsed: boolean;
  /** The frozen list: number 0 and no fingerprint before the first. */
  readonly list: number;
  readonly fingerprint: string | undefined;
  readonly frozenAt: number | undefined;
  readonly reasons: readonly ReasonCount[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly counts: RecipientCounts }[];
  readonly languages: readonly { readonly language: string; readonly count: number }[];
  /** SMS parts of those who are to get it, and what they cost at most, in øre. */
  readonly parts: number;
  readonly cost: number;
  readonly sameListBefore: readonly SameList[];
  /** So many of the list have had something on this channel in the last fourteen days. */
  readonly writtenToLately: number;
  readonly approvedBy: string | undefined;
  readonly approvedAt: number | undefined;
  readonly handOverAt: number | undefined;
  readonly begunAt: number | undefined;
  readonly stoppedAt: number | undefined;
  readonly stoppedBy: string | undefined;
  readonly settledAt: number | undefined;
  /** Letters that wait for the printer, and those that are in a batch; none of an SMS. */
  readonly pile: { readonly waiting: number; readonly printed: number };
  /** The acts that coded those who got it. */
  readonly acts: readonly string[];
  readonly mayChange: boolean;
  readonly mayPreview: boolean;
  readonly mayApprove: boolean;
  readonly mayWithdraw: boolean;
  readonly mayStop: boolean;
  readonly mayResume: boolean;
  readonly mayEnd: boolean;
  readonly maySettle: boolean;
  readonly maySeeRecipients: boolean;
}

export interface RecipientRow {
  readonly key: string;
  readonly caseId: CaseId;
  readonly name: string;
  readonly addressee: string;
  readonly unit: string;
  readonly language: string | undefined;
  readonly state: RecipientState;
  readonly reason: string | undefined;
  readonly parts: number | undefined;
  readonly handedAt: number | undefined;
}

export interface RecipientsAnswer {
  readonly campaignId: string;
  readonly shown: RecipientState | undefined;
  readonly rows: readonly RecipientRow[];
  /** Those the reader may see. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What one addressee gets, as it would go out now. */
export interface RecipientPreview {
  readonly key: string;
  readonly caseId: CaseId;
  readonly name: string;
  readonly addressee: Addressee;
  readonly language: LanguageForm;
  readonly text: string;
  readonly parts: number;
}

/** Who got it and who did not, exactly, when it was stopped or is over. */
export interface SendingReport {
  readonly campaignId: string;
  readonly title: string;
  readonly state: CampaignState;
  readonly stoppedAt: number | undefined;
  readonly stoppedBy: string | undefined;
  /** Is out of the house. */
  readonly reached: number;
  /** Will get nothing by this sending as it stands. */
  readonly notReached: number;
  /** Nobody can tell: a person must. */
  readonly uncertain: number;
  /** Claimed for a call that is under way this moment. */
  readonly underWay: number;
  readonly reasons: readonly ReasonCount[];
}
