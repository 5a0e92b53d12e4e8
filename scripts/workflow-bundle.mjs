// Bundles the workflows for the worker, once for each content of their sources. Run as a program it prints the file's path.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { contents } from './stamps.mjs';
import { inTurn } from './turn.mjs';

/** For whoever looks for the place where a workflow broke. */
const withStacks = process.env.AARSHJUL_STACKS === '1';
const cache = join(root, 'node_modules', '.cache', 'aarshjul');

export const workflowSources = [
  'workflows',
  'machines',
  'src/domain',
  'package-lock.json',
  'scripts/workflow-bundle.mjs',
];

/** The path of the bundle for the sources as they are now; made only when they have changed. */
export async function workflowBundle() {
  const stamp = `${contents(workflowSources).slice(0, 16)}${withStacks ? '-stacks' : ''}`;
  const file = join(cache, `workflows-${stamp}.js`);
  if (!existsSync(file)) await inTurn('workflows', () => (existsSync(file) ? undefined : bundle(file)));
  return { file, stamp };
}

async function bundle(file) {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const complaints = [];
  const logger = new DefaultLogger('WARN', ({ message }) => complaints.push(message));
  const bundled = bundleWorkflowCode({
    workflowsPath: join(root, 'workflows', 'index.ts'),
    preloadModules: preloaded(),
    logger,
    webpackConfigHook: (config) => ({ ...config, mode: 'production', optimization: { minimize: false } }),
  });
  const { code } = await bundled.catch(() => Promise.reject(new Error(errorsIn(complaints.join('\n')))));
  mkdirSync(cache, { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, withStacks ? code : withoutStacks(code));
  renameSync(beside, file);
  forgetOldest();
}

/**
 * The engine's library takes a stack for each promise of each workflow and looks up every line of it in the source map: a fifth of what
 * a command takes. So workflows have none, unless asked for (decision 0022).
 */
function withoutStacks(code) {
  const map = JSON.stringify({ version: 3, file: 'workflows.js', sources: [], names: [], mappings: '' });
  const text = code.slice(0, code.lastIndexOf('//# sourceMappingURL=data:'));
  return `delete Error.stackTraceLimit;${text}//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
}

/** Of webpack's long report, what is wrong and where. */
function errorsIn(report) {
  const errors = report.split('\n\n').filter((part) => part.startsWith('ERROR in'));
  return (
    errors
      .map((part) =>
        part
          .split('\n')
          .filter((line) => !/^(resolve| {2}| @)/.test(line))
          .join('\n'),
      )
      .join('\n') || report
  );
}

/** The charts, with what they stand on, are read once and shared by all cached workflows, frozen: a fifth of the memory and a quarter of each opening. */
function preloaded() {
  const list = join(root, 'workflows', 'preload.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).map((path) => join(root, path)) : [];
}

function forgetOldest() {
  const kept = readdirSync(cache)
    .filter((name) => name.startsWith('workflows-'))
    .map((name) => join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of kept.slice(20)) rmSync(file, { force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  workflowBundle().then(
    ({ file }) => process.stdout.write(`${file}\n`),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
