import type { AssignmentRule, RuleGoes, RuleSet, RuleWhen } from '#domain/assignment/rule.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { staffId, unitId } from '#domain/ids.ts';
import { type AskedInRun, commandOf, done, go, many, notFound, one, refusedWith, type Shown, show } from '../asked.ts';
import { BoardPage } from '../pages/assignment/board-page.tsx';
import { PreviewPage, type ShareSent } from '../pages/assignment/preview-page.tsx';
import { RulesPage, rulesMark } from '../pages/assignment/rules-page.tsx';
import { assignmentWords } from '../pages/assignment/words.ts';
import { paths } from '../paths.ts';

export async function board({ c, needs, actor, run, query }: AskedInRun): Promise<Shown> {
  const [unit, from] = [one(query, 'unit'), one(query, 'from')];
  const page = Math.max(1, Math.trunc(Number(one(query, 'page') ?? 1)) || 1);
  const shown = {
    page,
    ...(unit === undefined ? {} : { unit: unitId(unit) }),
    ...(from === undefined ? {} : { from: staffId(from) }),
  };
  const found = await needs.views.assignment.board(actor, run.runId, shown, run.today);
  if (!found) return notFound;
  return show(
    <BoardPage c={c} board={found} />,
    found.rows.map((row) => row.caseId),
  );
}

const sentIn = ({ body }: AskedInRun): ShareSent => ({
  from: one(body, 'from') ?? '',
  unit: one(body, 'unit') ?? '',
  way: one(body, 'way') ?? 'evenly',
  tasks: one(body, 'tasks') === '1',
  cases: many(body, 'case'),
});

function wishOf({ from, unit, way, tasks, cases }: ShareSent) {
  return {
    from: from === '' ? null : from,
    way: way.startsWith('to:')
      ? ({ kind: 'one', staffId: way.slice('to:'.length) } as const)
      : ({ kind: way === 'rules' ? 'rules' : 'evenly' } as const),
    withTasks: tasks,
    ...(unit === '' ? {} : { unit }),
    ...(cases.length === 0 ? {} : { cases }),
  };
}

export async function previewShare(asked: AskedInRun): Promise<Shown> {
  const { c, needs, actor, run } = asked;
  const sent = sentIn(asked);
  const wish = wishOf(sent);
  const shared = await needs.desk.assignment.preview(actor, { runId: run.runId, ...wish });
  if (!shared.ok) return refusedWith(shared.refusals);
  const to = wish.way.kind === 'one' ? wish.way.staffId : null;
  const preview = await needs.views.assignment.preview(actor, run.runId, { from: wish.from, to, shared: shared.value });
  return show(
    <PreviewPage c={c} preview={preview} sent={sent} />,
    preview.untouched.flatMap(({ named }) => named.map((each) => each.caseId)),
  );
}

export async function applyShare(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, run, body, c } = asked;
  const expected = Number(one(body, 'expected'));
  const wish = { commandId: commandOf(asked), runId: run.runId, ...wishOf(sentIn(asked)) };
  const ordered = await needs.desk.assignment.share(actor, {
    ...wish,
    ...(Number.isInteger(expected) ? { expected } : {}),
  });
  if (!ordered.ok) return refusedWith(ordered.refusals);
  return go(paths.act(ordered.value.actId), assignmentWords(c.language)('receipt.shared'));
}

export async function rules({ c, needs, actor, run }: AskedInRun): Promise<Shown> {
  return show(<RulesPage c={c} answer={await needs.views.assignment.rules(actor, run.runId)} />);
}

export async function keepRules(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, run, c } = asked;
  const now = await needs.views.assignment.rules(actor, run.runId);
  // A rule is named by its place: where the list is another one, the place is another rule's.
  const seen = one(asked.body, 'seen');
  if (seen !== undefined && seen !== rulesMark(now)) return refusedWith([{ code: 'assignment.rulesChanged' }]);
  const outcome = await needs.desk.assignment.keepRules(actor, {
    ...{ commandId: commandOf(asked), runId: run.runId },
    ...changedRules(asked, now),
  });
  return done(asked, outcome, paths.assignmentRules, assignmentWords(c.language)('receipt.rules'));
}

function changedRules({ body }: AskedInRun, { rules: all, onIntake }: RuleSet): RuleSet {
  const at = Number(one(body, 'place') ?? 0) - 1;
  const [before, own] = [all[at - 1], all[at]];
  switch (one(body, 'act')) {
    case 'intake-on':
      return { rules: all, onIntake: true };
    case 'intake-off':
      return { rules: all, onIntake: false };
    case 'remove':
      return { rules: all.filter((_, index) => index !== at), onIntake };
    case 'up':
      return { rules: before && own ? all.with(at - 1, own).with(at, before) : all, onIntake };
    default:
      return { rules: [...all, ruleIn(body)], onIntake };
  }
}

function ruleIn(body: AskedInRun['body']): AssignmentRule {
  const [unit, municipality] = [one(body, 'when-unit'), one(body, 'when-municipality')];
  const from = one(body, 'when-from') ?? '';
  const when: RuleWhen =
    unit !== undefined
      ? { kind: 'unit', unitId: unit }
      : municipality !== undefined
        ? { kind: 'municipality', number: municipality }
        : { kind: 'postcode', from, to: one(body, 'when-to') ?? from };
  const to = one(body, 'goes-to') ?? 'evenly';
  const goes: RuleGoes['to'] = to.startsWith('to:')
    ? { kind: 'one', staffId: to.slice('to:'.length) }
    : { kind: to === 'unit-only' ? 'unit-only' : 'evenly' };
  return { when, goes: { unitId: one(body, 'goes-unit') ?? null, to: goes } };
}

export async function registerAbsence(asked: AskedInRun): Promise<Shown> {
  const { needs, actor, run, body, c } = asked;
  const [from, to] = [parseDay(one(body, 'first') ?? ''), parseDay(one(body, 'last') ?? '')];
  const [staff, substitute] = [one(body, 'staff'), one(body, 'substitute')];
  if (!from || !to || !staff || !substitute) return refusedWith([{ code: 'absence.incomplete' }]);
  const outcome = await needs.desk.staff.registerAbsence(actor, {
    ...{ commandId: commandOf(asked), runId: run.runId },
    ...{ staffId: staff, substituteId: substitute, from, to },
  });
  return done(asked, outcome, paths.assignment(), assignmentWords(c.language)('receipt.absence'));
}

export async function endAbsence(asked: AskedInRun): Promise<Shown> {
  const outcome = await asked.needs.desk.staff.endAbsence(asked.actor, {
    ...{ commandId: commandOf(asked), runId: asked.run.runId },
    absenceId: one(asked.body, 'absence') ?? '',
  });
  return done(asked, outcome, paths.assignment(), assignmentWords(asked.c.language)('receipt.back'));
}
