import type { Transaction } from 'kysely';
import type { ReadList } from '#domain/intake/import-plan.ts';
import type { Application, Applied } from '#ports/intakes.ts';
import type { KnownInRun } from '#ports/register.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import { knownIn } from '../register/known.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { writeKnownCases } from './changed-cases.ts';
import { type Ledger, tellsOf } from './ledger.ts';
import { writeNewCases } from './new-cases.ts';
import { placingIn } from './placing.ts';
import { type PlanSummary, planAgainst, summaryOf } from './plan-list.ts';

/** Writes a kept list into the register, whole or not at all; what was applied before gives its answer again. */
export async function applyIntake(db: Database, sealing: Sealing, application: Application): Promise<Applied> {
  const { intakeId } = application;
  return db.transaction().execute(async (tx) => {
    const { runId, list, summary, done } = await lockIntake(tx, sealing, intakeId);
    if (done) return done.answer;
    const known = await knownIn(tx, sealing, runId);
    const plan = planAgainst(known, list);
    const { counts, digest } = summaryOf(plan);
    if (digest !== summary.digest) return { outcome: 'outdated' };

    const placing = await placingIn(tx, runId);
    const { create } = plan;
    const created = await writeNewCases(tx, { application, runId, create, carries: list.carries, placing, sealing });
    const knownByKey = byEveryKey(known);
    const touched = await writeKnownCases(tx, { intakeId, plan, knownByKey, placing, sealing });
    const all = [...touched.change, ...touched.gone, ...touched.returned];
    const answer = {
      outcome: 'applied' as const,
      counts,
      opened: created.map(({ caseId }) => `youth/${caseId}`),
      tell: all.flatMap(({ caseId, now }) => tellsOf(intakeId, 'apply', caseId, now)),
    };
    const ledger: Ledger = { answer, create: created, ...touched };
    await insertMany(tx, 'intake_done', [{ intake_id: intakeId, applied_sealed: sealing.sealJson(ledger) }]);
    return answer;
  });
}

/** One intake at a time in a run: each must see what the one before it wrote. */
async function lockIntake(tx: Transaction<Tables>, sealing: Sealing, intakeId: string) {
  const intake = await tx
    .selectFrom('intake')
    .innerJoin('run', 'run.run_id', 'intake.run_id')
    .innerJoin('intake_file', 'intake_file.intake_id', 'intake.intake_id')
    .select(['intake.run_id', 'summary', 'list_sealed'])
    .where('intake.intake_id', '=', intakeId)
    .forUpdate('run')
    .executeTakeFirstOrThrow();
  const done = await ledgerOf(tx, sealing, intakeId);
  return {
    runId: intake.run_id,
    // `as`: only receiving and planning again write these columns.
    summary: intake.summary as PlanSummary,
    list: sealing.openJson(intake.list_sealed) as ReadList,
    done: done?.ledger,
  };
}

/** What applying did, when it was applied, and whether it was undone. */
export async function ledgerOf(tx: Transaction<Tables>, sealing: Sealing, intakeId: string) {
  const row = await tx
    .selectFrom('intake_done')
    .select(['applied_sealed', 'undone_sealed'])
    .where('intake_id', '=', intakeId)
    .executeTakeFirst();
  // `as`: `applyIntake` put the ledger there.
  return row && { ledger: sealing.openJson(row.applied_sealed) as Ledger, undoneSealed: row.undone_sealed };
}

const byEveryKey = (known: readonly KnownInRun[]): ReadonlyMap<string, KnownInRun> =>
  new Map(known.flatMap((youth) => [youth.key, ...youth.olderKeys].map((key) => [key, youth] as const)));
