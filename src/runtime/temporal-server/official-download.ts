import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export type Fetched = { readonly path: string } | { readonly why: string };

const run = promisify(execFile);

/** Lets the SDK fetch the vendor's program into `folder`, its own way; says why when it cannot. Fails in a second without network. */
export async function officialDownload(folder: string): Promise<Fetched> {
  await mkdir(folder, { recursive: true });
  const worker = createRequire(import.meta.url).resolve('@temporalio/worker');
  const sdkVersion = await versionBeside(worker);
  try {
    // A process of its own: the SDK's runtime can be installed once in a process, and the worker wants that one.
    await run(process.execPath, ['-e', fetchAndStop, worker, folder, sdkVersion], { timeout: 300_000 });
  } catch (error) {
    return { why: firstLine(error) };
  }
  const name = (await readdir(folder)).find((file) => file.startsWith('temporal-'));
  return name === undefined ? { why: 'temporal.download' } : { path: join(folder, name) };
}

// The SDK fetches only on the way to starting a server, so one is started and stopped at once.
const fetchAndStop = `
const [worker, downloadDir, sdkVersion] = process.argv.slice(1);
const { Runtime, DefaultLogger } = require(worker);
const runtime = Runtime.install({ logger: new DefaultLogger('ERROR') });
const server = {
  type: 'dev-server', namespace: 'default', ip: '127.0.0.1', port: null, uiPort: null, dbFilename: null, ui: false,
  log: { format: 'pretty', level: 'error' }, extraArgs: [],
  exe: { type: 'cached-download', version: 'default', ttl: 0, downloadDir, sdkName: 'sdk-typescript', sdkVersion },
};
runtime.createEphemeralServer(server)
  .then((started) => runtime.shutdownEphemeralServer(started))
  .catch((error) => { console.error(error.message.split(': error sending')[0]); process.exitCode = 1; })
  .finally(() => runtime.shutdown());
`;

async function versionBeside(worker: string): Promise<string> {
  const described: { version?: string } = JSON.parse(
    await readFile(join(dirname(worker), '..', 'package.json'), 'utf8'),
  );
  return described.version ?? 'default';
}

function firstLine(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return said.split('\n').find((line) => line.trim() !== '') ?? String(error).split('\n')[0] ?? '';
}
