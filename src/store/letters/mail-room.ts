import type { MailRoom } from '#ports/mail-room.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';

/** What the county says about its own post, on our database. */
export const mailRoom = (db: Database): MailRoom => ({
  replacePostcodes: (register) =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('postcode').execute();
      await insertMany(tx, 'postcode', register);
      // Another register, other faults.
      await tx.deleteFrom('letter_look').execute();
    }),
  writeCountyHead: (head) => writeHead(db, '', head),
  writeOfficeHead: (unitId, head) => writeHead(db, unitId, head),
});

async function writeHead(db: Database, unitId: string, head: object): Promise<void> {
  await db
    .insertInto('letterhead')
    .values({ unit_id: unitId, head: JSON.stringify(head) })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet((set) => ({ head: set.ref('excluded.head') })))
    .execute();
}
