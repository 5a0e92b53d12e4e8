import type { Transaction } from 'kysely';
import type { ImportPlan, PlannedChange } from '#domain/intake/import-plan.ts';
import type { RecordField, TransferCode } from '#domain/person/youth-record.ts';
import type { Tell } from '#ports/intakes.ts';
import type { KnownInRun } from '#ports/register.ts';
import { numberRow } from '../register/person-rows.ts';
import { rewriteNumbers, rewritePersons } from '../register/write-persons.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { assignedByHand, casesOfRun, type StandingCase, setListedBy, setOnList, setSchools } from './case-rows.ts';
import type { ChangedCase, Ledger, TouchedCase } from './ledger.ts';
import type { Placing } from './placing.ts';

interface KnownCases {
  readonly intakeId: string;
  readonly runId: string;
  readonly plan: ImportPlan;
  /** By every number a youth has or had. */
  readonly knownByKey: ReadonlyMap<string, KnownInRun>;
  readonly placing: Placing;
  readonly sealing: Sealing;
}

interface Standing {
  readonly youth: KnownInRun;
  readonly row: StandingCase;
}

/** Brings cases that were there in line with the list: who the youth is, on or off the list. Status, notes and caseworker stay. */
export async function writeKnownCases(
  tx: Transaction<Tables>,
  given: KnownCases,
): Promise<Pick<Ledger, 'change' | 'gone' | 'returned' | 'listedBefore'>> {
  const { intakeId, plan, knownByKey } = given;
  const rows = await casesOfRun(tx, given.runId);
  const find = <T extends { readonly key: string }>(planned: readonly T[]) =>
    planned.flatMap((each) => {
      const youth = knownByKey.get(each.key);
      const row = youth && rows.get(youth.caseId);
      return youth && row ? [{ each, youth, row }] : [];
    });
  const [change, same, gone] = [find(plan.change), find(plan.same), find(plan.gone)];
  const changed = await changedCases(tx, given, change);
  await writePeople(tx, given, change);

  const listed = [...change, ...same];
  await setListedBy(
    tx,
    listed.map(({ youth }) => ({ case_id: youth.caseId, listed_by: intakeId })),
    null,
  );
  const back = listed.filter(({ youth }) => !youth.onList);
  await setOnList(tx, idsOf(back), true);
  await setOnList(tx, idsOf(gone), false);
  const listedAgain = same.filter(({ youth }) => !youth.onList);
  return {
    change: changed,
    gone: gone.map((each) => touched(each, [withdrawn], [received(each.youth.record.transferCode)])),
    returned: listedAgain.map((each) => touched(each, [received(each.youth.record.transferCode)], [withdrawn])),
    listedBefore: listed.map(({ youth, row }) => ({ case_id: youth.caseId, listed_by: row.listedBy })),
  };
}

type Change = Standing & { readonly each: PlannedChange };

async function changedCases(
  tx: Transaction<Tables>,
  { placing }: KnownCases,
  change: readonly Change[],
): Promise<readonly ChangedCase[]> {
  const moved = change.filter(({ each, row }) => {
    const unit = placing.unitOf(each.after);
    return each.fields.some(({ field }) => placeFields.has(field)) && unit !== null && unit !== row.unitId;
  });
  const byHand = await assignedByHand(tx, idsOf(moved));
  const moves = new Set(idsOf(moved).filter((caseId) => !byHand.has(caseId)));
  return change.map((each) => {
    const { youth, row } = each;
    const { before, after, fields } = each.each;
    const isRecoded = fields.some(({ field }) => field === 'transferCode');
    const isBack = !youth.onList;
    const isMoved = moves.has(youth.caseId);
    const { caseworkerId } = row;
    const now: Tell['event'][] = [
      ...(isRecoded || isBack ? [received(after.transferCode)] : []),
      ...(isMoved ? [{ type: 'case.assigned' as const, unitId: placing.unitOf(after), caseworkerId }] : []),
    ];
    const back: Tell['event'][] = [
      ...(isRecoded ? [received(before.transferCode)] : []),
      ...(isBack ? [withdrawn] : []),
      ...(isMoved ? [{ type: 'case.assigned' as const, unitId: row.unitId, caseworkerId }] : []),
    ];
    return {
      ...touched(each, now, back),
      key: each.each.key,
      personId: youth.personId,
      before: youth.record,
      writtenBy: row.writtenBy,
      isPersonChanged: isOfPerson(each.each),
    };
  });
}

async function writePeople(
  tx: Transaction<Tables>,
  { sealing, intakeId }: KnownCases,
  change: readonly Change[],
): Promise<void> {
  const people = change.filter(({ each }) => isOfPerson(each));
  const written = people.map(({ each, youth }) => {
    // A number from before finds the person; the number in force stays.
    const nationalId = each.key === youth.key ? each.after.nationalId : youth.record.nationalId;
    return { each, youth, record: { ...each.after, ...(nationalId && { nationalId }) } };
  });
  await rewritePersons(
    tx,
    sealing,
    written.map(({ youth, record }) => ({ personId: youth.personId, record, writtenBy: intakeId })),
  );
  const reread = written.filter(({ each }) => each.fields.some(({ field }) => field === 'nationalId'));
  await rewriteNumbers(
    tx,
    reread.flatMap(({ youth, record: { nationalId } }) =>
      nationalId ? [numberRow(youth.personId, youth.key, nationalId, sealing)] : [],
    ),
  );
  await setSchools(
    tx,
    people
      .filter(({ each }) => each.fields.some(({ field }) => field === 'school'))
      .map(({ each, youth }) => ({ case_id: youth.caseId, school: each.after.school ?? null })),
  );
}

/** The transfer code is the case's, and its workflow writes it. */
const isOfPerson = ({ fields }: PlannedChange): boolean => fields.some(({ field }) => field !== 'transferCode');

const placeFields: ReadonlySet<RecordField> = new Set([
  'unitNumber',
  'unitName',
  'municipalityNumber',
  'municipalityName',
]);

const idsOf = (cases: readonly Standing[]): readonly string[] => cases.map(({ youth }) => youth.caseId);

const touched = ({ youth, row }: Standing, now: TouchedCase['now'], back: TouchedCase['back']): TouchedCase => ({
  key: youth.key,
  caseId: youth.caseId,
  wasOnList: youth.onList,
  sequence: row.sequence,
  now,
  back,
});

const withdrawn: Tell['event'] = { type: 'transfer.withdrawn' };
const received = (transfer: TransferCode | undefined): Tell['event'] => ({
  type: 'transfer.received',
  transfer: transfer ?? null,
});
