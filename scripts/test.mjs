// `npm test`: gets what tests need, runs them all (or those named), and ends with one line: N passed, N failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

requireNode();
const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled();
ensureSystemPackages(say);
await node(['--import', 'tsx', 'scripts/find-temporal.mjs']);
await node(['scripts/build.mjs']);

const folder = mkdtempSync(join(tmpdir(), 'aarshjul-report-'));
const report = join(folder, 'report.json');
const status = await node([
  ...['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
]);
const { passed, failed, skipped } = counted(report);
rmSync(folder, { recursive: true, force: true });
// An error outside every test fails the run without failing a test; it counts as one.
const allFailed = status !== 0 && failed === 0 ? 1 : failed;
if (skipped > 0) process.stdout.write(`${skipped} left out: see the lines above for what is missing here\n`);
process.stdout.write(`${passed} passed, ${allFailed} failed\n`);
process.exitCode = allFailed === 0 ? 0 : 1;

/** Runs one of our programs to its end; Ctrl-C reaches it too, and we wait for it to clear up. */
function node(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
    const wait = () => undefined;
    process.on('SIGINT', wait);
    child.on('exit', (code) => {
      process.removeListener('SIGINT', wait);
      resolve(code ?? 1);
    });
  });
}

function counted(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that could not even be read has no tests to fail.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
