import type { Proposal } from '#domain/cross-check/proposal.ts';
import { whyOf } from '#texts/coding.ts';
import { shortDate } from '#texts/dates.ts';
import type { CheckPair } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { checkWords, knowsCheckWord } from './words.ts';

interface ProposalProps {
  readonly c: PageContext;
  readonly pair: CheckPair;
  readonly listId: string;
  readonly mayAct: boolean;
}

/** What the match speaks for: the code with its reason and source, the rule that refuses it, or why there is none. */
export function PairProposal({ c, pair, listId, mayAct }: ProposalProps) {
  const t = checkWords(c.language);
  const { proposal, state } = pair;
  return (
    <div class="pair-proposal" data-state={state}>
      <p class="pair-state">
        <b>{t(`state.${state}`)}</b>
      </p>
      <Overtaken c={c} pair={pair} />
      {state !== 'not-same' && <Words c={c} proposal={proposal} />}
      {mayAct && state === 'waiting' && proposal.outcome === 'proposed' && (
        <PostForm c={c} action={paths.checkAccept(listId)}>
          <input type="hidden" name="pair" value={pair.pairId} />
          <button type="submit" class="ds-button" data-row data-variant="secondary">
            {t('accept.one', { code: proposal.code })}
          </button>
        </PostForm>
      )}
      {pair.acceptedAct !== undefined && <a href={paths.act(pair.acceptedAct)}>{t('see-act')}</a>}
    </div>
  );
}

function Overtaken({ c, pair }: { c: PageContext; pair: CheckPair }) {
  const { overtaken, state } = pair;
  const key = `overtaken.${overtaken?.by}`;
  if (!overtaken || state !== 'overtaken' || !knowsCheckWord(key)) return null;
  return <p>{checkWords(c.language)(key, { day: overtaken.on ? shortDate(c.language, overtaken.on) : '' })}</p>;
}

function Words({ c, proposal }: { c: PageContext; proposal: Proposal }) {
  const t = checkWords(c.language);
  if (proposal.outcome === 'nothing') return <p>{t(`why.${proposal.why}`)}</p>;
  if (proposal.outcome === 'refused')
    return (
      <>
        <p>{t('refused', { code: proposal.code })}</p>
        <ul class="pair-rules">
          {proposal.refusals.map(({ code, facts, source }) => (
            <li key={code}>
              {c.explain(c.language, code, facts)}
              {source !== undefined && <span class="sub"> {t('source', { source })}</span>}
            </li>
          ))}
        </ul>
      </>
    );
  const warnings = proposal.rules.filter(({ verdict }) => verdict === 'warned').length;
  return (
    <>
      <p>
        {t('proposed')}: <CodeTag code={proposal.code} />
      </p>
      <p>{t(`ground.${proposal.ground}`)}</p>
      <details class="fold">
        <summary>
          {t('rules')}
          {warnings > 0 && `: ${t('rules.warned', { n: warnings })}`}
        </summary>
        <ul class="pair-rules">
          {proposal.rules.map((rule) => (
            <li key={`${rule.id}.${rule.why}`}>
              {rule.verdict === 'warned' && <b>{t('warned')}: </b>}
              {whyOf(c.language, rule)} <span class="sub">{t('source', { source: rule.source })}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
