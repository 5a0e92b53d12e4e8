// `npm start`: installs and builds where that is needed, then runs the embedded engine with the demo county in this process.
import { build, isBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root } from './root.mjs';

requireNode();
await ensureInstalled();
if (!isBuilt()) await build();
process.setSourceMapsEnabled(true);
process.argv.splice(1, 1, `${root}dist/aarshjul.mjs`, 'up', '--demo');
await import('../dist/aarshjul.mjs');
