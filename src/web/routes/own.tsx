import { caseId, staffId, unitId } from '#domain/ids.ts';
import type { Refusal } from '#domain/outcome.ts';
import { choices } from '#domain/plan/template.ts';
import type { Choice } from '#domain/youth/choice.ts';
import { choicePart, codeForChoice, codesBearing } from '#domain/youth/choice-codes.ts';
import { staleKinds } from '#domain/youth/stale.ts';
import type { CleaningFilter } from '#views/answers/cleaning.ts';
import { type OwnFilter, ownStates } from '#views/answers/own.ts';
import {
  type AskedInRun,
  back,
  commandOf,
  go,
  many,
  notFound,
  one,
  oneOf,
  refusedWith,
  type Sent,
  type Shown,
  show,
  showAgain,
} from '../asked.ts';
import { CleaningPage } from '../pages/own/cleaning-page.tsx';
import { causeOf } from '../pages/own/consequences.tsx';
import { OwnPage } from '../pages/own/own-page.tsx';
import { PreviewPage } from '../pages/own/preview-page.tsx';
import { ownWords } from '../pages/own/words.ts';
import { paths } from '../paths.ts';

const needsCode = ['own-contact', 'return'] as const;

export async function own(asked: AskedInRun): Promise<Shown> {
  const { c, query } = asked;
  const answer = await lookAt(asked, query);
  return show(
    <OwnPage c={c} own={answer} whole={one(query, 'all') === '1'} />,
    answer.rows.map((row) => row.caseId),
  );
}

function lookAt({ needs, actor, run }: AskedInRun, sent: Sent) {
  const [at, choice] = [one(sent, 'at'), oneOf(needsCode, one(sent, 'choice'))];
  const opened = at === undefined || choice === undefined ? undefined : { caseId: at, choice };
  return needs.views.ownList(actor, run.runId, ownFilterFrom(sent), opened, run.today);
}

/** One youth, one choice; what it causes is said again when it is made. */
export async function chooseOne(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, body } = asked;
  const id = one(body, 'one');
  if (id === undefined) return notFound;
  const choice = oneOf(choices, one(body, 'choice')) ?? 'standard-letter';
  const to = one(body, 'to');
  const outcome = await needs.desk.youths.choose(actor, {
    commandId: `${commandOf(asked)}-${id}`.slice(0, 120),
    caseId: id,
    choice,
    ...(to === undefined ? {} : { coding: codeForChoice(to) }),
  });
  const list = one(body, 'list') ?? back(asked, paths.own());
  const sent = sentIn(list);
  if (!outcome.ok) return again(asked, sent, outcome.refusals);
  const answer = await lookAt(asked, sent);
  return go(list, ownWords(c.language)('receipt', { what: causeOf(c, answer, choice) }));
}

async function again(asked: AskedInRun, sent: Sent, refusals: readonly Refusal[]): Promise<Shown> {
  const answer = await lookAt(asked, sent);
  return showAgain(
    <OwnPage c={asked.c} own={answer} refusals={refusals} />,
    answer.rows.map((row) => row.caseId),
  );
}

/** The query of one of our own addresses. */
function sentIn(path: string): Sent {
  const query = new URLSearchParams(path.split('?')[1]?.split('#')[0] ?? '');
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
}

/** What a choice for many would come to: nothing is changed. */
export async function previewChoice(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run, query } = asked;
  const answer = await needs.views.ownList(actor, run.runId, ownFilterFrom(query), undefined, run.today);
  // Where no track is said, the list settles on one; the number is of what the form then asks for.
  const wanted = await wantedIn(asked, query, answer.filter);
  if (!wanted) return refusedWith([{ code: 'web.noneChosen' }]);
  const { choice, to, cases, all } = wanted;
  const codes = choice === 'standard-letter' ? [] : codesBearing(choice, run.today);
  const wish = wishFor(asked, wanted);
  const tried =
    codes.length > 0 && to === undefined ? undefined : await needs.desk.acts.begin(actor, { ...wish, dryRun: true });
  if (tried && !tried.ok) return refusedWith(tried.refusals);
  const untouched = tried?.value.untouched ?? [];
  const named = await needs.views.namedCases(
    actor,
    run.runId,
    untouched.map((each) => each.caseId),
  );
  return show(
    <PreviewPage c={c} own={answer} preview={{ choice, to, codes, all, cases, untouched, named }} />,
    named.map((each) => each.caseId),
  );
}

/** Does it, as one act that can be undone; «all» is counted again here. */
export async function chooseMany(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor } = asked;
  const wanted = await wantedIn(asked, asked.body);
  if (!wanted) return refusedWith([{ code: 'web.noneChosen' }]);
  const ordered = await needs.desk.acts.begin(actor, wishFor(asked, wanted));
  if (!ordered.ok) return refusedWith(ordered.refusals);
  return go(paths.act(ordered.value.actId), ownWords(c.language)('receipt.many'));
}

interface Wanted {
  readonly choice: Choice;
  readonly to: string | undefined;
  readonly cases: Awaited<ReturnType<AskedInRun['needs']['views']['ownCaseIds']>>;
  readonly all: boolean;
  readonly filter: OwnFilter;
}

async function wantedIn(
  { needs, actor, run }: AskedInRun,
  sent: Sent,
  filter = ownFilterFrom(sent),
): Promise<Wanted | undefined> {
  const all = one(sent, 'all') === '1';
  const cases = all ? await needs.views.ownCaseIds(actor, run.runId, filter) : many(sent, 'case').map(caseId);
  if (cases.length === 0) return undefined;
  const choice = oneOf(choices, one(sent, 'choice')) ?? 'standard-letter';
  // Follow-up is what own contact nearly always leads to; a return says why by its code, so that is asked for.
  const to =
    choice === 'standard-letter' ? undefined : (one(sent, 'to') ?? (choice === 'own-contact' ? 'OTOV' : undefined));
  return { choice, to, cases, all, filter };
}

function wishFor(asked: AskedInRun, { choice, to, cases, all, filter }: Wanted) {
  const query = paths.own(filter).split('?')[1] ?? '';
  return {
    commandId: commandOf(asked),
    runId: asked.run.runId,
    kind: 'choice',
    because: { choice, ...(to === undefined ? {} : { code: to }), ...(all ? { filter: query } : {}) },
    parts: cases.map((id) => ({ caseId: id, event: choicePart(choice, to) })),
  } as const;
}

/** Only what the address may say; anything else is dropped. */
function ownFilterFrom(query: Sent): OwnFilter {
  const caseworker = one(query, 'caseworker');
  const track = one(query, 'track');
  const state = oneOf(ownStates, one(query, 'state'));
  const transfer = one(query, 'transfer');
  const unit = one(query, 'unit');
  const page = Number(one(query, 'page') ?? 1);
  return {
    ...(caseworker === undefined
      ? {}
      : { caseworker: caseworker === 'none' || caseworker === 'all' ? caseworker : staffId(caseworker) }),
    ...(track === undefined ? {} : { track }),
    ...(state === undefined ? {} : { state }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** Last year's list, gone through before the transfer. */
export async function cleaning({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const answer = await needs.views.cleaning(actor, run.runId, cleaningFrom(query), run.today);
  return show(
    <CleaningPage c={c} cleaning={answer} />,
    answer.rows.flatMap(({ caseId: id, now }) => (now === undefined ? [id] : [id, now])),
  );
}

function cleaningFrom(query: Sent): CleaningFilter {
  const caseworker = one(query, 'caseworker');
  const stale = oneOf(staleKinds, one(query, 'stale'));
  const [days, page] = [Number(one(query, 'days')), Number(one(query, 'page'))];
  return {
    ...(caseworker === undefined
      ? {}
      : { caseworker: caseworker === 'none' || caseworker === 'all' ? caseworker : staffId(caseworker) }),
    ...(stale === undefined ? {} : { stale }),
    ...(Number.isInteger(days) && days > 0 ? { days: Math.min(days, 1000) } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}
