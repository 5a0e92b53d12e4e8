import type { Untouched } from '#domain/act/act.ts';
import type { CaseId } from '#domain/ids.ts';
import type { Choice } from '#domain/youth/choice.ts';
import type { OwnAnswer } from '#views/answers/own.ts';
import type { PageContext } from '../../page-context.ts';
import { SelectField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { number } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { whyWords } from '../act/act-page.tsx';
import { causeOf } from './consequences.tsx';
import { ownWords } from './words.ts';

/** What a choice for many would come to. */
export interface ChoicePreview {
  readonly choice: Choice;
  readonly to: string | undefined;
  /** The codes that go with the choice; none with the standard letter. */
  readonly codes: readonly string[];
  /** Everybody in the list, counted again when it is done; else those ticked. */
  readonly all: boolean;
  readonly cases: readonly CaseId[];
  readonly untouched: readonly Untouched[];
  readonly named: readonly { readonly caseId: CaseId; readonly name: string; readonly unit: string }[];
}

interface Props {
  readonly c: PageContext;
  readonly own: Pick<OwnAnswer, 'tracks' | 'filter'>;
  readonly preview: ChoicePreview;
}

/** The exact number, whom it would not touch and why, and one button. */
export function PreviewPage({ c, own, preview }: Props) {
  const t = ownWords(c.language);
  const { choice, cases, untouched, codes, to } = preview;
  const n = cases.length - untouched.length;
  const title = t(`preview.${choice}`, { n: number(c.language, cases.length) });
  return (
    <Layout c={c} title={title} at="youths">
      <YouthAreas c={c} at="own" />
      <PageHead
        kicker={
          <a class="ink-link" href={paths.own(own.filter)}>
            {t('title')}
          </a>
        }
        title={title}
        lead={causeOf(c, own, choice)}
      />
      {codes.length > 0 && <CodeChoice c={c} own={own} preview={preview} />}
      {codes.length > 0 && to === undefined ? null : (
        <>
          <p class="own-sum">{t('preview.sum', { n: number(c.language, n), of: number(c.language, cases.length) })}</p>
          <Left c={c} preview={preview} />
          <Confirm c={c} own={own} preview={preview} n={n} />
        </>
      )}
    </Layout>
  );
}

/** What the choice is made of, for a form that asks again or does it. */
function Carried({ own, preview }: Omit<Props, 'c'>) {
  const { page: _, ...filter } = own.filter;
  return (
    <>
      <input type="hidden" name="choice" value={preview.choice} />
      {Object.entries(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {preview.all ? (
        <input type="hidden" name="all" value="1" />
      ) : (
        preview.cases.map((id) => <input key={id} type="hidden" name="case" value={id} />)
      )}
    </>
  );
}

function CodeChoice({ c, own, preview }: Props) {
  const t = ownWords(c.language);
  return (
    <form class="own-code" method="get" action={paths.ownPreview} data-auto aria-label={t(`code.${preview.choice}`)}>
      <Carried own={own} preview={preview} />
      <SelectField
        c={c}
        id="own-to"
        name="to"
        label={t(`code.${preview.choice}`)}
        none={t('code.none')}
        options={preview.codes.map((code) => ({ id: code, name: `${code} – ${codeWords(c.language, code)}` }))}
        chosen={preview.to}
      />
      <button type="submit" class="ds-button" data-variant="secondary">
        {sharedWords(c.language)('show')}
      </button>
    </form>
  );
}

function Left({ c, preview: { untouched, named } }: Omit<Props, 'own'>) {
  const t = ownWords(c.language);
  if (untouched.length === 0) return null;
  const names = new Map<string, string>(named.map(({ caseId, name }) => [caseId, name]));
  const hidden = untouched.filter(({ caseId }) => !names.has(caseId)).length;
  return (
    <section class="panel" data-flush aria-labelledby="left-title">
      <header class="panel-head">
        <h2 id="left-title">{t('left', { n: number(c.language, untouched.length) })}</h2>
      </header>
      <div class="table-box">
        <table class="ds-table dense" data-cards>
          <caption class="ds-sr-only">{t('left', { n: number(c.language, untouched.length) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('left.why')}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ caseId, name }) => (
              <tr key={caseId}>
                <th scope="row">
                  <a href={paths.youth(caseId)}>{name}</a>
                </th>
                <td class="soft">
                  {untouched
                    .filter((one) => one.caseId === caseId)
                    .flatMap(({ why }) => why.map((refusal) => whyWords(c, refusal)))
                    .join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p class="sub">{t('left.hidden', { n: number(c.language, hidden) })}</p>}
    </section>
  );
}

function Confirm({ c, own, preview, n }: Props & { n: number }) {
  const t = ownWords(c.language);
  return (
    <PostForm c={c} action={paths.ownBulk} class="own-do">
      <Carried own={own} preview={preview} />
      {preview.to !== undefined && <input type="hidden" name="to" value={preview.to} />}
      {n > 0 && (
        <button type="submit" class="ds-button">
          {t(`confirm.${preview.choice}`, { n: number(c.language, n) })}
        </button>
      )}
      <a class="ds-button" data-variant="tertiary" href={paths.own(own.filter)}>
        {t('cancel')}
      </a>
      <span class="sub">{t('confirm.undo')}</span>
    </PostForm>
  );
}
