import type { Transaction } from 'kysely';
import { type AppliedPlan, undoImport } from '#domain/intake/undo-import.ts';
import type { Undone } from '#ports/intakes.ts';
import type { Database } from '../open.ts';
import { rewritePersons, type WrittenPerson } from '../register/write-persons.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { ledgerOf } from './apply.ts';
import { among, editedSince, setOnList, setSchools } from './case-rows.ts';
import { type CreatedCase, type Ledger, tellsOf } from './ledger.ts';

/** Takes an applied intake back, but for cases edited since; what was undone before gives its answer again. */
export async function undoIntake(db: Database, sealing: Sealing, intakeId: string): Promise<Undone> {
  return db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('intake')
      .innerJoin('run', 'run.run_id', 'intake.run_id')
      .select('run.run_id')
      .where('intake_id', '=', intakeId)
      .forUpdate('run')
      .executeTakeFirstOrThrow();
    const done = await ledgerOf(tx, sealing, intakeId);
    if (!done) throw new Error('an intake that was never applied cannot be undone');
    // `as`: the last statement below puts the answer there.
    if (done.undoneSealed) return sealing.openJson(done.undoneSealed) as Undone;
    const { ledger } = done;
    const edited = await editedKeys(tx, sealing, intakeId, ledger);
    const undone = await takeBack(tx, sealing, intakeId, ledger, edited);
    await tx
      .updateTable('intake_done')
      .set({ undone_sealed: sealing.sealJson(undone) })
      .where('intake_id', '=', intakeId)
      .execute();
    return undone;
  });
}

/** Keys of those with a hand on them since: a step, a note, or a later list that named them or lacked them. */
async function editedKeys(
  tx: Transaction<Tables>,
  sealing: Sealing,
  intakeId: string,
  ledger: Ledger,
): Promise<ReadonlySet<string>> {
  const created = ledger.create.map((each) => ({ ...each, sequence: 0, shouldBeOn: true }));
  const listed = [...ledger.change, ...ledger.returned].map((each) => ({ ...each, shouldBeOn: true }));
  const gone = ledger.gone.map((each) => ({ ...each, shouldBeOn: false }));
  const all = [...created, ...listed, ...gone];
  const ids = all.map(({ caseId }) => caseId);
  // A step that is being written waits here or is seen: a case is not coded and removed at once.
  await tx
    .selectFrom('standing')
    .select('subject')
    .where('subject', 'in', among(ids.map((caseId) => `youth/${caseId}`)))
    .forUpdate()
    .execute();
  const vouched = await listedSince(tx, sealing, intakeId);
  const rows = await tx
    .selectFrom('youth_case')
    .select(['case_id', 'on_list'])
    .where('case_id', 'in', among(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.case_id, row]));
  const stepped = await editedSince(tx, all);
  const isEdited = ({ caseId, shouldBeOn }: (typeof all)[number]) => {
    const row = byId.get(caseId);
    return row?.on_list !== shouldBeOn || stepped.has(caseId) || vouched.has(caseId);
  };
  return new Set(all.filter(isEdited).map(({ key }) => key));
}

/** Cases that a list applied after this one, and not undone, has had as well. */
async function listedSince(tx: Transaction<Tables>, sealing: Sealing, intakeId: string): Promise<ReadonlySet<string>> {
  const later = await tx
    .selectFrom('intake_done as done')
    .innerJoin('intake', 'intake.intake_id', 'done.intake_id')
    .innerJoin('intake as own', (join) => join.onRef('own.run_id', '=', 'intake.run_id'))
    .innerJoin('intake_done as undoing', 'undoing.intake_id', 'own.intake_id')
    .select('done.applied_sealed')
    .where('own.intake_id', '=', intakeId)
    .whereRef('done.place', '>', 'undoing.place')
    .where('done.undone_sealed', 'is', null)
    .execute();
  // `as`: `applyIntake` put the ledger there.
  return new Set(later.flatMap(({ applied_sealed }) => (sealing.openJson(applied_sealed) as Ledger).listed));
}

async function takeBack(
  tx: Transaction<Tables>,
  sealing: Sealing,
  intakeId: string,
  ledger: Ledger,
  edited: ReadonlySet<string>,
): Promise<Undone> {
  // One that is only on the list again is taken back as one that was gone: by its mark.
  const plan: AppliedPlan = { ...ledger, gone: [...ledger.gone, ...ledger.returned] };
  const { remove, restore, unmark, kept } = undoImport(plan, edited);
  const gone = new Set([...remove, ...restore.map(({ key }) => key), ...unmark]);
  const of = <T extends { readonly key: string }>(cases: readonly T[]) => cases.filter(({ key }) => gone.has(key));
  const [create, change, marked] = [of(ledger.create), of(ledger.change), of([...ledger.gone, ...ledger.returned])];

  const removed = create.map(({ caseId }) => caseId);
  await removeCases(tx, removed);
  await restorePersons(tx, sealing, intakeId, [
    ...change.filter(({ isPersonChanged }) => isPersonChanged),
    ...create.flatMap(({ personId, earlier }) => (earlier ? [{ personId, ...earlier }] : [])),
  ]);
  await removePersons(tx, create);
  await setSchools(
    tx,
    change.map(({ caseId, before }) => ({ case_id: caseId, school: before.school ?? null })),
  );
  const touched = [...change, ...marked];
  for (const isOn of [true, false])
    await setOnList(
      tx,
      touched.filter(({ wasOnList }) => wasOnList === isOn).map(({ caseId }) => caseId),
      isOn,
    );
  return {
    undone: gone.size,
    kept: kept.length,
    removed: removed.map((caseId) => `youth/${caseId}`),
    tell: touched.flatMap(({ caseId, back }) => tellsOf(intakeId, 'undo', caseId, back)),
  };
}

/** The journal stays: it is appended to, never shortened. */
async function removeCases(tx: Transaction<Tables>, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const subjects = among(caseIds.map((caseId) => `youth/${caseId}`));
  await tx.deleteFrom('orders').where('subject', 'in', subjects).execute();
  await tx.deleteFrom('standing').where('subject', 'in', subjects).execute();
  await tx.deleteFrom('contact').where('case_id', 'in', among(caseIds)).execute();
  await tx.deleteFrom('leaving').where('case_id', 'in', among(caseIds)).execute();
  await tx.deleteFrom('youth_case').where('case_id', 'in', among(caseIds)).execute();
}

/** Records go back where no later intake has written them, in this run or another. */
async function restorePersons(
  tx: Transaction<Tables>,
  sealing: Sealing,
  intakeId: string,
  earlier: readonly {
    readonly personId: string;
    readonly before: WrittenPerson['record'];
    readonly writtenBy: string | null;
  }[],
): Promise<void> {
  const rows = await tx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', 'in', among(earlier.map(({ personId }) => personId)))
    .where('written_by', '=', intakeId)
    .execute();
  const own = new Set(rows.map(({ person_id }) => person_id));
  await rewritePersons(
    tx,
    sealing,
    earlier
      .filter(({ personId }) => own.has(personId))
      .map(({ personId, before, writtenBy }) => ({ personId, record: before, writtenBy })),
  );
}

/** Those whom this intake made known, unless another run has them by now. */
async function removePersons(tx: Transaction<Tables>, created: readonly CreatedCase[]): Promise<void> {
  const made = among(created.filter(({ earlier }) => earlier === null).map(({ personId }) => personId));
  const elsewhere = tx.selectFrom('youth_case').select('person_id').where('person_id', 'in', made);
  await tx.deleteFrom('person_number').where('person_id', 'in', made).where('person_id', 'not in', elsewhere).execute();
  await tx.deleteFrom('person').where('person_id', 'in', made).where('person_id', 'not in', elsewhere).execute();
}
