import type { Finding } from '#domain/coding/decide.ts';
import type { Fault } from '#domain/outcome.ts';
import { whyOf } from '#texts/coding.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { Options, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { faultWords } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { type Guide, type GuideCode, type GuideQuestion, guideOptions, takesMany } from './guide.ts';
import { youthWords } from './words.ts';

interface GuidePanelProps {
  readonly c: PageContext;
  readonly youth: YouthAnswer;
  readonly guide: Guide;
  readonly faults: readonly Fault[];
  readonly typed: { readonly code?: string; readonly reason?: string };
}

/** One question at a time; the codes that fit, and the rule behind each that does not. */
export function GuidePanel({ c, youth, guide, faults, typed }: GuidePanelProps) {
  const t = youthWords(c.language);
  return (
    <Panel id="guide" title={t('guide')}>
      <div class="stack">
        <p class="sub">{t('guide.lead')}</p>
        <Replies c={c} youth={youth} guide={guide} />
        {guide.next !== undefined && <Question c={c} youth={youth} question={guide.next} />}
        <Codes c={c} youth={youth} guide={guide} faults={faults} typed={typed} />
      </div>
    </Panel>
  );
}

function Replies({ c, youth, guide }: Pick<GuidePanelProps, 'c' | 'youth' | 'guide'>) {
  const t = youthWords(c.language);
  if (guide.replies.length === 0) return null;
  return (
    <div>
      <dl class="guide-replies">
        {guide.replies.map(({ question, chosen }) => (
          <div key={question}>
            <dt>{t(`question.${question}`)}</dt>
            <dd>
              <b>
                {chosen.length === 0 ? t('answer.nothing') : chosen.map((option) => t(`answer.${option}`)).join(', ')}
              </b>
            </dd>
          </div>
        ))}
      </dl>
      <PostForm c={c} action={paths.youthGuide(youth.caseId)} live>
        <button type="submit" class="link-button sub" name="start-over" value="1">
          {t('guide.start-over')}
        </button>
      </PostForm>
    </div>
  );
}

function Question({ c, youth, question }: { c: PageContext; youth: YouthAnswer; question: GuideQuestion }) {
  const t = youthWords(c.language);
  const id = `ask-${question}-${youth.caseId}`;
  return (
    <PostForm c={c} action={paths.youthGuide(youth.caseId)} class="guide-question form" id={`form-${id}`} live>
      <input type="hidden" name="question" value={question} />
      <Options
        id={id}
        name="answer"
        legend={t(`question.${question}`)}
        many={takesMany(question)}
        across
        options={guideOptions[question].map((option) => ({ id: option, name: t(`answer.${option}`) }))}
        chosen={[]}
      />
      <div class="form-acts">
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('guide.next')}
        </button>
      </div>
    </PostForm>
  );
}

/** Those that fit; those that want a second look; those that a rule forbids, each with why. */
function Codes({ c, youth, guide, faults, typed }: GuidePanelProps) {
  const t = youthWords(c.language);
  const nothing = guide.allowed.length + guide.warned.length === 0;
  const wrong = (place: string) =>
    faultWords(
      c,
      faults.find((fault) => fault.place === place),
    );
  const codeFault = wrong('code-choice');
  const reasonFault = wrong('code-reason');
  const choices = (codes: readonly GuideCode[]) =>
    codes.map((choice) => (
      <CodeChoice key={choice.code} c={c} youth={youth} choice={choice} chosen={typed.code === choice.code} />
    ));
  return (
    <PostForm c={c} action={paths.youthCode(youth.caseId)} class="form" id={`code-${youth.caseId}`} live>
      <input type="hidden" name="seen" value={youth.status?.code ?? 'none'} />
      <fieldset id="code-choice">
        <legend class="legend">{t('guide.fits')}</legend>
        {nothing && <p class="soft">{t('guide.none-fit')}</p>}
        {choices(guide.allowed)}
        {guide.warned.length > 0 && (
          <details class="fold" id={`warned-${youth.caseId}`} open={guide.allowed.length === 0}>
            <summary>{t('guide.warned-codes', { n: guide.warned.length })}</summary>
            {choices(guide.warned)}
          </details>
        )}
        {guide.refused.length > 0 && (
          <details class="fold" id={`refused-${youth.caseId}`} open={reasonFault !== undefined}>
            <summary>{t('guide.refused', { n: guide.refused.length })}</summary>
            {choices(guide.refused)}
            {guide.refused.some(({ overridable }) => overridable) && (
              <OverrideReason c={c} typed={typed.reason} fault={reasonFault} />
            )}
          </details>
        )}
        {codeFault !== undefined && (
          <p class="field-error">
            <Icon c={c} name="XMarkOctagonFill" />
            {codeFault}
          </p>
        )}
      </fieldset>
      <div class="form-acts">
        <button type="submit" class="ds-button">
          {t('guide.set')}
        </button>
      </div>
    </PostForm>
  );
}

interface OverrideReasonProps {
  readonly c: PageContext;
  readonly typed: string | undefined;
  readonly fault: string | undefined;
}

const OverrideReason = ({ c, typed, fault }: OverrideReasonProps) => (
  <TextField
    c={c}
    id="code-reason"
    name="reason"
    label={youthWords(c.language)('guide.reason')}
    hint={youthWords(c.language)('guide.reason.hint')}
    value={typed ?? ''}
    {...(fault === undefined ? {} : { error: fault })}
  />
);

interface CodeChoiceProps {
  readonly c: PageContext;
  readonly youth: YouthAnswer;
  readonly choice: GuideCode;
  readonly chosen: boolean;
}

function CodeChoice({ c, youth, choice, chosen }: CodeChoiceProps) {
  const { code, judgement, overridable } = choice;
  const id = `choose-${code}-${youth.caseId}`;
  const words = (
    <>
      <CodeTag code={code} /> {codeWords(c.language, code)}
    </>
  );
  const closed = judgement.verdict === 'refused' && !overridable;
  return (
    <div class="code-choice" data-verdict={judgement.verdict}>
      {closed ? (
        <Icon c={c} name="CircleSlash" />
      ) : (
        <input class="ds-input" type="radio" name="code" id={id} value={code} checked={chosen} />
      )}
      <div>
        {closed ? words : <label for={id}>{words}</label>}
        <Rules c={c} findings={judgement.rules.filter(({ verdict }) => verdict === judgement.verdict)} />
      </div>
    </div>
  );
}

/** What each rule says, and where it stands. */
function Rules({ c, findings }: { c: PageContext; findings: readonly Finding[] }) {
  const t = youthWords(c.language);
  return (
    <>
      {findings.map((finding) => (
        <p key={`${finding.id}.${finding.why}`} class="sub rule">
          {finding.verdict === 'warned' && <b>{t('guide.warned')} </b>}
          {whyOf(c.language, finding)}{' '}
          <cite>{sharedWords(c.language)('refusal.source', { source: finding.source })}</cite>
        </p>
      ))}
    </>
  );
}
