import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { imageIn } from './database-image.ts';
import { PgliteWire } from './pglite-wire.ts';
import { statementNames } from './statement-names.ts';

/** Opens the database of a folder, or one in memory. A new one is unpacked from the image that lies in `images`, where one does. */
export async function openPglite(folder: string | undefined, images: string | undefined): Promise<PGlite> {
  const isNew = folder === undefined || !existsSync(join(folder, 'PG_VERSION'));
  const image = isNew ? await imageIn(images) : undefined;
  return PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  });
}

/**
 * PGlite by the same driver as a server: a pool of its one connection, lent to one borrower at a time, in the order they came. What
 * is asked again and again is planned once: planning took half of a short question.
 */
export function pglitePool(lite: PGlite, types: pg.CustomTypesConfig): PostgresPool {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    types,
    user: 'postgres',
    database: 'postgres',
    // `as`: the driver's type wants a socket; it uses what a wire has of one.
    stream: () => new PgliteWire(lite) as never,
  });
  // As on a server: whoever asks is told of a broken wire, and the next one gets another. The session behind it is the same one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    client.query('rollback; deallocate all').catch(() => undefined);
  });
  const nameOf = statementNames();
  return {
    connect: async () => {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[] = []) => {
        const name = values.length === 0 ? undefined : nameOf(text);
        return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
      };
      // `as`: kysely's second overload is for cursors, which are never asked for here.
      return { query: query as never, release: () => client.release() };
    },
    end: async () => {
      await pool.end();
      await lite.close();
    },
  };
}
