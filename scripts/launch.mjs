// What `./aarshjul` runs: installs and builds where that is needed, then becomes the program.
import nodeModule from 'node:module';
import { build, isBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';

requireNode();
// Newer Nodes keep the compiled program between runs.
nodeModule.enableCompileCache?.();
await ensureInstalled();
if (!isBuilt()) await build();
process.setSourceMapsEnabled(true);
process.argv[1] = `${root}dist/aarshjul.mjs`;
await import('../dist/aarshjul.mjs');
