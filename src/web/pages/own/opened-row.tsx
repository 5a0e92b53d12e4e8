import type { ChoiceCode, OpenedChoice, OwnAnswer, OwnRow } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { causeOf } from './consequences.tsx';
import { ownWords } from './words.ts';

interface Props {
  readonly c: PageContext;
  readonly own: OwnAnswer;
  readonly row: OwnRow;
  readonly opened: OpenedChoice;
}

/** Under a youth's row: the codes that go with the choice, each with what the rules warn of. Everything here bears the case's id. */
export function OpenedRow({ c, own, row, opened }: Props) {
  const t = ownWords(c.language);
  const { choice, codes } = opened;
  const ready = codes.some(({ code }) => code === row.code)
    ? row.code
    : codes.find(({ code }) => code === 'OTOV')?.code;
  // What is warned of for every code is said once.
  const [first] = codes;
  const common = (first?.warnings ?? []).filter(({ id }) =>
    codes.every((each) => each.warnings.some((one) => one.id === id)),
  );
  const isCommon = (id: string) => common.some((warning) => warning.id === id);
  return (
    <tr id={`open-${row.caseId}`} class="own-open">
      <td colSpan={own.filter.caseworker === undefined ? 6 : 7}>
        <PostForm c={c} action={paths.ownChoose} id={`choice-${row.caseId}`} live>
          <input type="hidden" name="one" value={row.caseId} />
          <input type="hidden" name="choice" value={choice} />
          <input type="hidden" name="list" value={paths.own(own.filter)} />
          <p>{causeOf(c, own, choice)}</p>
          {common.map((warning) => (
            <p key={warning.id} class="sub">
              <Warning c={c} warning={warning} />
            </p>
          ))}
          <fieldset id={`codes-${row.caseId}`}>
            <legend class="legend">{t(`code.${choice}`)}</legend>
            <div class="options">
              {codes.map(({ code, warnings }, index) => (
                <label key={code} class="option" for={`code-${row.caseId}-${code}`}>
                  <input
                    class="ds-input"
                    type="radio"
                    id={`code-${row.caseId}-${code}`}
                    name="to"
                    value={code}
                    required
                    checked={code === ready}
                    data-first={(ready === undefined ? index === 0 : code === ready) ? '' : undefined}
                  />
                  <span>
                    <b>{code}</b> {codeWords(c.language, code)}
                    {warnings
                      .filter(({ id }) => !isCommon(id))
                      .map((warning) => (
                        <span key={warning.id} class="sub block">
                          <Warning c={c} warning={warning} />
                        </span>
                      ))}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <p class="own-do">
            {codes.length > 0 && (
              <button type="submit" class="ds-button">
                {t(`do.${choice}`)}
              </button>
            )}
            <a class="ds-button" data-variant="tertiary" href={paths.own(own.filter)} data-live-link>
              {t('cancel')}
            </a>
            <a class="text-link" href={`${paths.youth(row.caseId)}#guide`}>
              {t('guide')}
            </a>
          </p>
        </PostForm>
      </td>
    </tr>
  );
}

const Warning = ({ c, warning }: { c: PageContext; warning: ChoiceCode['warnings'][number] }) => (
  <>
    {c.explain(c.language, `coding.${warning.id}.${warning.why}`, warning.facts)} ({warning.source})
  </>
);
