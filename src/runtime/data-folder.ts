import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

/** The one folder a running engine owns; PGlite itself would let two processes ruin it. */
export interface DataFolder {
  readonly path: string;
  /** Where the embedded database lives. */
  readonly databaseFolder: string;
  /** The process whose lock was found dead and taken over, where there was one. */
  readonly takenOverFrom?: number;
  /** Gives the folder free; harmless when called again. */
  readonly release: () => Promise<void>;
}

interface Owner extends ProcessIdentity {
  readonly since: string;
}

/**
 * Takes the folder for this process. Refused as `dataFolder.inUse` (folder, pid, since) while its owner lives; a dead
 * owner's lock is taken over.
 */
export async function openDataFolder(folder: string): Promise<Outcome<DataFolder>> {
  const path = resolve(folder);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const lock = join(path, 'owner.json');
  const me = thisProcess();
  const earlier = await clearDeadLock(lock);
  if (earlier !== undefined && isAlive(earlier)) return inUse(path, earlier);
  if (!(await take(lock, me))) return inUse(path, await readOwner(lock));
  return accepted({
    path,
    databaseFolder: join(path, 'database'),
    ...(earlier && { takenOverFrom: earlier.pid }),
    release: () => releaseLock(lock, me),
  });
}

/** Who holds the folder now; undefined when it is free or its owner is dead. */
export async function ownerOf(folder: string): Promise<ProcessIdentity | undefined> {
  const owner = await readOwner(join(resolve(folder), 'owner.json'));
  return owner && isAlive(owner) ? owner : undefined;
}

function thisProcess(): Owner {
  const identity = identityOf(process.pid);
  if (!identity) throw new Error('the operating system does not say when this process started');
  return { ...identity, since: new Date(Date.now() - process.uptime() * 1000).toISOString() };
}

const inUse = (folder: string, owner: Owner | undefined): Outcome<never> =>
  refused({ code: 'dataFolder.inUse', facts: { folder, pid: owner?.pid ?? 0, since: owner?.since ?? '' } });

/** Removes a dead owner's lock, one process at a time, so that nobody removes a lock just taken. Gives the owner found. */
async function clearDeadLock(lock: string): Promise<Owner | undefined> {
  const turn = `${lock}.turn`;
  await waitForTurn(turn);
  try {
    const owner = await readOwner(lock);
    if (!owner || !isAlive(owner)) await rm(lock, { force: true });
    return owner;
  } finally {
    await rm(turn, { recursive: true, force: true });
  }
}

/** A turn lasts milliseconds; one that is older than this was left by a process that died in it. */
const turnIsDeadAfter = 5_000;

async function waitForTurn(turn: string): Promise<void> {
  for (;;) {
    try {
      return await mkdir(turn);
    } catch (error) {
      const taken = await stat(turn).catch(() => undefined);
      if (taken && Date.now() - taken.mtimeMs > turnIsDeadAfter) await rm(turn, { recursive: true, force: true });
      else if (!taken && !(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      else await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** A link is made whole or not at all, so nobody reads half a lock. */
async function take(lock: string, owner: Owner): Promise<boolean> {
  const beside = `${lock}.${randomUUID()}`;
  await writeFile(beside, `${JSON.stringify(owner, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(beside, lock);
    return true;
  } catch {
    return false;
  } finally {
    await rm(beside, { force: true });
  }
}

async function releaseLock(lock: string, me: Owner): Promise<void> {
  const owner = await readOwner(lock);
  if (owner?.pid === me.pid && owner.started === me.started) await rm(lock, { force: true });
}

async function readOwner(lock: string): Promise<Owner | undefined> {
  try {
    const { pid, started, since }: Partial<Owner> = JSON.parse(await readFile(lock, 'utf8'));
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started, since: since ?? '' } : undefined;
  } catch {
    return undefined;
  }
}
