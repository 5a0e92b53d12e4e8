import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { expect, it, onTestFinished } from 'vitest';
import { identityOf, isAlive } from '#runtime/process-identity.ts';
import { connectIfReady } from '#runtime/temporal-server/connect.ts';
import { startTemporal, type TemporalWish } from '#runtime/temporal-server/start.ts';
import { temporalForTests } from '#test/support/servers.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

async function aWish(more: Partial<TemporalWish> = {}) {
  const dataFolder = await temporaryFolder();
  const lines: string[] = [];
  const wish: TemporalWish = { dataFolder, language: 'en', say: (line) => lines.push(line), ...more };
  return { wish, dataFolder, lines };
}

/** A PATH with only a `temporal` on it that behaves as told. */
async function aTemporalThat(behaves: string): Promise<Partial<TemporalWish>> {
  const folder = await temporaryFolder();
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo "temporal version 1.9.1 (Server 1.32.0)" && exit 0\n${behaves}\n`;
  await writeFile(join(folder, 'temporal'), script);
  await chmod(join(folder, 'temporal'), 0o755);
  return { search: { env: { ...process.env, TEMPORAL_ADDRESS: '', PATH: `${folder}:${process.env.PATH}` } } };
}

it('a started server is ready with our namespace, keeps closed runs a year, and is gone when stopped', async () => {
  const { wish, lines } = await aWish();

  const server = await startTemporal(wish);
  const connection = await Connection.connect({ address: server.address });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'aarshjul' });
  await connection.close();
  await server.stop();
  await server.stop();

  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(365 * 24 * 60 * 60);
  expect(lines.at(-1)).toMatch(/^Temporal: ready on 127\.0\.0\.1:\d+ after \d+ ms\.$/);
  expect(identityOf(server.pid ?? 0)).toBeUndefined();
});

it('a server whose starter was killed is ended at the next start, on the same file and port', async () => {
  const { wish, dataFolder, lines } = await aWish();
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', startAndDie, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(starter.stdout.setEncoding('utf8'), 'data');
  await once(starter, 'exit');
  const left: { readonly pid: number; readonly address: string } = JSON.parse(said);
  const orphan = identityOf(left.pid);

  const server = await startTemporal({ ...wish, port: Number(left.address.split(':')[1]) });
  onTestFinished(server.stop);

  expect(orphan).toBeDefined();
  expect(orphan && isAlive(orphan)).toBe(false);
  expect(lines[0]).toBe(
    `Temporal: a server from an earlier run (process ${left.pid}) was still running. It has been stopped.`,
  );
  expect(server.address).toBe(left.address);
});

const startAndDie = `
const { startTemporal } = await import(${JSON.stringify(new URL('../../../src/runtime/temporal-server/start.ts', import.meta.url).href)});
const { pid, address } = await startTemporal({ dataFolder: process.argv[1], say: () => {} });
process.stdout.write(JSON.stringify({ pid, address }), () => process.kill(process.pid, 'SIGKILL'));
`;

it('a process that merely has the recorded number is left alone', async () => {
  const { wish, dataFolder } = await aWish(await aTemporalThat('exit 3'));
  const stranger = spawn('sleep', ['600']);
  onTestFinished(() => void stranger.kill());
  const record = {
    ...identityOf(stranger.pid ?? 0),
    address: '127.0.0.1:1',
    databaseFile: join(dataFolder, 'temporal.sqlite'),
  };
  await writeFile(join(dataFolder, 'temporal-server.json'), JSON.stringify(record));

  await expect(startTemporal(wish)).rejects.toThrow();
  expect(identityOf(stranger.pid ?? 0)).toBeDefined();
});

it('a server that dies at once is told with its last lines', async () => {
  const { wish } = await aWish(await aTemporalThat('echo "unable to open database file" >&2; exit 1'));

  await expect(startTemporal(wish)).rejects.toThrow(
    "Temporal stopped while starting. The server's last lines:\nunable to open database file",
  );
});

it('a server that never gets ready is told after our own time limit, and ended', async () => {
  const { wish, dataFolder } = await aWish(
    await aTemporalThat(`echo $$ > "${join('$(dirname "$0")', 'pid')}"; exec sleep 600`),
  );
  const bin = wish.search?.env?.PATH?.split(':')[0] ?? dataFolder;

  await expect(startTemporal({ ...wish, patience: 1_000 })).rejects.toThrow(/was not ready after 1 seconds/);
  expect(identityOf(Number(await readFile(join(bin, 'pid'), 'utf8')))).toBeUndefined();
});

it('a port that another program has is refused by its number', async () => {
  const stranger = createServer().listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  onTestFinished(() => void stranger.close());
  const address = stranger.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { wish } = await aWish({ port });

  await expect(startTemporal(wish)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program.`);
});

it('a given server is used as it is: our namespace is made there, and stopping leaves it running', async () => {
  const { address } = await temporalForTests();
  const search = { env: { ...process.env, TEMPORAL_ADDRESS: address } };
  const { wish } = await aWish({ search, namespace: 'a-county' });

  const server = await startTemporal(wish);
  await server.stop();

  expect(server).toMatchObject({ address, namespace: 'a-county' });
  expect(server.pid).toBeUndefined();
  const connection = await connectIfReady({ address });
  expect(connection).toBeDefined();
  await connection?.close();
});

it('a given address where nobody answers is told with the address', async () => {
  const search = { env: { ...process.env, TEMPORAL_ADDRESS: '127.0.0.1:9' } };
  const { wish } = await aWish({ search, patience: 500 });

  await expect(startTemporal(wish)).rejects.toThrow(
    'Temporal on 127.0.0.1:9, given in TEMPORAL_ADDRESS, gave no answer',
  );
});
