// What no other tool checks: the length of files, and names that say nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const longest = 300;
const emptyNames = /(^|[/.-])(utils?|helpers?|common|managers?|misc)([/.-]|$)/i;

const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const all = listed.stdout.split('\n').filter((path) => path && existsSync(join(root, path)));
const sources = all.filter((path) => /\.(ts|tsx|mjs|cjs|css)$/.test(path) && !path.endsWith('/tokens.css'));
const faults = [];

for (const path of sources) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
  if (lines > longest && !path.startsWith('test/'))
    faults.push(
      `${path}: ${lines} lines, at most ${longest}. Find the second idea in it and give that a file of its own.`,
    );
}
for (const path of all) {
  if (emptyNames.test(path)) faults.push(`${path}: a name that says nothing. Name it for the one thing it gives.`);
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
