import { writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { workbook } from '#api/wire/queues.ts';
import { type Asked, stop } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Answered } from './call.ts';

/** Writes a list that leaves the house to a file only its owner may read, and says how many are in it. */
export async function saveWorkbook(
  asked: Asked,
  answered: Answered<z.output<typeof workbook>>,
  path: string,
): Promise<ExitCode> {
  if (!answered.ok) return stop(asked, answered.trouble);
  const { content, cases, apart } = answered.value;
  try {
    await writeFile(path, Buffer.from(content, 'base64'), { mode: 0o600 });
  } catch {
    return stop(asked, { exit: exitCodes.unexpected, code: 'cli.file', at: path, text: asked.t('queues.notWritten') });
  }
  if (asked.json) await asked.out(JSON.stringify({ file: path, rows: cases.length, apart }));
  else await asked.out(asked.t('queues.written', { file: path, n: cases.length, apart }));
  return exitCodes.ok;
}
