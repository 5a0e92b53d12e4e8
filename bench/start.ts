import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#runtime/temporal-server/launch.ts';
import { machine, report, round, spread } from './measure.ts';

/**
 * `npm start` of an installed and built clone, to the first page: the first time (county made), and again with the county there.
 * Goal: under 6 s. `npx tsx bench/start.ts [times]`; it starts nothing but its own, in a folder of its own.
 */
const goal = 6;
const times = Number(process.argv[2] ?? 3);
const home = await mkdtemp(join(tmpdir(), 'aarshjul-start-'));

report('start', { step: 'machine', ...machine(), load: round(loadavg()[0] ?? 0) });
const first = await start();
const again: Started[] = [];
for (let time = 0; time < times; time += 1) again.push(await start());
await rm(home, { recursive: true, force: true });
report('start', { step: 'first time', ...first, goal, met: first.page < goal });
const pages = spread(again.map(({ page }) => page));
report('start', {
  step: 'again',
  page: pages,
  whole: spread(again.map(({ whole }) => whole)),
  goal,
  met: pages.max < goal,
});

interface Started {
  /** Seconds to the first page that can be read, and to everything said. */
  readonly page: number;
  readonly whole: number;
}

async function start(): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const since = () => round((performance.now() - began) / 1000);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, AARSHJUL_HOME: home, AARSHJUL_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const whole = new Promise<number>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.includes('Ctrl-C')) resolve(since());
    });
    ended.then(() => reject(new Error(`npm start ended:\n${said}`)));
  });
  const page = await firstPage(`http://127.0.0.1:${port}/sign-in`, since, whole);
  const started = { page, whole: await whole };
  child.kill('SIGINT');
  await ended;
  return started;
}

/** Asks until it is answered; gives up with the program. */
async function firstPage(url: string, since: () => number, whole: Promise<number>): Promise<number> {
  let hasEnded = false;
  whole.catch(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok && (await answer.text()).includes('</html>')) return since();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return whole;
}
