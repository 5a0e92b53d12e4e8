import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDataFolder, ownerOf } from '#runtime/data-folder.ts';
import { identityOf } from '#runtime/process-identity.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const anotherProcess = () => {
  const child = spawn('sleep', ['600']);
  onTestFinished(() => void child.kill());
  return child;
};

const lockOf = (pid: number | undefined) =>
  JSON.stringify({ ...identityOf(pid ?? 0), since: '2026-11-20T08:00:00.000Z' });

it('a folder is owned by the process that opened it, until it is released', async () => {
  const path = join(await temporaryFolder(), 'new', 'folder');

  const opened = await openDataFolder(path);

  expect(await ownerOf(path)).toMatchObject({ pid: process.pid });
  if (opened.ok) await opened.value.release();
  expect(await ownerOf(path)).toBeUndefined();
  expect((await openDataFolder(path)).ok).toBe(true);
});

it('a folder whose owner lives is refused with who owns it and since when', async () => {
  const path = await temporaryFolder();
  const owner = anotherProcess();
  await writeFile(join(path, 'owner.json'), lockOf(owner.pid));

  const opened = await openDataFolder(path);

  const facts = { folder: path, pid: owner.pid, since: '2026-11-20T08:00:00.000Z' };
  expect(opened).toEqual({ ok: false, refusals: [{ code: 'dataFolder.inUse', facts }] });
  expect(await readFile(join(path, 'owner.json'), 'utf8')).toBe(lockOf(owner.pid));
});

it('a dead owner is followed by the next process, which says whom it took over from', async () => {
  const path = await temporaryFolder();
  const owner = anotherProcess();
  await writeFile(join(path, 'owner.json'), lockOf(owner.pid));
  owner.kill('SIGKILL');
  await once(owner, 'exit');

  const opened = await openDataFolder(path);

  expect(opened).toMatchObject({ ok: true, value: { path, takenOverFrom: owner.pid } });
});

it('a process number that now belongs to another process does not hold the folder', async () => {
  const path = await temporaryFolder();
  await writeFile(join(path, 'owner.json'), JSON.stringify({ pid: anotherProcess().pid, started: 'long ago' }));

  expect((await openDataFolder(path)).ok).toBe(true);
});

it('a half-written lock holds nothing', async () => {
  const path = await temporaryFolder();
  await writeFile(join(path, 'owner.json'), '{"pid": 1');

  expect((await openDataFolder(path)).ok).toBe(true);
});

it('of many that open a folder at once, one gets it, also over a dead lock', async () => {
  const path = await temporaryFolder();
  await writeFile(join(path, 'owner.json'), JSON.stringify({ pid: 999_999_999, started: 'long ago' }));

  const opened = await Promise.all(Array.from({ length: 20 }, () => openDataFolder(path)));

  expect(opened.filter((each) => each.ok)).toHaveLength(1);
  expect(await readdir(path)).toEqual(['owner.json']);
});
