import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = (says: string) =>
  `process.stdout.write(JSON.stringify([${says}, ...process.argv.slice(2)])); process.exitCode = 7;\n`;

/** A clone with a program of one line, packages installed, nothing built. */
async function aClone() {
  const clone = await temporaryFolder();
  const kept = ['aarshjul', 'package.json', 'package-lock.json', 'scripts', 'src/texts/nb/setup.json'];
  for (const path of kept) await cp(join(root, path), join(clone, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(clone, 'node_modules'));
  await mkdir(join(clone, 'src/cli'));
  const write = (says: string) => writeFile(join(clone, 'src/cli/main.ts'), program(says));
  await write("'first'");
  return { clone, write, launcher: join(clone, 'aarshjul') };
}

interface Ran {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (command: string, words: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', AARSHJUL_LANGUAGE: '' };
    execFile(command, [...words], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    );
  });

it('the launcher builds what is not built, hands on every word and gives back the exit code', async () => {
  const { launcher } = await aClone();
  const elsewhere = await temporaryFolder();
  await symlink(launcher, join(elsewhere, 'ours'));

  const ran = await run(join(elsewhere, 'ours'), ['youth', 'list', '--name', 'a b', '-'], elsewhere);

  expect(ran).toMatchObject({ code: 7, stdout: '["first","youth","list","--name","a b","-"]' });
  expect(ran.stderr).toMatch(/^Bygger program: \d+ ms$/m);
});

it('the launcher builds again when a source has changed, and only then', async () => {
  const { clone, write, launcher } = await aClone();

  await run(launcher, [], clone);
  const unchanged = await run(launcher, [], clone);
  await write("'second'");
  const changed = await run(launcher, [], clone);

  expect(unchanged).toEqual({ code: 7, stdout: '["first"]', stderr: '' });
  expect(changed.stdout).toBe('["second"]');
});

it('launchers that start at the same time build once', async () => {
  const { clone, launcher } = await aClone();

  const ran = await Promise.all([1, 2, 3].map(() => run(launcher, [], clone)));

  expect(ran.map(({ stdout }) => stdout)).toEqual(['["first"]', '["first"]', '["first"]']);
  expect(ran.filter(({ stderr }) => stderr.includes('Bygger program'))).toHaveLength(1);
});

it('a source that cannot be built is told by file, and nothing is run', async () => {
  const { clone, write, launcher } = await aClone();
  await write("'open");

  const ran = await run(launcher, [], clone);

  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('src/cli/main.ts:1');
});

it('a Node that is too old is told which one is wanted', async () => {
  const { clone, launcher } = await aClone();
  const described = JSON.parse(await readFile(join(clone, 'package.json'), 'utf8'));
  await writeFile(join(clone, 'package.json'), JSON.stringify({ ...described, engines: { node: '>=99.1' } }));

  const ran = await run(launcher, [], clone);

  expect(ran).toEqual({
    code: 1,
    stdout: '',
    stderr: `Node 99.1 eller nyere trengs, og dette er ${process.versions.node}.\n`,
  });
});
