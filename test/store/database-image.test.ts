import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { imageName, imageOf } from '#store/database-image.ts';
import { migrationTexts } from '#store/migrate.ts';
import { openDatabase, packedDatabase } from '#store/open.ts';

const images = await mkdtemp(join(tmpdir(), 'aarshjul-image-'));
afterAll(() => rm(images, { recursive: true, force: true }));

it('a database unpacked from the image has all its tables, in memory and in a folder, and is kept', async () => {
  await writeFile(join(images, imageName()), await packedDatabase());
  const path = join(images, 'database');
  const known = async (where: Parameters<typeof openDatabase>[0]) => {
    const db = await openDatabase(where);
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
    await sql`create table if not exists kept (since int default 1)`.execute(db);
    const { rows: cases } = await sql`select * from youth_case, kept`.execute(db);
    await db.destroy();
    return rows.length + cases.length;
  };

  expect(await known({ kind: 'memory', images })).toBe(migrationTexts.length);
  expect(await known({ kind: 'folder', path, images })).toBe(migrationTexts.length);
  expect(await known({ kind: 'folder', path, images: join(images, 'nowhere') })).toBe(migrationTexts.length);
});

it('an image is of the embedded database that is installed', async () => {
  const { dependencies } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));

  expect(imageOf).toBe(`@electric-sql/pglite ${dependencies['@electric-sql/pglite']}`);
});
