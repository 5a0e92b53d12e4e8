import type { CaseId } from '#domain/ids.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { TemplateAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Refusals } from '../../parts/notices.tsx';
import { paths } from '../../paths.ts';
import { lettersWords } from './words.ts';

/** The kept version on somebody real: the nth of those the reader may see. */
export interface Tried {
  readonly nth: number;
  readonly of: number;
  readonly on:
    | {
        readonly caseId: CaseId;
        readonly name: string;
        readonly text: string | undefined;
        /** Pages of a letter; undefined for an SMS. */
        readonly pages: number | undefined;
        readonly refusals: readonly Refusal[];
      }
    | undefined;
}

/** How the kept version looks for a real recipient, the next one a step away. */
export function TriedOn({ c, template, tried }: { c: PageContext; template: TemplateAnswer; tried: Tried }) {
  const t = lettersWords(c.language);
  const { nth, of, on } = tried;
  const to = (n: number) => paths.template(template.templateId, template.version, n);
  return (
    <section class="looks" aria-labelledby="looks-title">
      <header>
        <h2 id="looks-title">{t('template.looks')}</h2>
        <nav aria-label={t('template.looks')}>
          {nth > 1 && (
            <a href={to(nth - 1)} rel="prev">
              <Icon c={c} name="ChevronLeft" />
              <span class="ds-sr-only">{t('template.looks.previous')}</span>
            </a>
          )}
          {nth < of && (
            <a href={to(nth + 1)} rel="next">
              <Icon c={c} name="ChevronRight" />
              <span class="ds-sr-only">{t('template.looks.next')}</span>
            </a>
          )}
        </nav>
      </header>
      {on === undefined ? (
        <p class="sub">{t('template.looks.nobody')}</p>
      ) : (
        <div class={template.channel === 'sms' ? 'looks-phone' : 'looks-paper'} id={`looks-${on.caseId}`}>
          <p class="looks-to">
            <a href={paths.youth(on.caseId)}>{on.name}</a>
          </p>
          <Refusals c={c} refusals={on.refusals} />
          {on.text !== undefined && <p class="looks-text">{on.text}</p>}
          {on.pages !== undefined && (
            <p>
              <a href={paths.templatePages(template.templateId, template.version, on.caseId)}>
                {t('template.looks.page', { pages: on.pages })}
              </a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
