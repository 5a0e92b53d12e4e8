import type { ListedPerson } from '#domain/cross-check/person.ts';
import { findDoubles } from '#domain/doubles/find-doubles.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { Merged } from '#domain/youth/merge.ts';
import type { Doubles } from '#ports/doubles.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import { knownIn } from '../register/known.ts';
import type { Sealing } from '../sealing.ts';

/** Doubles on our database. */
export const doubles = (db: Database, sealing: Sealing): Doubles => ({
  search: (runId, at) => search(db, sealing, runId, at),
  keepApart: async ({ oneCase, otherCase, at, by }) => {
    const rows = await db
      .selectFrom('youth_case')
      .select('person_id')
      .where('case_id', 'in', [oneCase, otherCase])
      .execute();
    const [one, other] = rows.map(({ person_id }) => person_id).sort();
    if (one === undefined || other === undefined) return;
    await db
      .insertInto('not_one_person')
      .values({ one_person: one, other_person: other, recorded_at: at, by_staff: by })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  merge: async (mergeId) => {
    const row = await db.selectFrom('person_merge').selectAll().where('merge_id', '=', mergeId).executeTakeFirst();
    if (!row) return undefined;
    return {
      mergeId,
      runId: row.run_id,
      keptCase: row.kept_case,
      awayCase: row.away_case,
      // `as`: the step that merged put both there.
      before: row.before as Merged,
      now: row.now as Merged,
      isUndone: row.undone_at !== null,
    };
  },
});

/** Everybody of a run against everybody, kept whole: a pair that is no more likely is gone from the list. */
async function search(db: Database, sealing: Sealing, runId: string, at: number): ReturnType<Doubles['search']> {
  const known = await knownIn(db, sealing, runId);
  const pairs = findDoubles(known.map(({ record }, index) => listed(record, index)));
  const rows = pairs.flatMap(({ one, other, band, score, agrees, disagrees, remarks }) => {
    const [a, b] = [known[one], known[other]];
    if (!a || !b) return [];
    return {
      run_id: runId,
      one_case: a.caseId,
      other_case: b.caseId,
      band,
      score,
      agrees: JSON.stringify(agrees),
      disagrees: JSON.stringify(disagrees),
      remarks: JSON.stringify(remarks),
      found_at: at,
    };
  });
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('likely_double').where('run_id', '=', runId).execute();
    await insertMany(tx, 'likely_double', rows);
    await tx
      .insertInto('setting')
      .values({ name: `doubles.searched/${runId}`, value: JSON.stringify({ at, youths: known.length }) })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ value: JSON.stringify({ at, youths: known.length }) }),
      )
      .execute();
  });
  return { youths: known.length, pairs: rows.length };
}

/** A youth as the cross-check compares people. */
const listed = (record: YouthRecord, row: number): ListedPerson => ({
  row,
  firstName: record.name.first,
  lastName: record.name.last,
  ...(record.name.middle === undefined ? {} : { middleName: record.name.middle }),
  ...(record.nationalId === undefined ? {} : { nationalId: record.nationalId.text }),
  ...(record.born === undefined ? {} : { birthDate: record.born }),
  ...(record.address?.lines[0] === undefined ? {} : { address: record.address.lines[0] }),
  ...(record.address?.postcode === undefined ? {} : { postcode: record.address.postcode }),
  ...(record.municipalityNumber === undefined ? {} : { municipality: record.municipalityNumber }),
  phones: [...(record.mobiles ?? []), ...(record.phones ?? [])],
  ...(record.email === undefined ? {} : { email: record.email }),
});
