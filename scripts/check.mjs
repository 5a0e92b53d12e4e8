// `npm run check`: every check at once. One that fails shows what it found, by file, and how it is mended.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';

requireNode();
await ensureInstalled();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const info = (name) => join(root, 'node_modules', '.cache', 'aarshjul', `${name}.tsbuildinfo`);
const types = (name, project) => ({
  name,
  // The native compiler: a third of the time; the other one stays for tools that need its interface.
  words: [
    process.execPath,
    join(root, 'node_modules/ts7/bin/tsc'),
    '-p',
    project,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    info(name.replaceAll(' ', '-')),
  ],
  mend: 'Each line names the file and place; make the types say what is true, without any, as or !.',
});

const checks = [
  types('types', '.'),
  ...(existsSync(join(root, 'src/web/browser/tsconfig.json')) ? [types('browser types', 'src/web/browser')] : []),
  {
    name: 'rooms and doors',
    words: [
      bin('depcruise'),
      '--output-type',
      'err-long',
      'src',
      'workflows',
      'activities',
      'machines',
      'test',
      'bench',
    ],
    mend: 'Each rule says its mend above; the table is in docs/decisions/0001-the-house.md.',
  },
  {
    name: 'format and lint',
    words: [bin('biome'), 'check', '--diagnostic-level=warn', '--error-on-warnings', '--max-diagnostics=200'],
    mend: 'npx biome check --write mends what can be mended by itself.',
  },
  {
    name: 'dead code',
    words: [bin('knip'), '--no-progress', '--no-config-hints'],
    mend: 'Delete what nobody uses, or stop exporting what only its own file uses.',
  },
  {
    name: 'house rules',
    words: [process.execPath, join(root, 'scripts/house-rules.mjs')],
    mend: 'Each line says its mend.',
  },
];

const began = performance.now();
const waiting = [...checks];
const results = [];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
const failed = results.filter(({ code }) => code !== 0);
for (const { name, said, mend } of failed) process.stdout.write(`\n── ${name}\n${said.trim()}\nMend: ${mend}\n`);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(`check: ${results.length - failed.length} of ${results.length} in order, ${seconds} s\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const start = performance.now();
    const { code, said } = await run(check.words);
    results.push({ ...check, code, said });
    const ms = Math.round(performance.now() - start);
    process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${ms} ms)\n`);
  }
}

function run([program, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
