import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayCode, maySearchDoubles, maySeeYouth } from '#domain/access/may.ts';
import { type Day, instant, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { mergeFiles } from '#domain/youth/merge.ts';
import { acrossCounties } from './across-counties.ts';
import { among } from './among.ts';
import type { DoublePair, DoublesAnswer, DoubleYouth, MergeShown } from './answers/doubles.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';
import { fileOf, guardedOf } from './youth.ts';

export interface DoublesAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
}

/** Who may be one person, who was made one, and who may stand in another county's register as well. */
export async function doubles(asking: Asking, ask: DoublesAsk): Promise<DoublesAnswer> {
  const { pairs, hidden } = await pairsOf(asking, ask);
  return {
    today: ask.today,
    searched: await searchedAt(asking, ask.runId),
    pairs,
    hidden,
    merges: await mergesOf(asking, ask),
    across: await acrossCounties(asking, ask),
    maySearch: maySearchDoubles(ask.actor),
  };
}

async function searchedAt({ db }: Asking, runId: string): Promise<DoublesAnswer['searched']> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', `doubles.searched/${runId}`)
    .executeTakeFirst();
  // `as`: the search puts it there.
  const value = row?.value as { readonly at: number; readonly youths: number } | undefined;
  return value && { at: instant(value.at), youths: value.youths };
}

/** Pairs that nobody has decided on, the likeliest first; one that the reader may not see both of is only counted. */
async function pairsOf(asking: Asking, { actor, runId }: DoublesAsk) {
  const rows = await asking.db
    .selectFrom('likely_double')
    .innerJoin('youth_case as one', 'one.case_id', 'one_case')
    .innerJoin('youth_case as other', 'other.case_id', 'other_case')
    .select(['one_case', 'other_case', 'band', 'score', 'agrees', 'disagrees', 'remarks'])
    .where('likely_double.run_id', '=', runId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('not_one_person')
            .select('one_person')
            .where(sql<boolean>`one_person = least(one.person_id, other.person_id)`)
            .where(sql<boolean>`other_person = greatest(one.person_id, other.person_id)`),
        ),
      ),
    )
    .orderBy('score', 'desc')
    .orderBy('one_case')
    .execute();
  const youths = await youthsOf(
    asking,
    rows.flatMap(({ one_case, other_case }) => [one_case, other_case]),
  );
  const shown = rows.flatMap((row): DoublePair[] => {
    const [one, other] = [youths.get(row.one_case), youths.get(row.other_case)];
    if (!one || !other) return [];
    if (![one, other].every(({ guarded }) => maySeeYouth(actor, guarded))) return [];
    // The case with the longer history is kept: less has to be carried over.
    const [kept, away] = other.steps > one.steps ? [other, one] : [one, other];
    return [
      {
        one: kept.youth,
        other: away.youth,
        // `as`: the search writes bands.
        band: row.band as DoublePair['band'],
        score: row.score,
        agrees: row.agrees,
        disagrees: row.disagrees,
        remarks: row.remarks,
        status: mergeFiles(kept.file, away.file).status,
        mayDecide: [kept, away].every(({ guarded }) => mayCode(actor, guarded)),
      },
    ];
  });
  return { pairs: shown, hidden: maySearchDoubles(actor) ? rows.length - shown.length : 0 };
}

async function youthsOf({ db }: Asking, ids: readonly string[]) {
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .leftJoin('staff', 'staff.staff_id', 'youth_case.caseworker_id')
    .select([
      'case_id',
      'youth_case.unit_id',
      'caseworker_id',
      'is_protected',
      'person.name',
      'person.born_on',
      'id_kind',
      'unit.name as unit',
      'staff.name as caseworker',
      'transfer_code',
      'status_code',
      'status_on',
      'attempts',
      'input',
      'snapshot',
      'sequence',
    ])
    .where('case_id', 'in', among(ids))
    .execute();
  return new Map(
    rows.map((row) => {
      const youth: DoubleYouth = {
        caseId: caseId(row.case_id),
        name: row.name,
        born: parseDay(row.born_on ?? ''),
        numberKind: row.id_kind ?? undefined,
        unit: row.unit ?? '',
        caseworker: row.caseworker ?? undefined,
        transfer: row.transfer_code ?? undefined,
        code: row.status_code ?? undefined,
        codeOn: parseDay(row.status_on ?? ''),
        contacts: row.attempts,
      };
      return [row.case_id, { youth, guarded: guardedOf(row), file: fileOf(row), steps: row.sequence }];
    }),
  );
}

async function mergesOf(asking: Asking, { actor, runId }: DoublesAsk): Promise<readonly MergeShown[]> {
  const rows = await asking.db
    .selectFrom('person_merge')
    .select(['merge_id', 'kept_case', 'recorded_at', 'by_staff'])
    .where('run_id', '=', runId)
    .where('undone_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .execute();
  const youths = await youthsOf(
    asking,
    rows.map(({ kept_case }) => kept_case),
  );
  const nameOf = await namesOf(
    asking.db,
    rows.map(({ by_staff }) => by_staff),
  );
  return rows.flatMap((row) => {
    const kept = youths.get(row.kept_case);
    if (!kept || !maySeeYouth(actor, kept.guarded)) return [];
    return {
      mergeId: row.merge_id,
      caseId: kept.youth.caseId,
      name: kept.youth.name,
      at: instant(row.recorded_at),
      by: nameOf(row.by_staff),
      mayUndo: mayCode(actor, kept.guarded),
    };
  });
}
