import { sql } from 'kysely';
import type { Database } from './open.ts';

/**
 * Brings what the database knows of its own tables up to date. A server does it by itself; the embedded one never does, and its
 * counts over 20,000 youths then take twice as long. To be done after a list is applied, outside any transaction.
 */
export async function tidy(db: Database): Promise<void> {
  await sql`vacuum (analyze) person, person_number, youth_case, contact, task, standing, journal`.execute(db);
}
