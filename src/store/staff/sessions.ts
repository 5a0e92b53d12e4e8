import type { Sessions } from '#ports/staff.ts';
import type { Database } from '../open.ts';

/** Sessions on our database, so that signing out holds for every copy of the cookie. */
export const sessions = (db: Database): Sessions => ({
  open: async (tokenHash, { staffId, createdAt, expiresAt, kept }) => {
    await db
      .insertInto('session')
      .values({
        token_hash: tokenHash,
        staff_id: staffId,
        created_at: createdAt,
        expires_at: expiresAt,
        kept: JSON.stringify(kept),
      })
      .execute();
  },
  read: async (tokenHash, at) => {
    const row = await db
      .selectFrom('session')
      .select(['staff_id', 'created_at', 'expires_at', 'kept'])
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    return row && { staffId: row.staff_id, createdAt: row.created_at, expiresAt: row.expires_at, kept: row.kept };
  },
  touch: async (tokenHash, expiresAt) => {
    await db.updateTable('session').set({ expires_at: expiresAt }).where('token_hash', '=', tokenHash).execute();
  },
  keep: (tokenHash, entries) =>
    db.transaction().execute(async (tx) => {
      const row = await tx
        .selectFrom('session')
        .select('kept')
        .where('token_hash', '=', tokenHash)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return;
      const kept = JSON.stringify({ ...row.kept, ...entries });
      await tx.updateTable('session').set({ kept }).where('token_hash', '=', tokenHash).execute();
    }),
  end: async (tokenHash) => {
    await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
  },
  endAllOf: async (staffId) => {
    await db.deleteFrom('session').where('staff_id', '=', staffId).execute();
  },
  sweep: async (at) => {
    const gone = await db.deleteFrom('session').where('expires_at', '<=', at).executeTakeFirst();
    return Number(gone.numDeletedRows);
  },
});
