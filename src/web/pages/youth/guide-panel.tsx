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
      <p class="sub">{t('guide.lead')}</p>
      <div class="stack">
        <Replies c={c} youth={youth} guide={guide} />
        {guide.next !== undefined && <Question c={c} youth={youth} question={guide.next} />}
        <Codes c={c} youth={youth} guide={guide} faults={faults} typed={typed} />
        {guide.refused.length > 0 && (
          <details class="fold" id={`refused-${youth.caseId}`}>
            <summary>{t('guide.refused', { n: guide.refused.length })}</summary>
            <ul>
              {guide.refused.map((refused) => (
                <li key={refused.code} class="code-choice code-no" data-verdict="refused">
                  <Icon c={c} name="CircleSlash" />
                  <div>
                    <CodeTag code={refused.code} /> {codeWords(c.language, refused.code)}
                    <Rules c={c} findings={refused.judgement.rules.filter(({ verdict }) => verdict === 'refused')} />
                  </div>
                </li>
              ))}
            </ul>
          </details>
        )}
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

function Codes({ c, youth, guide, faults, typed }: GuidePanelProps) {
  const t = youthWords(c.language);
  if (guide.fitting.length === 0) return <p class="soft">{t('guide.none-fit')}</p>;
  const wrong = (place: string) =>
    faultWords(
      c,
      faults.find((fault) => fault.place === place),
    );
  const reasonFault = wrong('code-reason');
  const asksReason = guide.fitting.some(({ judgement }) => judgement.verdict === 'warned');
  return (
    <PostForm c={c} action={paths.youthCode(youth.caseId)} class="form" id={`code-${youth.caseId}`} live>
      <fieldset id="code-choice">
        <legend class="legend">{t('guide.fits')}</legend>
        {guide.fitting.map((fitting) => (
          <CodeChoice key={fitting.code} c={c} youth={youth} fitting={fitting} chosen={typed.code === fitting.code} />
        ))}
        {wrong('code-choice') !== undefined && (
          <p class="field-error">
            <Icon c={c} name="XMarkOctagonFill" />
            {wrong('code-choice')}
          </p>
        )}
      </fieldset>
      {asksReason && (
        <TextField
          c={c}
          id="code-reason"
          name="reason"
          label={t('guide.reason')}
          hint={t('guide.reason.hint')}
          value={typed.reason ?? ''}
          {...(reasonFault === undefined ? {} : { error: reasonFault })}
        />
      )}
      <div class="form-acts">
        <button type="submit" class="ds-button">
          {t('guide.set')}
        </button>
      </div>
    </PostForm>
  );
}

interface CodeChoiceProps {
  readonly c: PageContext;
  readonly youth: YouthAnswer;
  readonly fitting: GuideCode;
  readonly chosen: boolean;
}

function CodeChoice({ c, youth, fitting, chosen }: CodeChoiceProps) {
  const { code, judgement } = fitting;
  const id = `choose-${code}-${youth.caseId}`;
  const shown = judgement.rules.filter(({ verdict }) => verdict === judgement.verdict);
  return (
    <div class="code-choice" data-verdict={judgement.verdict}>
      <input class="ds-input" type="radio" name="code" id={id} value={code} checked={chosen} required />
      <div>
        <label for={id}>
          <CodeTag code={code} /> {codeWords(c.language, code)}
        </label>
        <Rules c={c} findings={shown} />
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
