import { sql } from 'kysely';
import type { LetterPost, NewLetter } from '#ports/letter-post.ts';
import { insertNew } from '../insert-new.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { addressIndex } from './address-index.ts';
import { batchOf, gather } from './print-batch.ts';
import { noteReturned } from './returned.ts';

/** The pile of letters on our database: each kept once by its key, sealed. */
export const letterPost = (db: Database, sealing: Sealing): LetterPost => ({
  keep: (letters, at) =>
    insertNew(
      db,
      'letter_post',
      letters.map((letter) => postedRow(letter, at, sealing)),
    ),
  kept: async (keys) => {
    const rows = await db
      .selectFrom('letter_post')
      .select('letter_key')
      .where('letter_key', 'in', oneOf(keys))
      .execute();
    return new Set(rows.map(({ letter_key }) => letter_key));
  },
  pdf: async (key) => {
    const row = await db
      .selectFrom('letter_post')
      .select('pdf_sealed')
      .where('letter_key', '=', key)
      .executeTakeFirst();
    return row && sealing.openBytes(row.pdf_sealed);
  },
  gather: (wish) => gather(db, wish),
  batch: (batchId) => batchOf(db, batchId),
  discard: async (keys) => {
    await db.updateTable('letter_post').set({ discarded: true }).where('letter_key', 'in', oneOf(keys)).execute();
  },
  noteReturned: (note) => noteReturned(db, sealing, note),
});

const postedRow = ({ piece, ...letter }: NewLetter, at: number, sealing: Sealing) => ({
  letter_key: letter.key,
  run_id: letter.runId,
  case_id: letter.caseId,
  addressee: piece.addressee,
  unit_id: letter.unitId,
  postcode: piece.address.postcode ?? '',
  address_indexes: JSON.stringify(piece.names.map((name) => addressIndex(sealing, name, piece.address))),
  on_day: letter.on,
  pages: letter.pages,
  pdf_sealed: sealing.sealBytes(letter.pdf),
  kept_at: at,
  batch_id: null,
});

const oneOf = (texts: readonly string[]) =>
  sql<string>`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
