import type { Expression, ExpressionBuilder, SqlBool, Transaction } from 'kysely';
import type { Plan } from '#domain/plan/plan.ts';
import type { Count } from '#domain/plan/template.ts';
import type { Counting } from '#ports/counting.ts';
import { insertMany } from './insert-many.ts';
import type { Database } from './open.ts';
import type { Tables } from './schema.ts';

/** Counts on our database, each number with the cases behind it. */
export const counting = (db: Database): Counting => ({
  freeze: ({ runId, phaseId, side, at }) =>
    db.transaction().execute(async (tx) => {
      const counters = await countersOf(tx, runId, phaseId, side);
      const rows = [];
      for (const { count, per } of counters) {
        const cases = await casesBehind(tx, runId, count);
        const units = per === 'unit' ? [...new Set(cases.map(({ unit_id }) => unit_id))] : [];
        for (const unit of [null, ...units.filter((id) => id !== null)]) {
          const behind = unit === null ? cases : cases.filter(({ unit_id }) => unit_id === unit);
          rows.push({
            run_id: runId,
            phase_id: phaseId,
            side,
            name: count,
            unit_id: unit,
            n: behind.length,
            frozen_at: at,
            cases: JSON.stringify(behind.map(({ case_id }) => case_id)),
          });
        }
      }
      // A phase that is opened again and closed again is counted anew; the number before is kept as it was.
      if (side === 'after')
        await tx
          .deleteFrom('counter')
          .where('run_id', '=', runId)
          .where('phase_id', '=', phaseId)
          .where('side', '=', side)
          .execute();
      const known = await tx
        .selectFrom('counter')
        .select('name')
        .where('run_id', '=', runId)
        .where('phase_id', '=', phaseId)
        .where('side', '=', side)
        .execute();
      if (known.length === 0) await insertMany(tx, 'counter', rows);
    }),
});

async function countersOf(tx: Transaction<Tables>, runId: string, phaseId: string, side: string) {
  const row = await tx
    .selectFrom('run')
    .innerJoin('plan', (join) =>
      join.onRef('plan.run_id', '=', 'run.run_id').onRef('plan.version', '=', 'run.plan_version'),
    )
    .select('plan.plan')
    .where('run.run_id', '=', runId)
    .executeTakeFirst();
  // `as`: the plan column holds plans.
  const plan = row?.plan as Plan | undefined;
  return plan?.phases.find(({ id }) => id === phaseId)?.counters.filter((counter) => counter.when === side) ?? [];
}

/** The cases that a count counts now. */
export const casesBehind = (
  db: Database | Transaction<Tables>,
  runId: string,
  count: Count,
): Promise<readonly { readonly case_id: string; readonly unit_id: string | null }[]> =>
  db
    .selectFrom('youth_case')
    .select(['case_id', 'unit_id'])
    .where('run_id', '=', runId)
    .where(isCounted(count))
    .orderBy('case_id')
    .execute();

/**
 * Which cases a count counts: the one rule for what is frozen and for what pages show. The transfer code counts until the youth
 * has an OT status (flowchart S1).
 */
export const isCounted =
  (count: Count) =>
  (where: ExpressionBuilder<Tables, 'youth_case'>): Expression<SqlBool> => {
    switch (count) {
      case 'transferCode':
        return where.and([
          where('transfer_code', 'is not', null),
          where('status_code', 'is', null),
          where('on_list', '=', true),
        ]);
      case 'otuk':
        return where('status_code', '=', 'OTUK');
      case 'standardLetters':
        return where('case_id', 'in', reachedOut('letter'));
      case 'smsSent':
        return where('case_id', 'in', reachedOut('sms'));
    }
  };

const reachedOut = (channel: 'letter' | 'sms') => (from: ExpressionBuilder<Tables, 'youth_case'>) =>
  from.selectFrom('contact').select('contact.case_id').where('channel', '=', channel).where('direction', '=', 'out');
