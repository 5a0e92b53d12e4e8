import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { projectRoot } from '#runtime/project-root.ts';
import { freePort } from '#runtime/temporal-server/launch.ts';
import { startTemporal, type TemporalServer } from '#runtime/temporal-server/start.ts';
import type { Where } from '#store/open.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../postgres-server.ts';
import { workflowBundleForTests } from '../servers.ts';
import type { WorkerOrders } from './worker-process.ts';

export const victims = ['worker', 'engine', 'database'] as const;
export type Victim = (typeof victims)[number];

/** A moment the provider names in the middle of a call. */
export interface Moment {
  readonly moment: 'before-count' | 'after-count';
}

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
export const keys = { current: { id: 'chaos', key: key(1) }, index: key(2) };
/** What a killed server must bring back is on disk: a commit is told when it is written, and no page is half one. */
const surviving = ['fsync=off', 'synchronous_commit=on', 'full_page_writes=on', 'max_connections=60'];
const namespace = 'chaos';

export interface RigWish {
  /** Workers with the embedded database hold it themselves: one at most, and the two die together. */
  readonly database: 'postgres' | 'embedded';
  readonly workers: number;
  readonly batchSize: number;
  readonly recipients: number;
  readonly onMoment: (moment: Moment) => void;
}

/** What workers say. */
interface Said {
  readonly begun?: string;
  readonly settled?: boolean;
}

/** Everything that can be killed, each in a process of its own, and what is left of it afterwards. */
export async function startRig(wish: RigWish) {
  const folder = await mkdtemp(join(tmpdir(), 'aarshjul-chaos-'));
  // PostgreSQL runs as a user of its own.
  await chmod(folder, 0o755);
  const code = await built();
  const gateway = await startGateway(code.gateway, wish.onMoment);
  const port = await freePort();
  const engineIn = join(folder, 'temporal');
  const startEngine = () =>
    persist(() => startTemporal({ dataFolder: engineIn, say: () => {}, port, namespace, patience: 20_000 }));
  let engine: TemporalServer = await startEngine();
  const database = await openTheDatabase(wish, folder);
  const bundle = await workflowBundleForTests();
  const orders: WorkerOrders = {
    where: database.where,
    temporal: { address: engine.address, namespace },
    gateway: gateway.url,
    batchSize: wish.batchSize,
    bundle,
    keys,
    recipients: wish.recipients,
    prepares: false,
  };
  const workers: ChildProcess[] = [];
  // Whoever ends this process ends what it has started.
  const endAll = () => {
    for (const pid of [engine.pid, database.pid(), gateway.pid, ...workers.map((worker) => worker.pid)])
      if (pid !== undefined) killed(pid);
  };
  const endAndGo = () => process.exit(143);
  process.once('exit', endAll).once('SIGTERM', endAndGo);
  const heard = new EventEmitter();
  const hire = (prepares = false) => {
    const worker = spawned(code.worker, [JSON.stringify({ ...orders, prepares })]);
    workers.push(worker);
    if (worker.stdout)
      createInterface({ input: worker.stdout }).on('line', (line) => {
        const said = JSON.parse(line) as Said;
        heard.emit(said.settled ? 'settled' : 'begun');
      });
  };
  let turn = 0;

  const kill: Readonly<Record<Victim, () => Promise<void>>> = {
    worker: async () => {
      const worker = workers.splice(turn++ % workers.length, 1)[0];
      if (!worker) return;
      await slain(worker);
      hire();
    },
    engine: async () => {
      const { pid } = engine;
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      engine = await startEngine();
    },
    database: database.kill,
  };
  return {
    where: database.where,
    counts: gateway.counts,
    /** Until the campaign is approved; nothing has gone out yet. */
    begin: async () => {
      const begun = once(heard, 'begun');
      hire(true);
      await begun;
      while (workers.length < wish.workers) hire();
    },
    kill,
    settled: () => once(heard, 'settled'),
    /** Ends the workers, so that the embedded database can be looked into. */
    dismiss: async () => {
      for (const worker of workers.splice(0)) await slain(worker);
    },
    stop: async () => {
      for (const worker of workers.splice(0)) await slain(worker);
      await engine.stop();
      await database.stop();
      gateway.stop();
      process.removeListener('exit', endAll).removeListener('SIGTERM', endAndGo);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

async function openTheDatabase(wish: RigWish, folder: string) {
  if (wish.database === 'embedded') {
    const where: Where = { kind: 'folder', path: join(folder, 'database') };
    return { where, pid: () => undefined, kill: async () => {}, stop: async () => {} };
  }
  const programs = await postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not on this machine');
  const start = () => persist(() => startPostgres(programs, join(folder, 'postgres'), surviving));
  let server: PostgresServer = await start();
  const where: Where = { kind: 'server', url: server.urlOf('postgres') };
  return {
    where,
    pid: () => server.pid,
    kill: async () => {
      if (server.pid !== undefined) process.kill(server.pid, 'SIGKILL');
      // Its children notice by and by; until then the new one may not have their memory.
      server = await start();
    },
    stop: () => server.stop(),
  };
}

/** Until it succeeds: a server that was killed a moment ago leaves things behind for a while. */
async function persist<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await start();
    } catch (cause) {
      if (tries > 60) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

async function startGateway(program: string, onMoment: (moment: Moment) => void) {
  const child = spawned(program, []);
  if (!child.stdout) throw new Error('the gateway says nothing');
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  // `as`: the process in `gateway-process.ts` says so.
  const { port } = JSON.parse(first) as { readonly port: number };
  lines.on('line', (line) => onMoment(JSON.parse(line) as Moment));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid,
    /** How often each key was taken. */
    counts: async () => (await (await fetch(`${url}/counts`)).json()) as Readonly<Record<string, number>>,
    stop: () => void child.kill('SIGKILL'),
  };
}

const spawned = (program: string, words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [program, ...words], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', process.env.AARSHJUL_DEBUG ? 'inherit' : 'ignore'],
  });

async function slain(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}

/** Both programs as one file each: a worker that is started two hundred times must start at once. */
async function built() {
  // As deep as the sources of the tests: what they read lies where they look for it.
  const out = join(projectRoot(), 'dist/chaos');
  await build({
    absWorkingDir: projectRoot(),
    entryPoints: {
      worker: 'test/support/chaos/worker-process.ts',
      gateway: 'test/support/chaos/gateway-process.ts',
    },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    logLevel: 'error',
  });
  return { worker: join(out, 'worker.mjs'), gateway: join(out, 'gateway.mjs') };
}
