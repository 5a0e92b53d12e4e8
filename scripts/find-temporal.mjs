// Finds the Temporal server before anything waits for it. Run through tsx: `node --import tsx scripts/find-temporal.mjs`.
import { findTemporal } from '../src/runtime/temporal-server/find.ts';

const say = (line) => process.stderr.write(`${line}\n`);
findTemporal({ say, language: 'en' }).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
