import { type Kysely, sql } from 'kysely';
import { first } from './migrations/0001-first.ts';
import { lists } from './migrations/0002-lists.ts';
import { acts } from './migrations/0003-acts.ts';
import { assignment } from './migrations/0004-assignment.ts';
import { crossCheck } from './migrations/0005-cross-check.ts';
import { queues } from './migrations/0006-queues.ts';
import { campaigns } from './migrations/0007-campaigns.ts';
import { letters } from './migrations/0008-letters.ts';
import { replies } from './migrations/0009-replies.ts';
import { phone } from './migrations/0010-phone.ts';
import { letterLooks } from './migrations/0018-letter-looks.ts';
import { listsAgain } from './migrations/0019-lists-again.ts';

/** In order, forward only; a landed migration is never edited. */
const migrations = [
  ['0001-first', first],
  ['0002-lists', lists],
  ['0003-acts', acts],
  ['0004-assignment', assignment],
  ['0005-cross-check', crossCheck],
  ['0006-queues', queues],
  ['0007-campaigns', campaigns],
  ['0008-letters', letters],
  ['0009-replies', replies],
  ['0010-phone', phone],
  ['0018-letter-looks', letterLooks],
  ['0019-lists-again', listsAgain],
] as const;

/** What the tables are made of. */
export const migrationTexts: readonly string[] = migrations.map(([, text]) => text);

/** Applies what is missing, each migration whole or not at all; two processes at once wait for each other. */
export async function migrate<T>(db: Kysely<T>): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`create table if not exists migration (name text primary key)`.execute(tx);
    await sql`lock table migration in exclusive mode`.execute(tx);
    const known = new Set(
      (await sql<{ name: string }>`select name from migration`.execute(tx)).rows.map(({ name }) => name),
    );
    const missing = migrations.filter(([name]) => !known.has(name));
    for (const [name, text] of missing) {
      for (const statement of text.split(';\n').filter((part) => part.trim() !== ''))
        await sql.raw(statement).execute(tx);
      await sql`insert into migration (name) values (${name})`.execute(tx);
    }
    return missing.map(([name]) => name);
  });
}
