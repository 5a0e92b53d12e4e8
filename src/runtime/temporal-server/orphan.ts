import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, endProcess, identityOf, isAlive, type ProcessIdentity } from '../process-identity.ts';

/** Written beside the server's file as soon as it is started, so that a later start finds one we left behind. */
export interface RunningServer extends ProcessIdentity {
  readonly address: string;
  readonly databaseFile: string;
}

const recordIn = (dataFolder: string): string => join(dataFolder, 'temporal-server.json');

/** Records the server's process; undefined when it has ended already. */
export async function recordServer(
  dataFolder: string,
  server: { readonly pid: number; readonly address: string; readonly databaseFile: string },
): Promise<RunningServer | undefined> {
  const identity = identityOf(server.pid);
  if (!identity) return undefined;
  const record: RunningServer = { ...server, ...identity };
  await writeFile(recordIn(dataFolder), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

export const forgetServer = (dataFolder: string): Promise<void> => rm(recordIn(dataFolder), { force: true });

/** Ends the server that an earlier run left behind, and only that one: same number, same start, same file. Gives its number. */
export async function endOrphan(dataFolder: string): Promise<number | undefined> {
  const record = await readRecord(dataFolder);
  if (!record) return undefined;
  const isOurs = isAlive(record) && commandOf(record.pid).includes(record.databaseFile);
  if (isOurs) await endProcess(record);
  await forgetServer(dataFolder);
  return isOurs ? record.pid : undefined;
}

async function readRecord(dataFolder: string): Promise<RunningServer | undefined> {
  try {
    const { pid, started, address, databaseFile }: Partial<RunningServer> = JSON.parse(
      await readFile(recordIn(dataFolder), 'utf8'),
    );
    const isWhole = typeof pid === 'number' && typeof started === 'string' && typeof databaseFile === 'string';
    return isWhole ? { pid, started, databaseFile, address: address ?? '' } : undefined;
  } catch {
    return undefined;
  }
}
