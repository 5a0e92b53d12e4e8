import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import { migrate } from '#store/migrate.ts';
import { type Database, openDatabase } from '#store/open.ts';
import { sealingWith } from '#store/sealing.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { postgresForTests } from '../support/servers.ts';

export const sealing = sealingWith({
  current: { id: 'test', key: new Uint8Array(32).fill(1) },
  older: [],
  index: new Uint8Array(32).fill(2),
});

// A new embedded database costs seconds, an emptied one milliseconds.
let embedded: Promise<Database> | undefined;

/** Runs the same sentences on both databases; where there is no PostgreSQL its half is left out, and the run says so in a line. */
export async function onBothDatabases(name: string, sentences: (db: () => Database) => void): Promise<void> {
  const url = await postgresForTests();
  describe(`${name}, embedded`, () => {
    let db: Database;
    beforeAll(async () => {
      embedded ??= memoryDatabase();
      db = await embedded;
      await sql`drop schema public cascade`.execute(db);
      await sql`create schema public`.execute(db);
      await migrate(db);
    });
    sentences(() => db);
  });
  describe.skipIf(url === undefined)(`${name}, on PostgreSQL`, () => {
    let db: Database;
    beforeAll(async () => {
      db = await openDatabase({ kind: 'server', url: url ?? '' });
    });
    afterAll(() => db.destroy());
    sentences(() => db);
  });
}

/** A run without a plan, as far as the register needs one. */
export async function aRun(db: Database): Promise<string> {
  const runId = `run-${randomUUID()}`;
  const tracks = [
    { id: 'oson', codes: ['OSON'], allYear: false },
    { id: 'others', codes: ['OSNP', 'OSVE', 'OSUT'], allYear: false },
    { id: 'early-leavers', codes: ['OESL'], allYear: true },
  ];
  await db
    .insertInto('run')
    .values({
      run_id: runId,
      school_year: '2026-2027',
      title: '2026–2027',
      template_id: 'vigo-otto',
      template_version: 1,
      state: 'running',
      plan_version: 1,
      inputs: JSON.stringify({ template: { tracks } }),
      created_at: 0,
    })
    .execute();
  return runId;
}
