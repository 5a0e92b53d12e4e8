// Runs production's steps for real, as plain processes: PostgreSQL, the Temporal server on it, its namespace, and then
// our engine's tests on both. Leaves nothing behind. `node scripts/production-check.mjs [test paths …]`
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';

const serverVersion = 'v1.31.2';
const cache = process.env.AARSHJUL_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'aarshjul');
const folder = join(tmpdir(), `aarshjul-production-${process.pid}`);
const started = [];

requireNode();
await ensureInstalled();
process.once('exit', clearUp);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
check().then(
  () => process.exit(0),
  (error) => {
    process.stdout.write(`${error.message}
`);
    process.exit(1);
  },
);

async function check() {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const programs = await step('Temporal server and SQL tool', temporalPrograms);
  const port = await freePort();
  const passwords = {
    POSTGRES_PASSWORD: 'check',
    TEMPORAL_DB_PASSWORD: 'check-temporal',
    AARSHJUL_DB_PASSWORD: 'check-ours',
  };
  await step('PostgreSQL', () => startPostgres(port, passwords));
  await step('roles and our database', () => script('databases.sh', { ...superuser(port), ...passwords }));
  const sql = {
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(port),
    SQL_USER: 'temporal',
    SQL_PASSWORD: passwords.TEMPORAL_DB_PASSWORD,
  };
  const schema = () => script('temporal-schema.sh', { ...sql, SQL_TOOL: programs.sql });
  await step("Temporal's two databases", schema);
  await step('the same again changes nothing', schema);
  const address = await step('Temporal server', () => startTemporal(programs.server, port, passwords));
  const namespace = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'aarshjul', PATH: await pathWithTemporal() };
  await step('namespace', () => script('temporal-namespace.sh', namespace));
  await step('the same again changes nothing', () => script('temporal-namespace.sh', namespace));
  const test = {
    DATABASE_URL_TEST: `postgresql://postgres:${passwords.POSTGRES_PASSWORD}@127.0.0.1:${port}/postgres`,
    TEMPORAL_ADDRESS_TEST: address,
  };
  const paths = process.argv.slice(2);
  if (paths.length > 0)
    await step(`tests: ${paths.join(' ')}`, () => run('node_modules/.bin/vitest', ['run', ...paths], test));
}

async function step(name, act) {
  const began = performance.now();
  const result = await act();
  process.stdout.write(`ok ${name} (${Math.round(performance.now() - began)} ms)\n`);
  return result;
}

/** The production server's programs, compiled once into our cache: about eight minutes with nothing cached. */
async function temporalPrograms() {
  const bin = process.env.TEMPORAL_SERVER_BIN ?? join(cache, `temporal-server-${serverVersion}`);
  const programs = { server: join(bin, 'server'), sql: join(bin, 'sql') };
  if (existsSync(programs.server) && existsSync(programs.sql)) return programs;
  for (const name of ['cmd/server', 'cmd/tools/sql'])
    await run('nice', ['go', 'install', `go.temporal.io/server/${name}@${serverVersion}`], { GOBIN: bin });
  return programs;
}

async function startPostgres(port, { POSTGRES_PASSWORD }) {
  const debian = '/usr/lib/postgresql';
  const version = readdirSync(debian).sort((a, b) => Number(b) - Number(a))[0];
  const bin = join(debian, version, 'bin');
  const data = join(folder, 'postgres');
  const password = join(folder, 'password');
  mkdirSync(data);
  writeFileSync(password, POSTGRES_PASSWORD);
  const owner = postgresUser();
  if (owner) spawnSync('chown', ['-R', 'postgres', folder]);
  const made = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${password}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ];
  await run(join(bin, 'initdb'), made, {}, { cwd: folder, ...owner });
  const settings = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'max_connections=200',
  ];
  keep('postgres', join(bin, 'postgres'), settings, {}, { cwd: folder, ...owner });
  const ask = () =>
    spawnSync('psql', ['-c', 'select 1', 'postgres'], {
      env: { ...process.env, ...superuser(port), PGPASSWORD: POSTGRES_PASSWORD },
    });
  await until(() => ask().status === 0, 'PostgreSQL', 'postgres');
}

async function startTemporal(server, databasePort, { TEMPORAL_DB_PASSWORD }) {
  const names = ['FRONTEND', 'MATCHING', 'HISTORY', 'WORKER'];
  const ports = {};
  for (const name of names)
    for (const kind of ['GRPC', 'MEMBERSHIP']) ports[`${name}_${kind}_PORT`] = String(await freePort());
  const env = {
    ...{ DB: 'postgres12', POSTGRES_SEEDS: '127.0.0.1', DB_PORT: String(databasePort), LOG_LEVEL: 'warn' },
    ...{
      POSTGRES_USER: 'temporal',
      POSTGRES_PWD: TEMPORAL_DB_PASSWORD,
      NUM_HISTORY_SHARDS: '16',
      BIND_ON_IP: '127.0.0.1',
    },
    ...{ ...ports, FRONTEND_HTTP_PORT: String(await freePort()) },
    DYNAMIC_CONFIG_FILE_PATH: join(root, 'scripts/production/dynamic-config.yaml'),
  };
  keep('temporal', server, ['--allow-no-auth', 'start'], env, { cwd: folder });
  const address = `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`;
  const path = await pathWithTemporal();
  const isHealthy = () =>
    spawnSync('temporal', ['operator', 'cluster', 'health'], {
      env: { ...process.env, PATH: path, TEMPORAL_ADDRESS: address },
    }).status === 0;
  await until(isHealthy, 'the Temporal server', 'temporal');
  return address;
}

/** The `temporal` command is found as everywhere else, and put on PATH for the scripts. */
async function pathWithTemporal() {
  await run(process.execPath, ['--import', 'tsx', 'scripts/find-temporal.mjs'], {});
  const remembered = join(cache, 'temporal.json');
  const found = existsSync(remembered) ? [dirname(JSON.parse(readFileSync(remembered, 'utf8')).path)] : [];
  return [process.env.PATH, ...found].join(delimiter);
}

const superuser = (port) => ({
  PGHOST: '127.0.0.1',
  PGPORT: String(port),
  PGUSER: 'postgres',
  POSTGRES_USER: 'postgres',
});

function script(name, env) {
  return run('sh', [join('scripts/production', name)], { ...env, PGPASSWORD: env.POSTGRES_PASSWORD ?? '' });
}

/** One program to its end; what it says is shown only when it fails. */
function run(program, words, env, more = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: root,
      ...more,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`FAILED ${program} ${words.join(' ')}\n${said}`)),
    );
  });
}

/** A program that runs until the check is over. */
function keep(name, program, words, env, more) {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const child = spawn(program, words, {
    ...more,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  started.push(child);
}

async function until(isSo, what, log) {
  const end = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > end)
      throw new Error(
        `FAILED ${what} was not ready in a minute:\n${readFileSync(join(folder, `${log}.log`), 'utf8').slice(-2000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What was started last ends first. PostgreSQL gets the signal that ends its connections too. */
function clearUp() {
  for (const child of started.reverse()) {
    if (child.exitCode !== null) continue;
    child.kill('SIGINT');
    for (let tries = 0; tries < 100 && existsSync(`/proc/${child.pid}/exe`); tries++) spawnSync('sleep', ['0.1']);
    child.kill('SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true });
}

function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((which) =>
    Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  return { uid, gid };
}

/** A free port below 32768: the server keeps its ports in a smallint. */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
