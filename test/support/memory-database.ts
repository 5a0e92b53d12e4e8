import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '#store/open.ts';

/** A fresh embedded database in memory; from the build's image where there is one, else made the long way. */
export const memoryDatabase = (): Promise<Database> =>
  openDatabase({ kind: 'memory', images: fileURLToPath(new URL('../../dist', import.meta.url)) });
