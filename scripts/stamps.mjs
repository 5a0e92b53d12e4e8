import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** How the files look from outside (names, sizes, times): a few milliseconds, enough to know that nothing was touched. */
export const looks = (paths) => digest(files(paths), (path, stat) => `${path} ${stat.size} ${stat.mtimeMs}`);

/** What the files say: tells a real change from a fresh checkout. */
export const contents = (paths) => digest(files(paths), (path) => `${path} ${sha(readFileSync(join(root, path)))}`);

export const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');

function digest(all, line) {
  const hash = createHash('sha256');
  for (const [path, stat] of all) hash.update(`${line(path, stat)}\n`);
  return hash.digest('hex');
}

/** Every file below the paths (from the root), sorted by name; what is not there is left out. */
function files(paths) {
  const found = [];
  const look = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(join(root, path))) look(join(path, name));
    else if (stat) found.push([path, stat]);
  };
  paths.forEach(look);
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}
