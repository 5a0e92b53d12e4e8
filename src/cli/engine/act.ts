import { done } from '#api/wire/basic.ts';
import { type Asked, isSet, stop } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Key } from '../words.ts';
import { type Call, call } from './call.ts';

/** `--dry-run` as the API takes it. */
export const dryRunIn = (asked: Asked): { readonly dryRun: boolean } => ({ dryRun: isSet(asked, 'dryRun') });

/** One command for each id: one that is refused does not stop the others, and the exit code tells of the first. */
export async function actOnEach(
  asked: Asked,
  ids: readonly string[],
  wish: (id: string) => Call,
  receipt: Key,
): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.ok;
  for (const id of ids) {
    const answered = await call(asked, wish(id), done);
    if (answered.ok) {
      if (asked.json) await asked.out(JSON.stringify({ id, ...answered.value }));
      else await asked.out(asked.t(isSet(asked, 'dryRun') ? 'receipt.wouldDo' : receipt, { id }));
      continue;
    }
    const code = await stop(asked, ids.length > 1 ? { at: id, ...answered.trouble } : answered.trouble);
    if (exit === exitCodes.ok) exit = code;
    if (code === exitCodes.notRunning) return exit;
  }
  return exit;
}
