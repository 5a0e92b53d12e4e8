import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Older ones lack what rehearsals need of the server: a clock of its own for each workflow. */
export const leastVersion = '1.9.0';

/** A `temporal` program that can be started. */
export interface TemporalBinary {
  readonly path: string;
  readonly version: string;
}

const run = promisify(execFile);

/** What the program says its version is; undefined when it cannot be run or says something else. */
export async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 15_000 });
    return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Whether a version has what we need. */
export function isNewEnough(version: string): boolean {
  const numbers = version.split('.').map(Number);
  const least = leastVersion.split('.').map(Number);
  const place = least.findIndex((wanted, index) => wanted !== numbers[index]);
  return place === -1 || (numbers[place] ?? 0) > (least[place] ?? 0);
}

/** The first runnable file of that name in the folders of PATH. */
export async function onPath(name: string, path = ''): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    if (await isRunnable(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/** Whether the file is there and may be run. */
export const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
