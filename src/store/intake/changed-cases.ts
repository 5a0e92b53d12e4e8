import type { Transaction } from 'kysely';
import type { ImportPlan, PlannedChange } from '#domain/intake/import-plan.ts';
import type { RecordField, TransferCode } from '#domain/person/youth-record.ts';
import type { Tell } from '#ports/intakes.ts';
import type { KnownInRun } from '#ports/register.ts';
import { numberRow } from '../register/person-rows.ts';
import { rewriteNumbers, rewritePersons } from '../register/write-persons.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';
import { assignedByHand, type StandingCase, setOnList, setSchools, standingCases } from './case-rows.ts';
import type { ChangedCase, Ledger, TouchedCase } from './ledger.ts';
import type { Placing } from './placing.ts';

interface KnownCases {
  readonly intakeId: string;
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
): Promise<Pick<Ledger, 'change' | 'gone' | 'returned' | 'listed'>> {
  const { plan, knownByKey } = given;
  const known = <T extends { readonly key: string }>(planned: readonly T[]) =>
    planned.flatMap((each) => {
      const youth = knownByKey.get(each.key);
      return youth ? [{ each, youth }] : [];
    });
  const [knownChange, knownSame, knownGone] = [known(plan.change), known(plan.same), known(plan.gone)];
  const offList = knownSame.filter(({ youth }) => !youth.onList);
  const rows = await standingCases(tx, idsOf([...knownChange, ...offList, ...knownGone]));
  const standing = <T extends { readonly youth: KnownInRun }>(cases: readonly T[]) =>
    cases.flatMap((each) => {
      const row = rows.get(each.youth.caseId);
      return row ? [{ ...each, row }] : [];
    });
  const [change, returned, gone] = [standing(knownChange), standing(offList), standing(knownGone)];
  const changed = await changedCases(tx, given, change);
  await writePeople(tx, given, change);

  await setOnList(tx, idsOf([...change.filter(({ youth }) => !youth.onList), ...returned]), true);
  await setOnList(tx, idsOf(gone), false);
  return {
    change: changed,
    gone: gone.map((each) => touched(each, [withdrawn], [received(each.youth.record.transferCode)])),
    returned: returned.map((each) => touched(each, [received(each.youth.record.transferCode)], [withdrawn])),
    listed: idsOf([...knownChange, ...knownSame]),
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

const idsOf = (cases: readonly Pick<Standing, 'youth'>[]): readonly string[] => cases.map(({ youth }) => youth.caseId);

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
