import type { Actor } from '#domain/access/actor.ts';
import { mayKeepRules } from '#domain/access/may.ts';
import type { MovedTask } from '#domain/act/act.ts';
import { leftAlone, type Proposal } from '#domain/assignment/propose.ts';
import { caseId } from '#domain/ids.ts';
import { among } from './among.ts';
import type { PreviewAnswer, RulesAnswer } from './answers/assignment.ts';
import type { PlanBook } from './plan-in-force.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { caseworkerRoles, choicesOf, holdersOf, namesOf } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';
import { every, ofRun } from './youth-filter.ts';

export interface PreviewAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly shared: Proposal & { readonly tasks: readonly MovedTask[] };
}

/** So many are named of those left alone, for each reason. */
const named = 25;

/** A proposal in names, for the reader's eyes: protected persons are only counted. */
export async function assignmentPreview(
  asking: Asking,
  plans: PlanBook,
  { actor, runId, from, to, shared }: PreviewAsk,
): Promise<PreviewAnswer> {
  const { db } = asking;
  const { moves, gets, untouched, tasks } = shared;
  const nameOf = await namesOf(db, [from, to, ...gets.map(({ staffId }) => staffId), ...tasks.map((task) => task.to)]);
  const seen = await namesSeen(
    asking,
    { actor, runId },
    untouched.map((one) => one.caseId),
  );
  const titles = new Map(
    ((await plans.inForce(runId))?.plan.phases ?? []).flatMap((phase) =>
      phase.tasks.map((task) => [task.key, task.title] as const),
    ),
  );
  return {
    from: nameOf(from),
    to: nameOf(to),
    moves: moves.length,
    gets: gets.map(({ staffId, n, after }) => ({ name: nameOf(staffId), n, after })),
    untouched: leftAlone.flatMap((why) => {
      const these = untouched.filter((one) => one.why === why);
      const rows = these.flatMap(({ caseId: id }) => seen.filter((row) => row.caseId === id));
      return these.length === 0 ? [] : [{ why, n: these.length, named: rows.slice(0, named) }];
    }),
    tasks: tasks.flatMap((task) => {
      const title = titles.get(task.taskId.split('@')[0] ?? '');
      return title ? [{ title, to: nameOf(task.to) }] : [];
    }),
  };
}

async function namesSeen(
  { db }: Asking,
  { actor, runId }: Pick<PreviewAsk, 'actor' | 'runId'>,
  ids: readonly string[],
) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select(['youth_case.case_id', 'person.name'])
    .where('youth_case.case_id', 'in', (from) =>
      from
        .selectFrom('youth_case')
        .select('youth_case.case_id')
        .where(every([ofRun(runId), within(reachOf(actor)), (where) => where('case_id', 'in', among(ids))])),
    )
    .orderBy('youth_case.sort_name')
    .execute();
  return rows.map((row) => ({ caseId: caseId(row.case_id), name: row.name }));
}

/** The run's rules with what their ids are called. */
export async function assignmentRules({ db }: Asking, actor: Actor, runId: string): Promise<RulesAnswer> {
  const row = await db.selectFrom('assignment_rules').selectAll().where('run_id', '=', runId).executeTakeFirst();
  return {
    rules: row?.rules ?? [],
    onIntake: row?.on_intake ?? false,
    units: (await unitsOfCounty(db)).map(({ id, name }) => ({ id, name })),
    people: choicesOf(await holdersOf(db, runId, caseworkerRoles)),
    mayKeep: mayKeepRules(actor),
  };
}
