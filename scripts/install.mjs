import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { say } from './said.mjs';
import { sha } from './stamps.mjs';
import { inTurn } from './turn.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.aarshjul');

/** Whether node_modules is what package-lock.json says, for this platform. */
export const isInstalled = () => read(stampFile) === wanted();

/** Installs what package-lock.json says unless it is there; needs no network then. All talk goes to stderr. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await inTurn('install', () => {
    if (isInstalled()) return;
    if (!isInstalledByHand()) {
      say('install.begins');
      const npm = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: ['ignore', 2, 2],
      });
      if (npm.status !== 0) {
        say('install.failed');
        process.exit(npm.status ?? 1);
      }
    }
    writeFileSync(stampFile, wanted());
  });
}

const wanted = () => `${process.platform}-${process.arch} ${sha(readFileSync(lockFile))}`;
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** npm leaves a copy of the lock in node_modules: where it has the same packages, there is nothing to install. */
function isInstalledByHand() {
  const left = read(join(root, 'node_modules', '.package-lock.json'));
  if (!left) return false;
  const there = JSON.parse(left).packages;
  const { '': _ours, ...asked } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const isSame = ([path, { integrity, optional }]) =>
    there[path] ? there[path].integrity === integrity && existsSync(join(root, path)) : optional === true;
  return Object.entries(asked).every(isSame) && Object.keys(there).every((path) => asked[path]);
}
