import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the running engine listens, and what lets this machine's owner in; the file is for its owner's eyes only. */
export interface LocalAccessFile {
  /** `http://127.0.0.1:4480` */
  readonly url: string;
  readonly token: string;
  /** Login of the one who acts where nobody is named. */
  readonly as: string;
}

const pathIn = (home: string): string => join(home, 'cli.json');

export const newLocalToken = (): string => randomBytes(32).toString('base64url');

/** Written beside and moved into place: nobody reads half a file, and nobody else reads it at all. */
export async function writeLocalAccess(home: string, access: LocalAccessFile): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const path = pathIn(home);
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  await rename(beside, path);
}

/** Undefined when no engine has left one, or what is there cannot be read. */
export async function readLocalAccess(home: string): Promise<LocalAccessFile | undefined> {
  try {
    const { url, token, as }: Partial<LocalAccessFile> = JSON.parse(await readFile(pathIn(home), 'utf8'));
    return typeof url === 'string' && typeof token === 'string' && typeof as === 'string'
      ? { url, token, as }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The engine stops: nobody should knock at a door that is gone. */
export const removeLocalAccess = (home: string): Promise<void> => rm(pathIn(home), { force: true });
