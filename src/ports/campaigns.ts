import type { Day } from '#domain/calendar/day.ts';
import type { CampaignFile, CampaignFilter, CampaignState } from '#domain/campaign/campaign-file.ts';
import type { RecipientState } from '#domain/campaign/recipient.ts';
import type { SendingSettings } from '#domain/campaign/settings.ts';
import type { Piece, PieceStanding, Receipt } from './channel.ts';
import type { DeliveryReport } from './sms-gateway.ts';

/** A campaign as it is written the first time. */
export interface NewCampaign {
  readonly file: CampaignFile;
  readonly title: string;
  readonly filter: CampaignFilter;
  /** The plan's task that is done when it is settled; null for a campaign outside the plan. */
  readonly taskId: string | null;
  readonly at: number;
  readonly by: string;
}

export interface CampaignFacts {
  readonly file: CampaignFile;
  readonly state: CampaignState;
  readonly filter: CampaignFilter;
  readonly taskId: string | null;
}

/** A list of recipients as it was frozen. */
export interface FrozenList {
  readonly fingerprint: string;
  readonly recipients: number;
}

/** Campaigns as rows, for the desk and for freezing. */
export interface Campaigns {
  /** Row and standing in one transaction; the same campaign twice is one. */
  readonly plan: (campaign: NewCampaign) => Promise<void>;
  readonly find: (campaignId: string) => Promise<CampaignFacts | undefined>;
  /** Those of a run that are approved and wait for their time. */
  readonly waitingIn: (runId: string) => Promise<readonly CampaignFacts[]>;
  readonly settings: () => Promise<SendingSettings>;
  readonly keepSettings: (
    settings: SendingSettings,
    kept: { readonly at: number; readonly by: string },
  ) => Promise<void>;
  /** Names the recipients and those left out under a list number; a second time gives the first answer. */
  readonly freeze: (wish: {
    readonly campaignId: string;
    readonly list: number;
    readonly at: number;
    readonly on: Day;
  }) => Promise<FrozenList>;
  /** Some planned pieces from a place on, to be measured. */
  readonly piecesFrom: (campaignId: string, list: number, place: number, atMost: number) => Promise<readonly Placed[]>;
  readonly noteParts: (parts: ReadonlyMap<string, number>) => Promise<void>;
  readonly recipient: (campaignId: string, key: string) => Promise<{ readonly state: RecipientState } | undefined>;
  /** What providers say later; gives how many rows it changed. Told twice is told once. */
  readonly noteDelivery: (reports: readonly DeliveryReport[], at: number) => Promise<number>;
}

export interface Placed extends Piece {
  readonly place: number;
}

/** A claim of somebody who has gone, or whose call did not say what came of it. */
export interface Stranded {
  readonly key: string;
  readonly claim: string;
}

/**
 * The rows by which nothing goes twice and nothing is lost. A row is claimed before the call and settled after it; the claim is a
 * word that nobody else has, and whoever does not hold it settles nothing by it.
 */
export interface HandOverBook {
  /**
   * Claims the next planned rows that still get it by the facts as they are in the same transaction; the others are taken out.
   * `closed`: the campaign is not handing over now.
   */
  readonly claim: (wish: {
    readonly campaignId: string;
    readonly claim: string;
    readonly atMost: number;
    readonly on: Day;
  }) => Promise<'closed' | { readonly pieces: readonly Piece[]; readonly looked: number }>;
  /** The last look before the call: whether the campaign is still handing over and the claim still holds every row. */
  readonly holds: (campaignId: string, claim: string, keys: readonly string[]) => Promise<boolean>;
  /** Gives claimed rows back of which no call was begun. */
  readonly release: (campaignId: string, claim: string) => Promise<void>;
  /** What came of a call. An accepted piece is accepted whoever holds it now; `unclear` leaves the row to be asked after. */
  readonly settle: (campaignId: string, claim: string, receipts: readonly Receipt[], at: number) => Promise<void>;
  /** Rows of claims older than that, and how long until the next is, ms; null where no other row is claimed. */
  readonly stranded: (
    campaignId: string,
    olderThan: number,
    atMost: number,
  ) => Promise<{ readonly rows: readonly Stranded[]; readonly nextIn: number | null }>;
  /** What the other side said of stranded rows: taken, planned again, or for a person. */
  readonly answer: (
    campaignId: string,
    rows: readonly Stranded[],
    answers: ReadonlyMap<string, PieceStanding>,
    at: number,
  ) => Promise<void>;
}

/** What follows from sending, by the rows. */
export interface FollowUps {
  /** Youths who got it and whose case does not know it yet. */
  readonly unnoted: (
    campaignId: string,
    atMost: number,
  ) => Promise<readonly { readonly key: string; readonly caseId: string; readonly at: number }[]>;
  readonly noted: (keys: readonly string[]) => Promise<void>;
  /** Rows that are not explained yet, and those a person must settle. */
  readonly open: (campaignId: string) => Promise<{ readonly planned: number; readonly uncertain: number }>;
  /** Youths who got it and are in no act yet, with what the rules ask of their age; written into the act's name. */
  readonly uncoded: (campaignId: string) => Promise<readonly { readonly caseId: string; readonly born: Day | null }[]>;
  readonly coded: (campaignId: string, cases: readonly string[], actId: string) => Promise<void>;
}
