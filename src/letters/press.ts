import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { LetterPress, Pressed } from '#ports/letter-press.ts';
import { bindBatch } from './bind.ts';
import { composeLetter } from './compose.ts';
import { letterPage } from './typst/letter-page.ts';
import { type Renderer, typstRenderer } from './typst/renderer.ts';

/** So many letters are set before others in the process get a turn: a few hundredths of a second. */
const atOnce = 5;

/** The press; the renderer is loaded when the first letter is made. */
export function letterPress(): LetterPress {
  let loaded: Renderer | undefined;
  const renderer = () => (loaded ??= typstRenderer());
  return {
    press: async (jobs) => {
      const render = renderer();
      const pressed: Pressed[] = [];
      for (const [index, job] of jobs.entries()) {
        const made = render(letterPage, composeLetter(job));
        pressed.push(made ? { outcome: 'pressed', key: job.key, ...made } : { outcome: 'unprintable', key: job.key });
        if (index % atOnce === atOnce - 1) await letOthersIn();
      }
      return pressed;
    },
    bind: (letters, sheet) => bindBatch(renderer(), letters, sheet),
  };
}
