import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { caseId } from '#domain/ids.ts';
import type { AcrossCounties } from './answers/doubles.ts';
import { casesWhere } from './cases-where.ts';

import type { Asking, CaseRule } from './ports.ts';
import { namedFor } from './reach.ts';
import { ofRun } from './youth-filter.ts';

const movedCodes = ['OTFA', 'OTFA_IM'] as const;
const atMost = 200;

/**
 * Youths who may be in two counties' registers at once: those coded as moved, and those whose municipality by the list is none of the
 * county's. The same person in two counties is no error, but is shown apart before a report (2015 briefing).
 */
export async function acrossCounties(
  { db }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<readonly AcrossCounties[]> {
  const county = await db.selectFrom('county').select('municipality_numbers').executeTakeFirst();
  const own = county?.municipality_numbers ?? [];
  const number = sql<string | null>`record ->> 'municipalityNumber'`;
  const isCodedMoved: CaseRule = (where) => where('status_code', 'in', [...movedCodes]);
  const livesElsewhere: CaseRule = (where) =>
    where('person_id', 'in', (from) =>
      from
        .selectFrom('person')
        .select('person.person_id')
        .where(number, 'is not', null)
        .where(sql<boolean>`not (${JSON.stringify(own)}::jsonb ? (record ->> 'municipalityNumber'))`),
    );
  const rules = [
    ofRun(runId),
    namedFor(actor),
    (where: Parameters<CaseRule>[0]) =>
      where.or([isCodedMoved(where), ...(own.length === 0 ? [] : [livesElsewhere(where)])]),
  ];
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'case_id',
      'person.name',
      'unit.name as unit',
      'status_code',
      'is_protected',
      sql<string | null>`coalesce(record ->> 'municipalityName', record ->> 'municipalityNumber')`.as('place'),
    ])
    .where('case_id', 'in', casesWhere(db, rules))
    .orderBy('youth_case.sort_name')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({
    caseId: caseId(row.case_id),
    name: row.name,
    unit: row.unit ?? '',
    code: row.status_code ?? undefined,
    why: movedCodes.some((code) => code === row.status_code) ? 'coded-moved' : 'lives-elsewhere',
    municipality: row.is_protected ? undefined : (row.place ?? undefined),
  }));
}
