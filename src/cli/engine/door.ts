import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#runtime/project-root.ts';
import type { Asked } from '../asked.ts';

/** Where the running engine listens, and what lets us in. */
export interface Door {
  readonly url: string;
  readonly token: string;
}

/** As AARSHJUL_URL and AARSHJUL_TOKEN say, else as the engine of this data folder has left it; undefined when there is none. */
export async function findDoor({ streams: { env } }: Pick<Asked, 'streams'>): Promise<Door | undefined> {
  const { AARSHJUL_URL: url, AARSHJUL_TOKEN: token } = env;
  if (url !== undefined && token !== undefined) return { url: url.replace(/\/$/, ''), token };
  try {
    const left: Partial<Door> = JSON.parse(await readFile(join(homeOf(env), 'cli.json'), 'utf8'));
    return typeof left.url === 'string' && typeof left.token === 'string'
      ? { url: left.url, token: left.token }
      : undefined;
  } catch {
    return undefined;
  }
}

export const homeOf = (env: Asked['streams']['env']): string => env.AARSHJUL_HOME || join(projectRoot(), 'var');
