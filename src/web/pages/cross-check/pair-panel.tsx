import { parseDay } from '#domain/calendar/day.ts';
import { sayCrossCheck } from '#texts/cross-check.ts';
import { shortDate } from '#texts/dates.ts';
import type { CheckPair, ComparedValue } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { CodeTag } from '../../parts/code-tag.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icon-name.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { PairProposal } from './pair-proposal.tsx';
import { checkWords, plainDate } from './words.ts';

interface PairProps {
  readonly c: PageContext;
  readonly pair: CheckPair;
  readonly listId: string;
  readonly mayAct: boolean;
}

/** One pair: the register and the list side by side, what agrees and what does not, and what comes of it. */
export function PairPanel({ c, pair, listId, mayAct }: PairProps) {
  const t = checkWords(c.language);
  const heading = `pair-${pair.pairId}-title`;
  return (
    <article class="panel pair" id={`pair-${pair.pairId}`} data-band={pair.band} aria-labelledby={heading}>
      <header class="panel-head">
        <h2 id={heading}>
          <a href={paths.youth(pair.caseId)}>{pair.name}</a>
        </h2>
        <span class="sub">
          {t(`band.${pair.band}`)} · {t('score', { score: pair.score.toLocaleString(c.language), row: pair.row })}
        </span>
      </header>
      <Where c={c} pair={pair} />
      <div class="pair-body">
        <SideBySide c={c} pair={pair} />
        <div class="pair-side">
          <Remarks c={c} pair={pair} />
          <PairProposal c={c} pair={pair} listId={listId} mayAct={mayAct} />
          {mayAct && pair.state !== 'accepted' && <Answers c={c} pair={pair} listId={listId} />}
        </div>
      </div>
    </article>
  );
}

function Where({ c, pair }: { c: PageContext; pair: CheckPair }) {
  const t = checkWords(c.language);
  const days = [
    pair.startedOn && t('started-on', { day: plainDate(pair.startedOn) }),
    pair.endedOn && t('ended-on', { day: plainDate(pair.endedOn) }),
  ].filter((said) => said !== undefined);
  return (
    <p class="pair-where sub">
      {pair.transfer !== undefined && <CodeTag code={pair.transfer} />}{' '}
      {pair.status === undefined ? t('status.none') : <CodeTag code={pair.status} />}
      {pair.unit !== undefined && ` · ${pair.unit}`}
      {days.length > 0 && ` · ${days.join(', ')}`}
      {pair.isProtected && ` · ${t('protected')}`}
    </p>
  );
}

const icons: Readonly<Record<ComparedValue['speaks'], IconName>> = {
  for: 'Checkmark',
  against: 'XMark',
  neither: 'Circle',
};

function SideBySide({ c, pair }: { c: PageContext; pair: CheckPair }) {
  const t = checkWords(c.language);
  return (
    <div class="table-box">
      <table class="ds-table dense pair-table">
        <caption class="ds-sr-only">{t('pair.label', { name: pair.name, row: pair.row })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.field')}</th>
            <th scope="col">{t('column.register')}</th>
            <th scope="col">{t('column.onlist')}</th>
            <th scope="col">{t('column.how')}</th>
          </tr>
        </thead>
        <tbody>
          {pair.fields.map((field) => (
            <tr key={field.field} data-speaks={field.speaks}>
              <th scope="row">{sayCrossCheck(c.language, `field.${field.field}`)}</th>
              <Value c={c} value={field.register} />
              <Value c={c} value={field.list} />
              <td class="pair-how">
                <Icon c={c} name={icons[field.speaks]} />
                <span>
                  <b>{t(`speaks.${field.speaks}`)}</b>{' '}
                  <span class="soft">{sayCrossCheck(c.language, `how.${field.how}`)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ c, value }: { c: PageContext; value: string | undefined }) {
  if (value === undefined) return <td class="soft">{checkWords(c.language)('nothing-there')}</td>;
  const day = parseDay(value);
  return <td>{day ? plainDate(day) : value}</td>;
}

/** What makes the pair a case of its own. */
function Remarks({ c, pair }: { c: PageContext; pair: CheckPair }) {
  const t = checkWords(c.language);
  const said = [
    ...pair.remarks.map((remark) => sayCrossCheck(c.language, `remark.${remark}`)),
    ...(pair.otherLists === 1 ? [t('other-lists.one')] : []),
    ...(pair.otherLists > 1 ? [t('other-lists', { n: pair.otherLists })] : []),
    ...(pair.otherCodes.length > 0 ? [t('other-codes', { codes: pair.otherCodes })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <ul class="pair-remarks">
      {said.map((words) => (
        <li key={words}>
          <Icon c={c} name="ExclamationmarkTriangleFill" />
          {words}
        </li>
      ))}
    </ul>
  );
}

/** The same two buttons for every pair: a certain one may be denied, and an answer may be changed. */
function Answers({ c, pair, listId }: Omit<PairProps, 'mayAct'>) {
  const t = checkWords(c.language);
  const { decided } = pair;
  return (
    <PostForm c={c} action={paths.checkDecide(listId)} class="pair-answers" live>
      <input type="hidden" name="pair" value={pair.pairId} />
      <button
        type="submit"
        class="ds-button"
        name="answer"
        value="same"
        data-row
        data-variant={pair.state === 'undecided' ? 'primary' : 'secondary'}
        data-key="s"
        aria-pressed={decided?.answer === 'same'}
      >
        {t('same')}
      </button>
      <button
        type="submit"
        class="ds-button"
        name="answer"
        value="not-same"
        data-row
        data-variant="secondary"
        data-key="d"
        aria-pressed={decided?.answer === 'not-same'}
      >
        {t('not-same')}
      </button>
      {decided && (
        <span class="sub">
          {decided.remembered || decided.on === undefined
            ? t('remembered')
            : t('decided-by', { day: shortDate(c.language, decided.on), name: decided.by ?? t('system') })}
        </span>
      )}
    </PostForm>
  );
}
