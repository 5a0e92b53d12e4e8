import type { LetterKnowledge, LetterYouth } from '#domain/household/letter-piece.ts';
import type { Letterhead } from '#domain/letter/letterhead.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';

/** What a letter or an SMS to a youth, or about one, is made of; read right before it is made, kept nowhere. */
export interface MessageFacts {
  readonly caseId: string;
  readonly runId: string;
  readonly unitId: string | null;
  readonly caseworkerId: string | null;
  readonly isProtected: boolean;
  readonly youth: LetterYouth & Pick<YouthRecord, 'languageForm' | 'reserved' | 'mobiles'>;
  readonly sender: Letterhead;
  /** The caseworker's name; empty where there is none. */
  readonly adviser: string;
  readonly schoolYear: string;
}

export interface MessageFactsBook {
  /** By case; a case nobody knows is left out. */
  readonly readMany: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, MessageFacts>>;
  /** The postcodes in force and what has come back, for many households at once. */
  readonly knowledge: () => Promise<LetterKnowledge>;
}
