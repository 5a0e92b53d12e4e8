import type { Day } from '#domain/calendar/day.ts';
import type { CampaignChannel, TemplateVersion } from '#domain/campaign/campaign-file.ts';
import type { Addressee } from '#domain/household/letter-piece.ts';
import type { Language } from '#domain/language.ts';

/** One letter or SMS to one addressee. No person in it: who and what is read from the store at hand-over. */
export interface Piece {
  /** Made once, when the list is frozen; the piece's name for ever. */
  readonly key: string;
  readonly runId: string;
  readonly caseId: string;
  readonly addressee: Addressee;
  readonly language: Language;
  readonly template: TemplateVersion;
  /** The day it goes out. */
  readonly on: Day;
}

/** What became of one piece at hand-over. */
export type Receipt =
  | { readonly key: string; readonly outcome: 'accepted'; readonly reference: string | null }
  | { readonly key: string; readonly outcome: 'refused'; readonly why: string }
  /** Gone perhaps: it is asked after, never handed over blindly again. */
  | { readonly key: string; readonly outcome: 'unclear' };

/** Whether the other side has a piece; `cannot-tell` where it has no such question. */
export type PieceStanding =
  | { readonly answer: 'taken'; readonly reference: string | null }
  | { readonly answer: 'not-taken' }
  | { readonly answer: 'cannot-tell' };

/** What one addressee will get, for those who may see that person. */
export interface PiecePreview {
  readonly text: string;
  /** SMS parts, or sheets of a letter. */
  readonly parts: number;
}

/** Where pieces leave the house. `handOver` throws only when nothing at all has left it. */
export interface Channel {
  readonly name: string;
  readonly batchSize: number;
  /** So long after a claim no call that was begun then can reach the other side any more, ms; only then is it asked. */
  readonly calmAfter: number;
  readonly handOver: (pieces: readonly Piece[]) => Promise<readonly Receipt[]>;
  /** Every key asked for is answered. */
  readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, PieceStanding>>;
  /** What each would get, by key; one that cannot be made is left out. */
  readonly preview: (pieces: readonly Piece[]) => Promise<ReadonlyMap<string, PiecePreview>>;
}

/** The channel of a run: a rehearsal's pieces never leave the house. */
export type Channels = (channel: CampaignChannel, runId: string) => Promise<Channel>;
