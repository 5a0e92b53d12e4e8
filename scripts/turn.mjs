import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';

// Each clone has its own turns. They lie outside it, since node_modules and dist come and go.
const place = createHash('sha256').update(root).digest('hex').slice(0, 12);

/** Runs `act` while no other process of this clone does the same; the holder shows every second that it lives. */
export async function inTurn(name, act) {
  const turn = join(tmpdir(), `aarshjul-${userInfo().uid}-${place}-${name}`);
  while (!taken(turn)) await new Promise((resolve) => setTimeout(resolve, 100));
  const beat = setInterval(() => utimesSync(turn, new Date(), new Date()), 1_000);
  const leave = () => rmSync(turn, { recursive: true, force: true });
  process.once('exit', leave);
  try {
    return await act();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', leave);
    leave();
  }
}

function taken(turn) {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    const held = statSync(turn, { throwIfNoEntry: false });
    if (held && Date.now() - held.mtimeMs > 15_000) rmSync(turn, { recursive: true, force: true });
    return false;
  }
}
