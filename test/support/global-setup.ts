import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, identityOf, isAlive, type ProcessIdentity } from '#runtime/process-identity.ts';
import { endOrphan } from '#runtime/temporal-server/orphan.ts';
import type { TemporalServer } from '#runtime/temporal-server/start.ts';
import type { PostgresServer } from './postgres-server.ts';
import type { PostgresAnswer, TemporalAnswer } from './servers.ts';

// One folder a test run, named by its process; tests ask for servers over a socket in it, and the first to ask starts them.
const everyRun = join(tmpdir(), 'aarshjul-tests');
const thisRun = join(everyRun, String(process.pid));
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Vitest's global set-up: stands ready to start servers, and ends all it started when the tests are done. */
export async function setup(): Promise<() => Promise<void>> {
  await sweep();
  await mkdir(thisRun, { recursive: true, mode: 0o755 });
  await writeFile(join(thisRun, 'run.json'), JSON.stringify(identityOf(process.pid)));
  const started: { temporal?: Promise<TemporalServer>; postgres?: Promise<PostgresServer | undefined> } = {};
  const desk = createServer((request, response) => {
    answer(request.url ?? '').then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  const answer = async (path: string): Promise<TemporalAnswer | PostgresAnswer | undefined> => {
    if (path === '/temporal') {
      started.temporal ??= temporal();
      const { address, namespace } = await started.temporal;
      return { address, namespace };
    }
    started.postgres ??= postgres();
    return { url: (await started.postgres)?.urlOf('postgres') ?? null };
  };
  await new Promise<void>((resolve) => desk.listen(join(thisRun, 'desk.sock'), resolve));
  process.env.AARSHJUL_TEST_RUN = thisRun;
  return async () => {
    await closed(desk);
    await (await started.temporal?.catch(() => undefined))?.stop();
    await (await started.postgres?.catch(() => undefined))?.stop();
    await rm(thisRun, { recursive: true, force: true });
  };
}

// Both are loaded only when asked for, so that a run without them starts at once.
async function temporal(): Promise<TemporalServer> {
  const { startTemporal } = await import('#runtime/temporal-server/start.ts');
  // A server given for the tests, such as production's; one that is given for ordinary use is left alone.
  const env = { ...process.env, TEMPORAL_ADDRESS: process.env.TEMPORAL_ADDRESS_TEST };
  return startTemporal({ dataFolder: join(thisRun, 'temporal'), say, language: 'en', search: { env } });
}

async function postgres(): Promise<PostgresServer | undefined> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { pid: undefined, stop: async () => {}, urlOf: () => given };
  const { postgresPrograms, startPostgres } = await import('./postgres-server.ts');
  const programs = await postgresPrograms();
  if (!programs) {
    say('PostgreSQL: neither DATABASE_URL_TEST nor a server on this machine, so its tests are left out.');
    return undefined;
  }
  const server = await startPostgres(programs, join(thisRun, 'postgres'));
  if (server.pid) await writeFile(join(thisRun, 'postgres.json'), JSON.stringify(identityOf(server.pid)));
  return server;
}

/** Clears up after test runs that were killed: their servers, then their folders. */
async function sweep(): Promise<void> {
  for (const name of await readdir(everyRun).catch(() => [])) {
    const folder = join(everyRun, name);
    const run = await identityIn(join(folder, 'run.json'));
    if (!run || isAlive(run)) continue;
    await endOrphan(join(folder, 'temporal'));
    const server = await identityIn(join(folder, 'postgres.json'));
    if (server) await endProcess(server);
    await rm(folder, { recursive: true, force: true });
  }
}

const identityIn = (file: string): Promise<ProcessIdentity | undefined> =>
  readFile(file, 'utf8').then(
    (text): ProcessIdentity => JSON.parse(text),
    () => undefined,
  );

const closed = (desk: Server): Promise<void> =>
  new Promise((resolve) => {
    desk.close(() => resolve());
    desk.closeAllConnections();
  });
