import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { migrationTexts } from './migrate.ts';

// An image of one version cannot be counted on to open in another (a test holds this against package.json).
export const imageOf = '@electric-sql/pglite 0.5.16';

/**
 * An empty embedded database with its tables, packed: unpacking takes half a second, making one anew three. Its name says which
 * database and which tables, so that one from other sources is never taken for it.
 */
export const imageName = (): string => {
  const sum = createHash('sha256').update(JSON.stringify([imageOf, migrationTexts]));
  return `database-${sum.digest('hex').slice(0, 16)}.tar.gz`;
};

/** The image in a folder; undefined where there is none for these tables. */
export async function imageIn(folder: string | undefined): Promise<Blob | undefined> {
  if (folder === undefined) return undefined;
  const bytes = await readFile(join(folder, imageName())).catch(() => undefined);
  return bytes && new Blob([bytes], { type: 'application/x-gzip' });
}

export async function packed(lite: PGlite): Promise<Uint8Array> {
  const image = await lite.dumpDataDir('gzip');
  return new Uint8Array(await image.arrayBuffer());
}
