import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { BoundLetter, ControlSheet } from '#ports/letter-press.ts';
import { controlSheet } from './control-sheet.ts';
import { controlPage } from './typst/control-page.ts';
import type { Renderer } from './typst/renderer.ts';

const run = promisify(execFile);

/**
 * One file for the printer: the control sheet, then the letters as they are given. A merge loses the tags (measured; every tool does), so
 * this is for paper only; each recipient's own file is the one that is kept. By qpdf where it is installed, a sixth of the time.
 */
export async function bindBatch(
  render: Renderer,
  letters: readonly BoundLetter[],
  sheet: ControlSheet,
): Promise<Uint8Array> {
  const front = render(controlPage, controlSheet(letters, sheet));
  if (!front) throw new Error('the control sheet cannot be printed');
  const files = [front.pdf, ...letters.map(({ pdf }) => pdf)];
  return (await mergeByQpdf(files)) ?? mergeByPdfLib(files);
}

/** Undefined where there is no qpdf. The files lie in a folder of their own that nobody else may read, and are gone after. */
async function mergeByQpdf(files: readonly Uint8Array[]): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'print-'));
  const place = (name: string) => join(folder, name);
  const keep = (name: string, content: Uint8Array | string) => writeFile(place(name), content, { mode: 0o600 });
  try {
    for (const [index, bytes] of files.entries()) await keep(`${index}.pdf`, bytes);
    const paths = files.map((_, index) => place(`${index}.pdf`));
    // More files than a command line holds, so the words stand in a file. A fixed id, so that the same letters give the same file.
    await keep('words', ['--empty', '--deterministic-id', '--pages', ...paths, '--', place('all.pdf')].join('\n'));
    await run('qpdf', [`@${place('words')}`]);
    return await readFile(place('all.pdf'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error('qpdf could not merge the letters', { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mergeByPdfLib(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of files) {
    const letter = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(letter, letter.getPageIndices())) merged.addPage(page);
  }
  return merged.save({ updateFieldAppearances: false });
}
