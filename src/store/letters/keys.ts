import { createHash } from 'node:crypto';
import type { Addressee } from '#domain/household/letter-piece.ts';
import { type KeyPurpose, keyFrom, readKey } from '#domain/letter/letter-key.ts';
import type { LetterKeys } from '#ports/letter-keys.ts';
import { insertNew } from '../insert-new.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';

/**
 * Keys on our database. A key is drawn from the letter's own name by the store's secret, so that a letter made again has the same one
 * without the key being kept; the row holds its keyed hash. Whoever has the rows and not the secret can make none.
 */
export const letterKeys = (db: Database, sealing: Pick<Sealing, 'blindIndex'>): LetterKeys => {
  const keyOf = (letterKey: string, purpose: KeyPurpose): string =>
    keyFrom(
      createHash('sha256')
        .update(sealing.blindIndex(`letter key|${purpose}|${letterKey}`))
        .digest(),
    );
  const hashOf = (key: string, purpose: KeyPurpose): string => sealing.blindIndex(`letter key hash|${purpose}|${key}`);
  return {
    make: async (wanted) => {
      const made = wanted.map((each) => ({ ...each, key: keyOf(each.letterKey, each.purpose) }));
      await insertNew(
        db,
        'letter_key',
        made.map(({ key, purpose, letterKey, runId, caseId, addressee, expiresAt }) => ({
          key_hash: hashOf(key, purpose),
          purpose,
          letter_key: letterKey,
          run_id: runId,
          case_id: caseId,
          addressee,
          expires_at: expiresAt,
        })),
      );
      return made.map(({ key }) => key);
    },
    open: async (typed, purpose, at) => {
      const key = readKey(typed);
      if (key === undefined) return { outcome: 'mistyped' };
      const row = await db
        .selectFrom('letter_key')
        .select(['letter_key', 'run_id', 'case_id', 'addressee', 'expires_at'])
        .where('key_hash', '=', hashOf(key, purpose))
        .executeTakeFirst();
      if (!row) return { outcome: 'unknown' };
      if (row.expires_at <= at) return { outcome: 'expired' };
      const { letter_key: letterKey, run_id: runId, case_id: caseId } = row;
      // `as`: `make` wrote it.
      return { outcome: 'opened', letterKey, runId, caseId, addressee: row.addressee as Addressee };
    },
  };
};
