import type { Sessions } from '#ports/staff.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';

type Kept = Readonly<Record<string, unknown>>;

/**
 * Sessions on our database, so that signing out holds for every copy of the cookie. What one keeps is sealed: somebody may have looked for
 * a national id, or answered the guide of an illness.
 */
export const sessions = (db: Database, sealing: Pick<Sealing, 'seal' | 'open'>): Sessions => ({
  open: async (tokenHash, { staffId, createdAt, expiresAt, kept }) => {
    await db
      .insertInto('session')
      .values({
        token_hash: tokenHash,
        staff_id: staffId,
        created_at: createdAt,
        expires_at: expiresAt,
        kept: sealed(kept, sealing),
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
    return (
      row && {
        staffId: row.staff_id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        kept: opened(row.kept, sealing),
      }
    );
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
      const kept = sealed({ ...opened(row.kept, sealing), ...entries }, sealing);
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

const sealed = (kept: Kept, { seal }: Pick<Sealing, 'seal'>): string =>
  JSON.stringify(
    Object.values(kept).every((value) => value === undefined) ? {} : { sealed: seal(JSON.stringify(kept)) },
  );

const opened = (row: Kept, { open }: Pick<Sealing, 'open'>): Kept =>
  // `as`: `sealed` made it, of what the pages keep.
  typeof row.sealed === 'string' ? (JSON.parse(open(row.sealed)) as Kept) : {};
