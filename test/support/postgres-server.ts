import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chown, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { followed } from '#runtime/child.ts';
import { isRunnable, onPath } from '#runtime/temporal-server/binary.ts';

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own, with a URL for each database on it. */
export interface PostgresServer {
  readonly urlOf: (database: string) => string;
  readonly pid: number | undefined;
  readonly stop: () => Promise<void>;
}

/** The folder with `initdb` and `postgres`: the highest version Debian has installed, else what PATH knows. */
export async function postgresPrograms(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    if (await isRunnable(join(debian, version, 'bin', 'initdb'))) return join(debian, version, 'bin');
  }
  const initdb = await onPath('initdb', process.env.PATH);
  return initdb?.slice(0, -'/initdb'.length);
}

/** For tests that end their server in order: nothing of it must outlive the run. */
const quickest = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** Serves the database folder below `folder`, made where there is none, on a socket there; nothing listens on the network. */
export async function startPostgres(
  programs: string,
  folder: string,
  settings: readonly string[] = quickest,
): Promise<PostgresServer> {
  const owner = await unprivileged();
  const cluster = join(folder, 'cluster');
  const sockets = join(folder, 'sockets');
  for (const each of [folder, sockets]) await mkdir(each, { recursive: true, mode: 0o755 });
  if (owner) for (const each of [folder, sockets]) await chown(each, owner.uid, owner.gid);
  const made = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  if (!existsSync(join(cluster, 'PG_VERSION'))) await run(join(programs, 'initdb'), made, { cwd: folder, ...owner });
  const log = openSync(join(folder, 'log'), 'a');
  const words = ['-D', cluster, '-k', sockets, '-c', 'listen_addresses=', ...settings.flatMap((each) => ['-c', each])];
  const server = followed(
    spawn(join(programs, 'postgres'), words, { cwd: folder, stdio: ['ignore', log, log], detached: true, ...owner }),
  );
  closeSync(log);
  const urlOf = (database: string) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  const stop = () => server.stop(10_000, 'SIGINT');
  await ready(urlOf('postgres'), server.hasEnded).catch(async (error: unknown) => {
    await stop();
    throw new Error(`PostgreSQL did not start: ${await readFile(join(folder, 'log'), 'utf8')}`, { cause: error });
  });
  return { urlOf, pid: server.pid, stop };
}

/** PostgreSQL refuses to run as root, so root lends it to Debian's own user. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function ready(url: string, hasEnded: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (hasEnded() || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
