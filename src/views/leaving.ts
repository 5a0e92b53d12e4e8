import type { Actor } from '#domain/access/actor.ts';
import { mayRegisterContact, maySeeYouth } from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { gapsOf } from '#domain/youth/leaving.ts';
import type { LeavingAnswer } from './answers/early-leavers.ts';
import type { Asking } from './ports.ts';
import { isClosed } from './run.ts';
import { caseOf, fileOf, guardedOf } from './youth.ts';

/** How one youth left; undefined for one who is no early leaver, and for one who may not be seen. */
export async function leaving(
  { db }: Asking,
  {
    actor,
    runId,
    id,
    today,
  }: { readonly actor: Actor; readonly runId: string; readonly id: string; readonly today: Day },
): Promise<LeavingAnswer | undefined> {
  const found = await caseOf(db, runId, id);
  if (!found || !maySeeYouth(actor, guardedOf(found))) return undefined;
  const file = fileOf(found);
  const row = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .innerJoin('leaving', 'leaving.case_id', 'youth_case.case_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'person.name',
      'person.born_on',
      'unit.name as unit',
      'since',
      'leaving.school',
      'youth_case.school as listed',
    ])
    .where('youth_case.case_id', '=', id)
    .executeTakeFirst();
  if (!row || file.leaving === null) return undefined;
  const guarded = guardedOf(found);
  return {
    today,
    caseId: caseId(id),
    name: row.name,
    unit: row.unit ?? '',
    protected: guarded.isProtected,
    // `as`: a `date` column gives days.
    since: row.since as Day,
    leaving: file.leaving,
    gaps: gapsOf(file.leaving),
    school: row.school ?? row.listed ?? undefined,
    reminder: guarded.isProtected
      ? undefined
      : { initials: initialsOf(row.name), bornIn: parseDay(row.born_on ?? '')?.slice(0, 4) },
    mayNote: !(await isClosed(db, runId)) && mayRegisterContact(actor, guarded),
  };
}

/** `K.B.H.`: enough for the school that had the pupil, and for nobody else. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1).toUpperCase()}.`)
    .join('');
