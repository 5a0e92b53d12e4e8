import type { InboundOpen, SenderChoice } from '#views/answers/inbound.ts';
import type { PageContext } from '../../page-context.ts';
import { inboundWords } from './words.ts';

interface SenderChoicesProps {
  readonly c: PageContext;
  readonly open: InboundOpen;
  readonly chosen: string | undefined;
  readonly error: string | undefined;
}

/** Those it could be from, each with why; chosen beforehand only where it is certain. */
export function SenderChoices({ c, open, chosen, error }: SenderChoicesProps) {
  const t = inboundWords(c.language);
  const all = [...open.choices, ...open.found];
  return (
    <fieldset id="reply-case">
      <legend class="legend">{t('who')}</legend>
      {error !== undefined && <p class="field-error">{error}</p>}
      {all.length === 0 ? (
        <p class="soft">{t('who.none')}</p>
      ) : (
        <div class="options">
          {all.map((each) => (
            <label key={each.caseId} class="option" for={`reply-case-${each.caseId}`}>
              <input
                class="ds-input"
                type="radio"
                id={`reply-case-${each.caseId}`}
                name="case"
                value={each.caseId}
                checked={(chosen ?? open.caseId) === each.caseId}
              />
              <span>
                <b>{each.name}</b>
                <span class="sub block">{factsOf(c, each)}</span>
              </span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** `17 år · Nordvik · Ane Dalseth · OTUK · eige nummer` */
function factsOf(c: PageContext, each: SenderChoice): string {
  const t = inboundWords(c.language);
  return [
    ...(each.age === undefined ? [] : [t('age', { n: each.age })]),
    ...(each.unit === '' ? [] : [each.unit]),
    each.caseworker ?? t('no-caseworker'),
    ...(each.code === undefined ? [] : [each.code]),
    ...(each.because ? [t(`who.${each.because.as}.${each.because.by}`)] : []),
  ].join(' · ');
}
