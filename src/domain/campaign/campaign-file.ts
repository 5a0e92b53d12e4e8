import type { TransferCode } from '../person/youth-record.ts';
import type { Deadlines } from '../standing.ts';
import type { RegisteredCode } from '../status-code/report-code.ts';
import type { CaseFile } from '../youth/case-file.ts';

export const campaignChannels = ['letter', 'sms'] as const;
export type CampaignChannel = (typeof campaignChannels)[number];

/** What a campaign is for, which decides who may be in it and what follows from it. */
export const campaignPurposes = ['standard-letter', 'sms-round', 'other'] as const;
export type CampaignPurpose = (typeof campaignPurposes)[number];

/** The one channel that fits a purpose; of any other sending, its text tells. */
export const channelOf: Readonly<Record<CampaignPurpose, CampaignChannel | undefined>> = {
  'standard-letter': 'letter',
  'sms-round': 'sms',
  other: undefined,
};

export const campaignStates = [
  'planned',
  'freezing',
  'previewed',
  'approved',
  'waiting',
  'handingOver',
  'followingUp',
  'settled',
  'stopped',
] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Which youths a campaign is about; what is left out does not narrow. Codes and ids only. */
export interface CampaignFilter {
  readonly tracks?: readonly string[];
  readonly units?: readonly string[];
  readonly transfers?: readonly TransferCode[];
  readonly status?: RegisteredCode;
  readonly choice?: NonNullable<CaseFile['choice']>;
  /** Named cases instead of a rule. */
  readonly cases?: readonly string[];
}

/** A text that is never edited: a new one is a new version. */
export interface TemplateVersion {
  readonly templateId: string;
  readonly version: number;
}

/** What a campaign's machine remembers; the recipients are rows. */
export interface CampaignFile {
  readonly campaignId: string;
  readonly runId: string;
  readonly channel: CampaignChannel;
  readonly purpose: CampaignPurpose;
  readonly template: TemplateVersion;
  /** Not before this moment. */
  readonly sendAt: number;
  /** It was given no day of its own: it goes on the plan's, whenever that comes to be. */
  readonly followsPlan: boolean;
  /** Everybody who made or changed it: none of them may approve it. */
  readonly makers: readonly string[];
  /** Number of the frozen list; 0 before the first. */
  readonly list: number;
  /** Tells one list of recipients from another; null while there is none. */
  readonly fingerprint: string | null;
  readonly recipients: number;
  readonly approvedBy: string | null;
  /** When hand-over may begin, inside the sending hours; null until it is approved. */
  readonly handOverAt: number | null;
  /** Hand-over has begun at least once: the list is what it is. */
  readonly hasBegun: boolean;
  /** Number of the page that was ordered last. */
  readonly page: number;
  /** Rows that a person must settle. */
  readonly uncertain: number;
  readonly deadlines: Deadlines;
}

export const newCampaign = (
  given: Pick<CampaignFile, 'campaignId' | 'runId' | 'channel' | 'purpose' | 'template' | 'sendAt'> & {
    readonly followsPlan?: boolean;
    readonly by: string;
  },
): CampaignFile => {
  const { by, followsPlan = false, ...rest } = given;
  return {
    ...rest,
    followsPlan,
    makers: [by],
    list: 0,
    fingerprint: null,
    recipients: 0,
    approvedBy: null,
    handOverAt: null,
    hasBegun: false,
    page: 0,
    uncertain: 0,
    deadlines: {},
  };
};
