import { checkListKinds } from '#domain/cross-check/list-kind.ts';
import { pairAnswers } from '#domain/cross-check/pair-answer.ts';
import type { Fault } from '#domain/outcome.ts';
import { type CheckListAnswer, checkShows } from '#views/answers/cross-check.ts';
import {
  type AskedInRun,
  back,
  commandOf,
  done,
  go,
  many,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { columnsIn } from '../list-columns.ts';
import { CheckListPage } from '../pages/cross-check/list-page.tsx';
import { CheckListsPage } from '../pages/cross-check/lists-page.tsx';
import { listActivities } from '../pages/cross-check/receive-form.tsx';
import { checkWords } from '../pages/cross-check/words.ts';
import { paths } from '../paths.ts';

const listOf = ({ params }: AskedInRun): string => params.list ?? '';

export async function checkLists({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<CheckListsPage c={c} answer={await needs.views.crossCheck.lists(actor, run.runId, run.today)} />);
}

/** Reads the list and compares it; no code is changed. */
export async function receiveCheckList(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, file, body } = asked;
  const kind = oneOf(checkListKinds, one(body, 'kind'));
  const columns = columnsIn(one(body, 'columns') ?? '');
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [!file || file.bytes.length === 0, 'file', 'web.intake.noFile'],
    [kind === undefined, 'kind', 'web.crossCheck.kind'],
    [columns === undefined, 'columns', 'web.crossCheck.columns'],
  ];
  const faults: readonly Fault[] = wrong.flatMap(([is, place, code]) => (is ? [{ place, code, found: '' }] : []));
  if (!file || !kind || !columns || faults.length > 0) {
    const answer = await needs.views.crossCheck.lists(actor, run.runId, run.today);
    return showAgain(<CheckListsPage c={c} answer={answer} faults={faults} />);
  }
  const title = one(body, 'title');
  const outcome = await needs.desk.crossCheck.receive(actor, {
    ...{ runId: run.runId, kind, columns, fileName: file.name, bytes: file.bytes },
    ...(title === undefined ? {} : { title }),
    meaning: { activity: oneOf(listActivities, one(body, 'activity')) ?? null, cohort: one(body, 'window') ?? null },
  });
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const { listId, already, rows, pairs } = outcome.value;
  const t = checkWords(c.language);
  return go(paths.checkList(listId), already ? t('receipt.repeat') : t('receipt.received', { rows, pairs }));
}

export async function checkList(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, query } = asked;
  const page = Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1);
  const wanted = { listId: listOf(asked), shown: oneOf(checkShows, one(query, 'show')), page };
  const found = await needs.views.crossCheck.list(actor, run.runId, wanted, run.today);
  if (!found) return notFound;
  return show(<CheckListPage c={c} list={found} />, seenOn(found));
}

/** Strangers on the list have no case: the list stands for them. */
const seenOn = ({ listId, pairs, rows }: CheckListAnswer) => [
  ...pairs.map(({ caseId }) => caseId),
  ...(rows.some(({ name }) => name !== '') ? [listId] : []),
];

export async function decidePairs(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  const answer = oneOf(pairAnswers, one(body, 'answer'));
  if (!answer) return notFound;
  const wish = { commandId: commandOf(asked), runId: run.runId, pairIds: many(body, 'pair'), answer };
  const outcome = await needs.desk.crossCheck.decide(actor, wish);
  return done(asked, outcome, paths.checkList(listOf(asked)), checkWords(c.language)(`receipt.${answer}`));
}

export async function acceptProposals(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, body } = asked;
  const wish = { commandId: commandOf(asked), runId: run.runId, listId: listOf(asked), pairIds: many(body, 'pair') };
  const outcome = await needs.desk.crossCheck.accept(actor, wish);
  if (!outcome.ok) return refusedWith(outcome.refusals);
  const { parts, untouched, leftOut } = outcome.value;
  const [n, left] = [parts - untouched.length, untouched.length + leftOut.length];
  const t = checkWords(c.language);
  const receipt = left > 0 ? t('receipt.accepted.left', { n, left }) : t('receipt.accepted', { n });
  return go(back(asked, paths.checkList(listOf(asked))), receipt);
}

export async function matchAgain(asked: AskedInRun): Promise<Shown> {
  const wish = { commandId: commandOf(asked), runId: asked.run.runId, listId: listOf(asked) };
  const outcome = await asked.needs.desk.crossCheck.matchAgain(asked.actor, wish);
  return done(asked, outcome, paths.checkList(listOf(asked)), checkWords(asked.c.language)('receipt.again'));
}
