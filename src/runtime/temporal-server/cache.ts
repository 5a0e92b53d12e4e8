import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isNewEnough, isRunnable, type TemporalBinary } from './binary.ts';

interface Remembered extends TemporalBinary {
  readonly size: number;
}

/** Our own folder for what was fetched once: `AARSHJUL_CACHE`, else the platform's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.AARSHJUL_CACHE) return env.AARSHJUL_CACHE;
  const home = env.HOME ?? homedir();
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'aarshjul');
}

/** The program found at an earlier start, when it is still the same file. */
export async function recall(folder: string): Promise<TemporalBinary | undefined> {
  const known = await readRemembered(join(folder, 'temporal.json'));
  if (!known || !isNewEnough(known.version) || !(await isRunnable(known.path))) return undefined;
  const { size } = await stat(known.path);
  return size === known.size ? { path: known.path, version: known.version } : undefined;
}

/** Keeps what was found for the next start. */
export async function remember(folder: string, binary: TemporalBinary): Promise<void> {
  const { size } = await stat(binary.path);
  const remembered: Remembered = { ...binary, size };
  await mkdir(folder, { recursive: true });
  // Written beside and moved, so that a reader never sees half of it.
  const beside = join(folder, `.temporal-${process.pid}.json`);
  await writeFile(beside, `${JSON.stringify(remembered, null, 2)}\n`);
  await rename(beside, join(folder, 'temporal.json'));
}

async function readRemembered(file: string): Promise<Remembered | undefined> {
  try {
    const read: Partial<Remembered> = JSON.parse(await readFile(file, 'utf8'));
    const { path, version, size } = read;
    return typeof path === 'string' && typeof version === 'string' && typeof size === 'number'
      ? { path, version, size }
      : undefined;
  } catch {
    return undefined;
  }
}
