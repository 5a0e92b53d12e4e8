// Builds dist/: the program, the browser's files, the workflow bundle. A step whose sources say the same is left as it is.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';
import { say } from './said.mjs';
import { contents, looks, sha } from './stamps.mjs';
import { inTurn } from './turn.mjs';

const dist = join(root, 'dist');
/** What is run, by the name it gets in dist/. */
const programs = {
  aarshjul: './src/cli/main.ts',
  'pack-database': './src/runtime/pack-database.ts',
  'letter-hand': './src/letters/hand.ts',
};
const stampFile = join(dist, 'stamp.json');
const builder = ['package-lock.json', 'package.json', 'scripts/build.mjs'];
const program = ['src', 'workflows', 'activities', 'machines', ...builder];
const browser = ['src/web/browser', 'src/web/styles', 'src/web/icons.json', ...builder];

/** Whether everything is built from the sources as they lie there; asks only for their names, sizes and times. */
export const isBuilt = () => readStamp().looks === looks(program) && existsSync(join(dist, 'aarshjul.mjs'));

/** Builds what has changed and says each step with its milliseconds. */
export async function build() {
  if (isBuilt()) return;
  await inTurn('build', async () => {
    if (isBuilt()) return;
    mkdirSync(dist, { recursive: true });
    const before = readStamp();
    const now = { looks: looks(program), program: contents(program), browser: contents(browser) };
    if (before.program !== now.program) {
      await step('program', buildProgram);
      await step('database', packDatabase);
    }
    if (before.browser !== now.browser) await step('browser', buildBrowser);
    const workflows = await step('workflows', () => buildWorkflows(before.workflows));
    writeFileSync(stampFile, `${JSON.stringify({ ...now, workflows }, null, 2)}\n`);
    // Its helper process would live as long as what is started after the build.
    await (await import('esbuild')).stop();
  });
}

/** A step that fails ends the program: the tool has said which file, and a stack of ours adds nothing. */
async function step(name, act) {
  const began = performance.now();
  try {
    const result = await act();
    say('build.step', { name, ms: Math.round(performance.now() - began) });
    return result;
  } catch (error) {
    say('build.failed', { name, why: error instanceof Error ? error.message : error });
    process.exit(1);
  }
}

async function buildProgram() {
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(join(root, file)))),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'parts/[name]-[hash]',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  removeStale('dist/parts', metafile);
}

/** An empty database, for the first start and for tests; made again only when the tables have changed. */
async function packDatabase() {
  if (!existsSync(join(root, programs['pack-database']))) return;
  const { databaseImage } = await import(pathToFileURL(join(dist, 'pack-database.mjs')).href);
  const { name, make } = databaseImage;
  if (existsSync(join(dist, name))) return;
  const bytes = await make();
  for (const old of readdirSync(dist).filter((file) => /^database-.*\.tar\.gz$/.test(file))) rmSync(join(dist, old));
  writeFileSync(join(dist, `${name}.${process.pid}`), bytes);
  renameSync(join(dist, `${name}.${process.pid}`), join(dist, name));
}

async function buildBrowser() {
  const entries = ['./src/web/browser/app.ts', './src/web/styles/app.css'];
  const out = join(dist, 'public');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const manifest = {
    ...(await bundleForBrowser(entries.filter((file) => existsSync(join(root, file))))),
    ...sprite(out),
  };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Names without their hash, as the pages ask for them, to the files as they are: `app.js` → `app-5F2K….js`. */
async function bundleForBrowser(entryPoints) {
  if (entryPoints.length === 0) return {};
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist/public',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome120', 'firefox121', 'safari17.4'],
    loader: { '.woff2': 'file', '.svg': 'file' },
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  const names = Object.keys(metafile.outputs).map((path) => path.replace('dist/public/', ''));
  return Object.fromEntries(names.map((name) => [name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), name]));
}

/** The icons the pages use, out of the nearly thousand of the package, as one file. */
function sprite(out) {
  const list = join(root, 'src', 'web', 'icons.json');
  if (!existsSync(list)) return {};
  const folder = join(root, 'node_modules', '@navikt', 'aksel-icons', 'dist', 'svg');
  const symbols = JSON.parse(readFileSync(list, 'utf8')).map((name) => {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
    const drawing = svg
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace('</svg>', '')
      .trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
  const name = `icons-${sha(text).slice(0, 8).toUpperCase()}.svg`;
  writeFileSync(join(out, name), text);
  return { 'icons.svg': name };
}

async function buildWorkflows(before) {
  if (!existsSync(join(root, 'workflows', 'index.ts'))) return undefined;
  const { workflowBundle } = await import('./workflow-bundle.mjs');
  const { file, stamp } = await workflowBundle();
  const target = join(dist, 'workflows.js');
  if (stamp !== before || !existsSync(target)) writeFileSync(target, readFileSync(file));
  return stamp;
}

/** Parts of an earlier build go after a day: a program that is running may still ask for them. */
function removeStale(folder, metafile) {
  const kept = new Set(Object.keys(metafile.outputs));
  for (const name of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []) {
    const path = `${folder}/${name}`;
    const isOld = Date.now() - statSync(join(root, path)).mtimeMs > 86_400_000;
    if (!kept.has(path) && isOld) rmSync(join(root, path), { force: true });
  }
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  await ensureInstalled();
  if (isBuilt()) say('build.unchanged');
  else await build();
}
