import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTable } from '#cli/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jsonOf, linesOf, run } from './run.ts';

const template = 'templates/vigo-otto.yaml';
const sheet = 'templates/sheet-2017.yaml';
const register = 'Fødselsnummer;Fornavn;Etternavn;Fødselsdato\n;Kari;Prøve;02.03.2009\n;Ola;Nordmann;05.06.2008\n';
const list = 'Fornavn;Etternavn;Fødselsdato\nKari;Prøve;02.03.2009\n';

describe('the command line as a whole', () => {
  it('shows every command, and ends with 2 when nothing was asked for', async () => {
    const help = await run(['--help']);
    const bare = await run([]);

    expect(help.exit).toBe(0);
    for (const { name } of commandTable) expect(help.out).toContain(name);
    expect(bare).toMatchObject({ exit: 2, out: '' });
    expect(bare.talk).toContain('code decide');
  });

  it.each([
    [['plan', 'lnt'], 'lnt'],
    [['plan', 'lint', template, '--jsn'], '--jsn'],
    [['plan', 'lint'], 'file'],
    [['plan', 'lint', template, 'more'], ''],
    [['demo', 'make'], '--out'],
    [['demo', 'make', '--out'], '--out'],
    [['demo', 'make', '--out', 'x', '--seed', 'one'], 'one'],
    [['plan', 'roll', template, '--school-year', '2026-2028'], '2026-2028'],
    [['code', 'decide', '--lang', 'sv'], 'nb, nn, en'],
  ])('%j is not understood, and told so', async (argv, what) => {
    const { exit, out, talk } = await run(argv);

    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(talk).toContain(what);
    expect(talk.trim().split('\n')).toHaveLength(1);
  });

  it('tells a program what was wrong, as JSON on standard output', async () => {
    const ran = await run(['plan', 'lint', '--json', '--no-such']);

    expect(ran.exit).toBe(2);
    expect(jsonOf(ran)).toEqual({ error: { code: 'cli.unknownOption', text: expect.stringContaining('--no-such') } });
  });

  it('speaks the language of --lang, else of AARSHJUL_LANG', async () => {
    const nn = await run(['plan', 'lint', 'no-such-file', '--lang', 'nn']);
    const en = await run(['plan', 'lint', 'no-such-file'], '', { AARSHJUL_LANG: 'en' });

    expect(nn.talk).toContain('Fila finst ikkje');
    expect(en.talk).toContain('no such file');
  });

  it.each([
    [['code', 'decide', 'no-such-file']],
    [['plan', 'lint', 'no-such-file']],
    [['plan', 'roll', 'no-such-file', '--school-year', '2026-2027']],
    [['cross-check', 'match', '--register', 'no-such-file', '--list', 'no-such-file']],
    [['code', 'decide', '.']],
    [['plan', 'lint', '.']],
    [['plan', 'roll', '.', '--school-year', '2026-2027']],
    [['cross-check', 'match', '--register', '.', '--list', '.']],
    [['plan', 'lint', '-']],
    [['plan', 'roll', '-', '--school-year', '2026-2027']],
    [['cross-check', 'match', '--register', '-', '--list', template]],
  ])('%j cannot be read, and the exit code says so', async (argv) => {
    const plain = await run(argv);
    const json = await run([...argv, '--json']);

    expect(plain.exit).toBe(4);
    expect(plain.out + plain.talk).not.toMatch(/\bat \S+ \(|node:/);
    expect(json.exit).toBe(4);
    expect(() => jsonOf(json)).not.toThrow();
  });
});

describe('code decide', () => {
  const situation = { on: '2026-10-01', transfer: 'OSON', from: 'OTUK', to: 'OTNO' };

  it('answers one line a situation and goes on after one that cannot be read', async () => {
    const ran = await run(
      ['code', 'decide', '--json', '-'],
      `${JSON.stringify(situation)}\n{bad\n${JSON.stringify(situation)}`,
    );

    const [first, second, third] = linesOf(ran);
    expect(ran.exit).toBe(0);
    expect(first).toMatchObject({ verdict: 'refused', code: 'OTNO' });
    expect(second).toMatchObject({ error: { line: 2 } });
    expect(third).toEqual(first);
  });

  it('reads other line ends inside a text as part of it', async () => {
    const ran = await run(['code', 'decide', '--json'], `${JSON.stringify({ ...situation, note: 'a\u2028b' })}\r\n`);

    expect(linesOf(ran)).toHaveLength(1);
    expect(linesOf(ran)[0]).toHaveProperty('verdict');
  });

  it('says that nothing came, and gives nothing', async () => {
    const ran = await run(['code', 'decide', '--json', '-']);

    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.talk).not.toBe('');
  });

  it('tells a person the verdict with its reasons', async () => {
    const ran = await run(['code', 'decide'], JSON.stringify(situation));

    expect(ran.out).toContain('Avslått: OTNO');
    expect(ran.out).toMatch(/ {2}- .+\(.+\)/);
  });
});

describe('cross-check match', () => {
  it('gives one pair a line with rows as in the files', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'r.csv'), register);
    const ran = await run(['cross-check', 'match', '--register', join(folder, 'r.csv'), '--list', '-', '--json'], list);

    expect(ran.exit).toBe(0);
    expect(linesOf(ran)).toEqual([
      {
        register: 2,
        list: 2,
        band: expect.stringMatching(/certain|possible/),
        score: expect.any(Number),
        agrees: ['firstName', 'lastName', 'birthDate'],
        disagrees: [],
      },
    ]);
  });

  it('names the file that is no list', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'r.csv'), register);
    await writeFile(join(folder, 'l.csv'), '%PDF-1.7 and so on');
    const ran = await run([
      'cross-check',
      'match',
      '--register',
      join(folder, 'r.csv'),
      '--list',
      join(folder, 'l.csv'),
    ]);

    expect(ran.exit).toBe(4);
    expect(ran.talk).toContain('l.csv: Dette er et dokument');
  });

  it('takes only one of the two from standard input', async () => {
    expect((await run(['cross-check', 'match', '--register', '-', '--list', '-'], list)).exit).toBe(2);
  });
});

describe('plan', () => {
  it('lint ends with 0 for a clean template and 3 where it finds errors', async () => {
    const clean = await run(['plan', 'lint', template, '--json']);
    const old = await run(['plan', 'lint', sheet, '--json']);

    expect(clean.exit).toBe(0);
    expect(jsonOf(clean)).toEqual({ ok: true, faults: [] });
    expect(old.exit).toBe(3);
    expect(jsonOf(old)).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([expect.objectContaining({ fault: 'F2' })]),
    });
  });

  it('roll gives the dated plan of the year asked for', async () => {
    const ran = await run(['plan', 'roll', template, '--school-year', '2026/27', '--json']);

    expect(ran.exit).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ ok: true, plan: { schoolYear: '2026-2027' } });
  });

  it('reads a template from standard input', async () => {
    expect((await run(['plan', 'lint', '-'], await readFile(template))).exit).toBe(0);
  });
});

describe('demo make', () => {
  const make = (folder: string, ...more: readonly string[]) =>
    run([
      'demo',
      'make',
      '--seed',
      '7',
      '--youths',
      '20',
      '--units',
      '2',
      '--school-year',
      '2026-2027',
      '--out',
      folder,
      ...more,
    ]);

  it('writes the same county for the same seed', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    await make(join(one, 'new', 'folder'));
    const ran = await make(other, '--json');

    expect(ran.exit).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ seed: 7, youths: 20, schoolYear: '2026-2027', dryRun: false });
    for (const name of await readdir(other))
      expect(await readFile(join(one, 'new', 'folder', name)), name).toEqual(await readFile(join(other, name)));
  });

  it('only tells what it would write in a dry run', async () => {
    const folder = join(await temporaryFolder(), 'not-made');
    const ran = await make(folder, '--dry-run');

    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('county.json');
    await expect(stat(folder)).rejects.toThrow();
  });

  it('refuses a file where a folder is wanted, and more people than there can be', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'x'));
    await writeFile(join(folder, 'a-file'), '');

    expect((await make(join(folder, 'a-file'))).exit).toBe(4);
    expect((await run(['demo', 'make', '--out', folder, '--youths', '999999999'])).exit).toBe(2);
    expect((await run(['demo', 'make', '--out', folder, '--units', '0'])).exit).toBe(2);
  });
});
