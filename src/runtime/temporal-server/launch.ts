import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What one server is started with. */
export interface Launch {
  readonly binary: string;
  readonly dataFolder: string;
  readonly databaseFile: string;
  readonly port: number;
  readonly uiPort?: number | undefined;
  readonly namespace: string;
}

const logIn = (dataFolder: string): string => join(dataFolder, 'temporal-server.log');

/** Starts the development server on its file; what it says goes to a log beside the file. */
export function launch(server: Launch): ChildProcess {
  const log = openSync(logIn(server.dataFolder), 'w', 0o600);
  try {
    // A process group of its own: Ctrl-C must reach us alone, so that the worker is drained before its server goes.
    return spawn(server.binary, words(server), { stdio: ['ignore', log, log], detached: true });
  } finally {
    closeSync(log);
  }
}

/** The server's last words, for a failure that names them. */
export async function lastLines(dataFolder: string, count = 12): Promise<string> {
  const said = await readFile(logIn(dataFolder), 'utf8').catch(() => '');
  return said.trimEnd().split('\n').slice(-count).join('\n');
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

/** Whether nobody listens on the port. */
export const isFree = async (port: number): Promise<boolean> => (await listenOnce(port)) !== undefined;

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function words({ databaseFile, port, uiPort, namespace }: Launch): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...['--db-filename', databaseFile, '--namespace', namespace],
    // Without these two the file-backed server is 2.3 times slower.
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    // A clock of its own for each rehearsed workflow; newer servers know it by the second name.
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--dynamic-config-value', 'system.workflowTimeSkippingEnabled=true'],
    ...['--log-level', 'error'],
  ];
}
