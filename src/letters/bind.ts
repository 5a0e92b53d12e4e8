import type { BoundLetter, ControlSheet } from '#ports/letter-press.ts';
import { controlSheet } from './control-sheet.ts';
import { pileOf } from './pdf-pile.ts';
import { controlPage } from './typst/control-page.ts';
import type { Renderer } from './typst/renderer.ts';

/**
 * One file for the printer: the control sheet, then the letters as they are given. It has no tags and is for paper only; each
 * recipient's own file is the one that is kept.
 */
export async function bindBatch(
  render: Renderer,
  letters: readonly BoundLetter[],
  sheet: ControlSheet,
): Promise<Uint8Array> {
  const front = render(controlPage, controlSheet(letters, sheet));
  if (!front) throw new Error('the control sheet cannot be printed');
  return pileOf([front.pdf, ...letters.map(({ pdf }) => pdf)]);
}
