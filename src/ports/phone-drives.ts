import type { DriveCaller } from '#domain/phone/drive-file.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';

export type DriveState = 'planned' | 'open' | 'closed';

export interface NewDrive {
  readonly driveId: string;
  readonly runId: string;
  readonly window: string | null;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly reportOn: string;
  readonly goal: number;
  readonly units: readonly string[] | null;
  readonly callers: readonly DriveCaller[];
  readonly at: number;
  readonly by: string | null;
}

export interface DriveFacts {
  readonly driveId: string;
  readonly runId: string;
  readonly state: DriveState;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly units: readonly string[] | null;
  /** Those who ring now. */
  readonly callers: readonly DriveCaller[];
}

/** Who asks for a card: no more than they may see, and never a protected youth. */
export interface Claim {
  readonly driveId: string;
  readonly staffId: string;
  readonly units: readonly string[] | 'all';
  readonly now: number;
}

export interface CallFacts {
  readonly callId: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly callerId: string;
  readonly outcome: CallOutcome;
}

/** What sharing out would do, or did. */
export interface Deal {
  readonly fresh: number;
  readonly given: number;
  readonly left: number;
}

/** Rows of phone drives: cards are claimed, let go and shared out here; how a call went is a step of the youth's case. */
export interface PhoneDrives {
  /** Rows and standing of a new drive; again is the same. */
  readonly begin: (drive: NewDrive) => Promise<void>;
  readonly find: (driveId: string) => Promise<DriveFacts | undefined>;
  /** Drives of a run, the newest first. */
  readonly ofRun: (runId: string) => Promise<readonly DriveFacts[]>;
  /**
   * The card that is the caller's now: the one they hold, else the next one, held for them alone. No two callers are ever given the same while it is
   * held. Undefined when there is none to ring now.
   */
  readonly claim: (claim: Claim) => Promise<string | undefined>;
  /** A card kept before the caller while what came of the call is written: false where another has it, undefined where there is none. */
  readonly hold: (claim: Claim & { readonly caseId: string }) => Promise<boolean | undefined>;
  /** One named card taken by hand, for somebody who rings back; one that is not in the drive is put there. False where another has it. */
  readonly take: (claim: Claim & { readonly caseId: string }) => Promise<boolean>;
  /** Lets go of what a caller holds, or of one card: back at once, or after so long where it was skipped. */
  readonly letGo: (
    claim: Pick<Claim, 'driveId' | 'staffId' | 'now'> & { readonly skipFor?: number; readonly caseId?: string },
  ) => Promise<number>;
  /** Done for the day: what the caller holds and has not rung goes to whoever is free; agreed times stay theirs. Gives how many. */
  readonly release: (claim: Pick<Claim, 'driveId' | 'staffId' | 'now'>) => Promise<number>;
  /** The caller's last call that stands, where nobody has rung the youth since. */
  readonly lastCall: (driveId: string, callerId: string) => Promise<CallFacts | undefined>;
  /** Cards for those who are OTUK and an even split; `dryRun` changes nothing. */
  readonly deal: (deal: {
    readonly driveId: string;
    readonly how: 'new' | 'all';
    readonly at: number;
    readonly dryRun?: boolean;
  }) => Promise<Deal>;
  /** Lets go of everything and keeps what is left of OTUK per unit and caseworker. */
  readonly close: (driveId: string, at: number) => Promise<void>;
}
