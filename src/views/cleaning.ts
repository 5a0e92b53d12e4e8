import type { Actor } from '#domain/access/actor.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { parseSchoolYear, schoolYearFrom, startYear } from '#domain/calendar/school-year.ts';
import { runId as asRunId, caseId } from '#domain/ids.ts';
import { isOpen, type Stale, staleAfter, staleIn, staleKinds } from '#domain/youth/stale.ts';
import { ageOn } from './age.ts';
import { among } from './among.ts';
import type { CleaningAnswer, CleaningFilter, CleaningRow } from './answers/cleaning.ts';
import { ownersRule } from './own-filter.ts';
import type { Asking } from './ports.ts';
import { fileOf } from './youth.ts';
import { choicesFor } from './youths.ts';

export interface CleaningAsk {
  readonly actor: Actor;
  readonly runId: string;
  readonly filter: CleaningFilter;
  readonly today: Day;
}

const pageSize = 50;

/** Last year's youths who are still open on a caseworker's list, with what is stale about each: looked through before the transfer. */
export async function cleaning(asking: Asking, ask: CleaningAsk): Promise<CleaningAnswer> {
  const { actor, runId, today, filter } = ask;
  const days = filter.days ?? staleAfter.noContactDays;
  const earlier = await earlierRun(asking, runId);
  const open = earlier ? await openIn(asking, { ...ask, runId: earlier.runId }) : [];
  const judged = open.map((row) => ({ row, stale: staleIn(row.file, today, { ...staleAfter, noContactDays: days }) }));
  const stale = judged.filter((one) => isShown(one.stale, filter));
  const page = Math.min(Math.max(1, filter.page ?? 1), Math.max(1, Math.ceil(stale.length / pageSize)));
  const shown = stale.slice((page - 1) * pageSize, page * pageSize);
  return {
    today,
    filter,
    days,
    earlier,
    caseworkers: (await choicesFor(asking, actor, runId)).caseworkers,
    // `as`: a count for each kind there is.
    counts: Object.fromEntries(
      staleKinds.map((kind) => [kind, judged.filter((one) => one.stale.some((each) => each.kind === kind)).length]),
    ) as CleaningAnswer['counts'],
    fresh: judged.filter((one) => one.stale.length === 0).length,
    total: stale.length,
    page,
    pageSize,
    rows: await rowsOf(asking, ask, shown),
  };
}

const isShown = (stale: readonly Stale[], { stale: kind }: CleaningFilter): boolean =>
  kind === undefined ? stale.length > 0 : stale.some((one) => one.kind === kind);

/** The run of the school year before, of the same county; one on the real clock before a rehearsal. */
async function earlierRun({ db }: Asking, runId: string): Promise<CleaningAnswer['earlier']> {
  const run = await db.selectFrom('run').select(['school_year']).where('run_id', '=', runId).executeTakeFirst();
  const year = parseSchoolYear(run?.school_year ?? '');
  if (!year) return undefined;
  const before = schoolYearFrom(startYear(year) - 1);
  const found = await db
    .selectFrom('run')
    .select(['run_id', 'school_year'])
    .where('school_year', '=', before)
    .orderBy((where) => where('rehearsal_now', 'is', null), 'desc')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return found && { runId: asRunId(found.run_id), schoolYear: found.school_year };
}

/** Everybody still open on the list, as far as the reader may see them. */
async function openIn({ db }: Asking, { actor, runId, filter }: CleaningAsk) {
  const rows = await db
    .selectFrom('youth_case')
    .select(['case_id', 'person_id', 'sort_name'])
    .where(
      ownersRule({ actor, runId, filter: filter.caseworker === undefined ? {} : { caseworker: filter.caseworker } }),
    )
    .where('return_state', '<>', 'sent')
    .execute();
  const standings = await db
    .selectFrom('standing')
    .select(['subject', 'input', 'snapshot'])
    .where('subject', 'in', among(rows.map(({ case_id }) => `youth/${case_id}`)))
    .execute();
  const files = new Map(standings.map((row) => [row.subject, fileOf(row)]));
  return rows
    .flatMap((row) => {
      const file = files.get(`youth/${row.case_id}`);
      return file && isOpen(file) ? [{ ...row, file }] : [];
    })
    .toSorted((a, b) => (a.sort_name < b.sort_name ? -1 : 1));
}

type Judged = { readonly row: Awaited<ReturnType<typeof openIn>>[number]; readonly stale: readonly Stale[] };

async function rowsOf(
  { db }: Asking,
  { runId, today }: CleaningAsk,
  shown: readonly Judged[],
): Promise<readonly CleaningRow[]> {
  const persons = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select(['case_id', 'person.name', 'person.born_on', 'unit.name as unit'])
    .where('case_id', 'in', among(shown.map(({ row }) => row.case_id)))
    .execute();
  const again = await db
    .selectFrom('youth_case')
    .select(['case_id', 'person_id'])
    .where('run_id', '=', runId)
    .where('person_id', 'in', among(shown.map(({ row }) => row.person_id)))
    .execute();
  const nowOf = new Map(again.map((row) => [row.person_id, row.case_id]));
  const known = new Map(persons.map((row) => [row.case_id, row]));
  return shown.map(({ row, stale }) => {
    const person = known.get(row.case_id);
    const born = parseDay(person?.born_on ?? '');
    const now = nowOf.get(row.person_id);
    return {
      caseId: caseId(row.case_id),
      name: person?.name ?? '',
      age: born && ageOn(born, today),
      unit: person?.unit ?? '',
      code: row.file.status ?? undefined,
      since: row.file.statusOn ?? undefined,
      stale,
      now: now === undefined ? undefined : caseId(now),
    };
  });
}
