import { readFileSync } from 'node:fs';
import { root } from './root.mjs';
import { say } from './said.mjs';

/** Ends with one clear line where this Node is too old for us. Written in words an old Node can read. */
export function requireNode() {
  const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace('>=', '');
  const least = wanted.split('.').map(Number);
  const here = process.versions.node.split('.').map(Number);
  const isEnough = here[0] > least[0] || (here[0] === least[0] && here[1] >= least[1]);
  if (isEnough) return;
  say('node.tooOld', { wanted, found: process.versions.node });
  process.exit(1);
}
