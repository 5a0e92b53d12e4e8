import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { PostgresPool } from 'kysely';
import { imageIn } from './database-image.ts';

/** Opens the database of a folder, or one in memory. A new one is unpacked from the image that lies in `images`, where one does. */
export async function openPglite(folder: string | undefined, images: string | undefined): Promise<PGlite> {
  const isNew = folder === undefined || !existsSync(join(folder, 'PG_VERSION'));
  const image = isNew ? await imageIn(images) : undefined;
  return PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(image === undefined ? {} : { loadDataDir: image }),
    // The same JavaScript values as the pg driver gives (see `parsers` in open.ts).
    parsers: { [types.DATE]: (text) => text, [types.INT8]: Number },
  });
}

/** PGlite has one connection: a pool that lends it to one borrower at a time, in the order they came. */
export function pglitePool(lite: PGlite): PostgresPool {
  let turn: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = turn;
      let release = () => {};
      turn = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      // `as`: kysely's second overload is for cursors, which are never asked for here.
      return { query: ((sql: string, values: readonly unknown[]) => ask(lite, sql, values)) as never, release };
    },
    end: () => lite.close(),
  };
}

async function ask(lite: PGlite, sql: string, values: readonly unknown[] = []) {
  // Without values (begin, commit) one message does what takes five with them.
  const [only] = values.length === 0 ? await lite.exec(sql) : [];
  const answer = only ?? (await lite.query(sql, [...values]));
  const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
  return { rows: answer.rows, rowCount: answer.affectedRows ?? answer.rows.length, command };
}
