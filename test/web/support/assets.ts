import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { WebAssets } from '#web/needs.ts';
import { iconNames } from '#web/parts/icon-name.ts';

const root = new URL('../../../', import.meta.url).pathname;
const icons = join(root, 'node_modules/@navikt/aksel-icons/dist/svg');
let built: Promise<WebAssets> | undefined;

/** The browser's files built as the program's build does it, in a folder of the test's own. */
export const builtAssets = (): Promise<WebAssets> => (built ??= make());

async function make(): Promise<WebAssets> {
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-web-'));
  await build({
    absWorkingDir: root,
    entryPoints: ['./src/web/browser/app.ts', './src/web/styles/app.css'],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome120'],
    loader: { '.woff2': 'file' },
    entryNames: '[name]',
    assetNames: '[name]',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'icons.svg'), sprite());
  return { folder, names: {} };
}

const sprite = (): string => {
  const symbols = iconNames.map((name) => {
    const drawing = readFileSync(join(icons, `${name}.svg`), 'utf8')
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace('</svg>', '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
};
