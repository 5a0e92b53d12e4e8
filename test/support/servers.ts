import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

export interface TemporalAnswer {
  readonly address: string;
  readonly namespace: string;
}

export interface PostgresAnswer {
  readonly url: string | null;
}

/** The test run's one Temporal server; started when the first test asks. Use task queues and ids of your own. */
export const temporalForTests = (): Promise<TemporalAnswer> => ask<TemporalAnswer>('/temporal');

/** A fresh, empty database on the test run's PostgreSQL; undefined where none can be had (said in one line). */
export async function postgresForTests(): Promise<string | undefined> {
  const { url } = await ask<PostgresAnswer>('/postgres');
  if (url === null) return undefined;
  const name = `test_${process.pid}_${++made}_${Date.now().toString(36)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

/** The file of the bundled workflows, for a worker's `workflowBundle`; made once for each content of their sources. */
export function workflowBundleForTests(): Promise<string> {
  const script = fileURLToPath(new URL('../../scripts/workflow-bundle.mjs', import.meta.url));
  bundled ??= run(process.execPath, [script]).then(({ stdout }) => stdout.trim());
  return bundled;
}

const run = promisify(execFile);
let bundled: Promise<string> | undefined;
let made = 0;

function ask<Answer>(path: string): Promise<Answer> {
  const folder = process.env.AARSHJUL_TEST_RUN;
  if (!folder) throw new Error('servers for tests come from test/support/global-setup.ts, which vitest runs');
  return new Promise((resolve, reject) => {
    // A connection of its own: one kept from an earlier question may be closed by now, unseen while a test held the thread.
    const asked = request({ socketPath: join(folder, 'desk.sock'), path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text))));
    });
    asked.on('error', reject).end();
  });
}
