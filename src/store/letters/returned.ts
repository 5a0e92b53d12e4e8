import type { LetterPost } from '#ports/letter-post.ts';
import type { Database } from '../open.ts';
import type { StoredRecord } from '../register/stored-record.ts';
import type { Sealing } from '../sealing.ts';
import { addressIndex } from './address-index.ts';

/** Keeps that a letter came back, once; the case is switched to SMS and phone if the youth still has the address it was printed with. */
export async function noteReturned(
  db: Database,
  sealing: Sealing,
  { letterKey, at, by }: Parameters<LetterPost['noteReturned']>[0],
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const letter = await tx
      .selectFrom('letter_post')
      .innerJoin('youth_case', 'youth_case.case_id', 'letter_post.case_id')
      .innerJoin('person', 'person.person_id', 'youth_case.person_id')
      .select(['letter_post.case_id', 'addressee', 'address_indexes', 'person.record'])
      .where('letter_key', '=', letterKey)
      .executeTakeFirst();
    if (!letter) return false;
    const noted = await tx
      .insertInto('returned_letter')
      .values(
        letter.address_indexes.map((index) => ({
          letter_key: letterKey,
          address_index: index,
          returned_at: at,
          by_staff: by,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // `as`: the column holds what the register put there.
    const { name, address } = letter.record as StoredRecord;
    const isStillThere = address && letter.address_indexes.includes(addressIndex(sealing, name, address));
    if (letter.addressee === 'youth' && isStillThere)
      await tx.updateTable('youth_case').set({ post_returned: true }).where('case_id', '=', letter.case_id).execute();
    await tx.deleteFrom('letter_look').where('case_id', '=', letter.case_id).execute();
    return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n;
  });
}
