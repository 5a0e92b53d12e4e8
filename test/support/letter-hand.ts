import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A hand of the press, built as `scripts/build.mjs` builds it; gives its file. */
export async function builtHand(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const outfile = `${root}node_modules/.cache/aarshjul/letter-hand.mjs`;
  await build({
    ...{ absWorkingDir: root, entryPoints: ['./src/letters/hand.ts'], outfile, bundle: true },
    ...{ platform: 'node', format: 'esm', packages: 'external' },
  });
  return outfile;
}
