import { sql } from 'kysely';
import { holdsOn } from '#domain/assignment/absence.ts';
import type { Candidate, Worker } from '#domain/assignment/propose.ts';
import { noRules } from '#domain/assignment/rule.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Assignments, Whose } from '#ports/assignment.ts';
import type { Database } from '../open.ts';
import { absences } from './absences.ts';
import { isOpenCase } from './open-case.ts';

/** Rules, people and youths for sharing out, on our database. */
export const assignments = (db: Database): Assignments => ({
  rules: async (runId) => {
    const row = await db.selectFrom('assignment_rules').selectAll().where('run_id', '=', runId).executeTakeFirst();
    return row ? { rules: row.rules, onIntake: row.on_intake } : noRules;
  },
  keepRules: async (runId, { rules, onIntake }, { at, by }) => {
    const kept = { rules: JSON.stringify(rules), on_intake: onIntake, kept_at: at, by_staff: by };
    await db
      .insertInto('assignment_rules')
      .values({ run_id: runId, ...kept })
      .onConflict((conflict) => conflict.column('run_id').doUpdateSet(kept))
      .execute();
  },
  workers: (runId, today) => workers(db, runId, today),
  youths: (runId, whose) => youths(db, runId, whose),
  tasksOf: (runId, staffId) =>
    db
      .selectFrom('task')
      .select(['task_id as taskId', 'definition', 'unit_id as unitId', 'role'])
      .where('run_id', '=', runId)
      .where('staff_id', '=', staffId)
      .where('state', 'in', ['waiting', 'ready'])
      .orderBy('position')
      .execute(),
});

async function workers(db: Database, runId: string, today: Day): Promise<readonly Worker[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
    .select(['staff.staff_id', 'staff_role.unit_id'])
    .where('active', '=', true)
    .where('role', '=', 'adviser')
    .where((where) => where.or([where('run_id', 'is', null), where('run_id', '=', runId)]))
    .orderBy('staff.staff_id')
    .execute();
  const loads = await db
    .selectFrom('youth_case')
    .select((where) => ['caseworker_id', where.fn.countAll<number>().as('n')])
    .where('run_id', '=', runId)
    .where('caseworker_id', 'is not', null)
    .where(isOpenCase)
    .groupBy('caseworker_id')
    .execute();
  const loadOf = new Map(loads.map(({ caseworker_id, n }) => [caseworker_id, n]));
  const away = (await absences(db).all()).filter((absence) => holdsOn(absence, today));
  const isAway = new Set(away.map(({ staffId }) => staffId));
  return rows.map(({ staff_id, unit_id }) => ({
    staffId: staff_id,
    unitId: unit_id,
    load: loadOf.get(staff_id) ?? 0,
    isAbsent: isAway.has(staff_id),
  }));
}

async function youths(db: Database, runId: string, whose: Whose): Promise<readonly Candidate[]> {
  const open = db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .select([
      'case_id as caseId',
      'unit_id as unitId',
      'caseworker_id as caseworkerId',
      'is_protected as isProtected',
      sql<string | null>`record ->> 'municipalityNumber'`.as('municipality'),
      sql<string | null>`record -> 'address' ->> 'postcode'`.as('postcode'),
    ])
    .where('run_id', '=', runId)
    .where(isOpenCase)
    .orderBy('case_id');
  switch (whose.kind) {
    case 'some':
      return whose.cases.length === 0 ? [] : open.where('case_id', 'in', [...whose.cases]).execute();
    case 'intake':
      return open.where('youth_case.intake_id', '=', whose.intakeId).where('caseworker_id', 'is', null).execute();
    case 'of':
      return whose.staffId === null
        ? open.where('caseworker_id', 'is', null).execute()
        : open.where('caseworker_id', '=', whose.staffId).execute();
  }
}
