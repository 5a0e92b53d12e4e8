import type { PrintPileAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { number } from '../../parts/numbers.ts';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { momentWords } from '../sendings/moment.ts';
import { lettersWords } from './words.ts';

/** The pile for the printer, and the batches of before: one that was lost on its way to the printer can be had again. */
export function PrintPile({ c, pile }: { c: PageContext; pile: PrintPileAnswer }) {
  const t = lettersWords(c.language);
  const n = (value: number) => number(c.language, value);
  return (
    <Panel id="print" title={t('print.title')}>
      {pile.waiting === 0 ? (
        <p>{t('print.nothing')}</p>
      ) : (
        <>
          <p>{pile.waiting === 1 ? t('print.waiting.one') : t('print.waiting', { n: n(pile.waiting) })}</p>
          <p class="sub">{t('print.what')}</p>
          <PostForm c={c} action={paths.lettersPrint} class="after">
            <button type="submit" class="ds-button" data-variant="secondary">
              <Icon c={c} name="Download" />
              {t('print.do')}
            </button>
          </PostForm>
        </>
      )}
      {pile.batches.length > 0 && (
        <>
          <h3>{t('print.before')}</h3>
          <ul class="plain-rows">
            {pile.batches.map(({ batchId, madeAt, madeBy, letters, pages }) => (
              <li key={batchId} id={`batch-${batchId}`}>
                {momentWords(c.language, madeAt)}{' '}
                <span class="sub">{t('print.batch', { by: madeBy ?? '–', letters: n(letters), pages: n(pages) })}</span>
                <PostForm c={c} action={paths.lettersPrint}>
                  <input type="hidden" name="batch" value={batchId} />
                  <button type="submit" class="ds-button" data-variant="tertiary">
                    {t('print.again')}
                    <span class="ds-sr-only"> ({momentWords(c.language, madeAt)})</span>
                  </button>
                </PostForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
