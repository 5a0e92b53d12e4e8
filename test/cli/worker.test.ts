import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { postgresForTests, temporalForTests } from '../support/servers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const key = Buffer.alloc(32, 1).toString('base64');
const keys = JSON.stringify({ current: { id: 'test', key }, older: [], index: key });
const url = await postgresForTests();

describe.skipIf(url === undefined)('a worker of a production house', () => {
  it('ends quietly when it is asked to, as when its machine is taken down', async () => {
    const { address, namespace } = await temporalForTests();
    const env = {
      ...process.env,
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      AARSHJUL_KEYS: keys,
      AARSHJUL_LANG: 'en',
    };
    const worker = spawn(process.execPath, ['scripts/launch.mjs', 'worker'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let talk = '';
    const ended = new Promise<number | null>((resolve) => worker.once('exit', resolve));
    await new Promise<void>((resolve) => {
      worker.stderr.on('data', (part: Buffer) => {
        talk += part.toString();
        if (talk.includes('is at work')) resolve();
      });
      void ended.then(() => resolve());
    });

    worker.kill('SIGTERM');

    expect(await ended, talk).toBe(143);
    expect(talk).not.toContain('unexpectedly');
  }, 60_000);
});
