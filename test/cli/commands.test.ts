import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aligned } from '#cli/align.ts';
import { decimalIn } from '#cli/decimal.ts';
import { exitCodes } from '#cli/exit-code.ts';
import { startProgress } from '#cli/progress.ts';
import { commandTable } from '#cli/run-cli.ts';
import { linesOf } from '#cli/streams.ts';
import { languages } from '#domain/language.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jsonOf, run } from './run.ts';

const words = commandTable.map((line) => line.name);

describe('every command', () => {
  it.each(words)('%s shows its help in three languages', async (name) => {
    for (const language of languages) {
      const { exit, out } = await run([...name.split(' '), '--help', '--lang', language]);
      expect(exit).toBe(0);
      expect(out).toContain('--json');
    }
  });

  it('stands in docs/cli.md, and so does every exit code', async () => {
    const page = await readFile('docs/cli.md', 'utf8');

    for (const name of words) expect(page, name).toContain(`\`${name}`);
    for (const code of Object.values(exitCodes)) expect(page).toContain(`| ${code} |`);
  });

  const engine = words.filter(
    (name) =>
      name !== 'cross-check match' &&
      /^(run|intake|youth|act|filter|assignment|cross-check|task|staff|unit|phase|rehearse|phone) ./.test(name),
  );
  const least: Readonly<Record<string, readonly string[]>> = {
    'run start': ['--school-year', '2026-2027'],
    'run reopen': ['--reason', 'x'],
    'run move-date': ['a', '--to', '2026-10-01', '--reason', 'x'],
    'run add-task': ['p', 'a', '--title', 'x', '--due', '2026-10-01', '--role', 'adviser', '--reason', 'x'],
    'run skip-task': ['a', '--reason', 'x'],
    'run change-person': ['a', '--to', 'none', '--reason', 'x'],
    'youth code': ['1', 'OTOV'],
    'youth contact': ['1', '--channel', 'phone', '--direction', 'out'],
    'youth withdraw-contact': ['1', '2'],
    'youth choose': ['1', '--choice', 'return'],
    'phone join': ['office'],
    'phone leave': ['office'],
    'phone find': ['9'],
    'phone take': ['1'],
    'phone outcome': ['1', 'busy'],
    'task skip': ['1', '--reason', 'x'],
    'task assign': ['1', '--to', 'none'],
    'phase show': ['letters'],
    'cross-check receive': ['-', '--kind', 'exchange'],
    'cross-check decide': ['1', '--answer', 'same'],
    'assignment preview': ['--evenly'],
    'assignment apply': ['--evenly'],
    'staff absence': ['a', '--substitute', 'b', '--from', '2026-10-05', '--until', '2026-10-09'],
    'staff back': ['1'],
    'staff leave': ['a'],
  };
  const one =
    /^(intake (preview|approve|apply|undo|reject)|youth (show|decide|assign)|act (show|undo)|filter (save|remove)|cross-check (pairs|accept|undo|again)|task (done|reopen))$/;
  it.each(engine)('%s ends with 5 and one line where no engine runs', async (name) => {
    const home = await temporaryFolder();
    const argv = [...name.split(' '), ...(least[name] ?? (one.test(name) ? ['an-id'] : []))];
    const plain = await run(argv, '', { AARSHJUL_HOME: home });
    const json = await run([...argv, '--json'], '', { AARSHJUL_HOME: home });

    expect(plain).toMatchObject({ exit: 5, out: '' });
    expect(plain.talk).toContain('npm start');
    expect(plain.talk.trim().split('\n')).toHaveLength(1);
    expect(jsonOf(json)).toMatchObject({ error: { code: 'cli.notRunning' } });
  });

  it('finds nobody at a door that an engine left behind', async () => {
    const ran = await run(['run', 'list'], '', { AARSHJUL_URL: 'http://127.0.0.1:9', AARSHJUL_TOKEN: 'x' });

    expect(ran.exit).toBe(5);
  });

  it.each([['web'], ['worker']])('%s names what is missing in the environment', async (name) => {
    const ran = await run([name]);

    expect(ran.exit).toBe(2);
    expect(ran.talk).toContain('DATABASE_URL, TEMPORAL_ADDRESS, AARSHJUL_KEYS');
  });

  it('takes an intake that is a file that is not there for a file', async () => {
    const ran = await run(['intake', 'preview', join('nowhere', 'list.xlsx')], '', { AARSHJUL_HOME: '/nowhere' });

    expect(ran.exit).toBe(4);
  });
});

describe('what is shown', () => {
  it('stands in columns, wide letters and all', () => {
    expect(
      aligned(
        ['A', 'Bé'],
        [
          ['Åse', 'x'],
          ['', 'yy'],
        ],
      ),
    ).toEqual(['A    Bé', '---  --', 'Åse  x', '     yy']);
  });

  it('is cut where a line never ends', async () => {
    const endless = (async function* () {
      for (let part = 0; part < 4; part++) yield 'x'.repeat(1024 * 1024);
      yield '\nlast';
    })();
    const lengths: number[] = [];
    for await (const line of linesOf(endless)) lengths.push(line.length);

    expect(lengths).toEqual([1024 * 1024, 4]);
  });

  it('writes decimals as the reader does', () => {
    expect((['nb', 'nn', 'en'] as const).map((language) => decimalIn({ language }, 0.64, 1))).toEqual([
      '0,6',
      '0,6',
      '0.6',
    ]);
  });

  it('tells of long work every five seconds where there is no terminal', () => {
    const said: string[] = [];
    let now = 0;
    const asked = { streams: { stderr: {}, env: {} }, say: (line: string) => said.push(line), t: fill };
    const progress = startProgress(asked as unknown as Parameters<typeof startProgress>[0], 'Saker', () => now);
    for (let done = 0; done <= 1000; done += 100) {
      progress.at(done, 1000);
      now += 1000;
    }
    progress.end();

    expect(said).toEqual(['progress.going Saker 500 1000 100 0:05', 'progress.going Saker 1000 1000 100 0:00']);
  });
});

const fill = (key: string, facts: Readonly<Record<string, unknown>> = {}): string =>
  [key, ...['what', 'done', 'total', 'rate', 'left'].map((name) => String(facts[name] ?? ''))].join(' ').trim();
