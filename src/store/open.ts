import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { packed } from './database-image.ts';
import { migrate } from './migrate.ts';
import { openPglite, pglitePool } from './pglite-pool.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** `memory`, a folder for the embedded database, or a `postgres://` address; `images` is a folder where an image may lie. */
export type Where =
  | { readonly kind: 'memory'; readonly images?: string }
  | { readonly kind: 'folder'; readonly path: string; readonly images?: string }
  | { readonly kind: 'server'; readonly url: string };

/** Opens the database and brings its tables up to date. */
export async function openDatabase(where: Where): Promise<Database> {
  const pool =
    where.kind === 'server'
      ? serverPool(where.url)
      : pglitePool(await openPglite(where.kind === 'folder' ? where.path : undefined, where.images), parsers);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  return db;
}

/** An image of an empty database with today's tables. */
export async function packedDatabase(): Promise<Uint8Array> {
  const lite = await openPglite(undefined, undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pglitePool(lite, parsers) }) });
  await migrate(db);
  const image = await packed(lite);
  await db.destroy();
  return image;
}

function serverPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, types: parsers });
  // A server that goes away ends its connections, idle ones and those lent out between two questions alike; whoever asks next is told,
  // and another is opened. Unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const int8 = 20;
const date = 1082;
/** Counts as numbers and days as text, from both databases. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number;
    if (oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
    // `as`: pg's type declares one overload per built-in type; ours answers them all.
  }) as pg.CustomTypesConfig['getTypeParser'],
};
