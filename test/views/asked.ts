import type { Actor } from '#domain/access/actor.ts';
import { day } from '#domain/calendar/day.ts';
import { defaultSendingSettings } from '#domain/campaign/settings.ts';
import { caseId, runId } from '#domain/ids.ts';
import { messageWriter } from '#letters/writer.ts';
import { isOpenCase } from '#store/assignment/open-case.ts';
import { isLeft, leftOf } from '#store/conditions/left.ts';
import { isCounted } from '#store/counting.ts';
import { type Database, openDatabase } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { postgresForTests } from '#test/support/servers.ts';
import { countNames } from '#texts/counts.ts';
import type { YouthFilter } from '#views/answers/youths.ts';
import { createViews } from '#views/create-views.ts';
import type { ViewPorts } from '#views/ports.ts';
import { at, indexOf, opened, sealed, template } from './county.ts';

/** The two databases the questions are asked of. */
export const databases = ['PGlite', 'PostgreSQL'] as const;

/** A fresh one; undefined where no PostgreSQL can be had. */
export async function freshDatabase(kind: (typeof databases)[number]): Promise<Database | undefined> {
  if (kind === 'PGlite') return memoryDatabase();
  const url = await postgresForTests();
  return url === undefined ? undefined : openDatabase({ kind: 'server', url });
}

/** The questions on a test's database; `now` is the real clock. */
export function viewsOn(db: Database, now = at('2026-09-10'), more: Partial<ViewPorts> = {}) {
  return createViews(db, {
    now: () => now,
    openText: opened,
    runs: runs(db, () => now),
    register: { readPersonOf: (id) => personOf(db, id) },
    indexOf,
    intakes: { preview: async () => undefined },
    campaigns: { settings: async () => defaultSendingSettings },
    channels: () => Promise.reject(new Error('nothing is sent here')),
    messages: { newestOfEach: async () => [] },
    messageFacts: {
      readMany: async () => new Map(),
      // Every address of the test's county is in one place.
      knowledge: async () => ({ placeOf: () => 'Levanger', hasReturned: () => false }),
    },
    messageWriter,
    crossChecks: { rows: async () => new Map() },
    isCounted,
    isOpenCase,
    conditions: { leftOf, isLeft },
    countNames,
    templates: [template],
    ...more,
  });
}

/** What the register reads, from the test's own rows. */
async function personOf(db: Database, id: string) {
  const row = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('person_number', 'person_number.person_id', 'person.person_id')
    .select(['person.person_id', 'name', 'person.born_on', 'protection', 'mobile', 'record', 'number_sealed'])
    .where('case_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const number = row.number_sealed && { text: opened(row.number_sealed), kind: 'ordinary' };
  // `as`: `writeYouths` puts records there.
  const record = { ...(row.record as object), ...(number && { nationalId: number }) } as never;
  return {
    personId: row.person_id,
    name: row.name,
    born: row.born_on === null ? null : day(row.born_on),
    protection: row.protection as never,
    mobile: row.mobile,
    record,
  };
}

export const run = runId('run');
export const today = day('2026-09-10');
export const aCase = caseId;

/** A note beside a command, sealed. */
export const aNote = (id: string, caseOf: string, text: string) => ({
  note_id: id,
  case_id: caseOf,
  text_sealed: sealed(text),
  recorded_at: at('2026-09-10'),
  by_staff: 'adviser-north',
});

/** What one reader gets to see of a list, all pages. */
export async function openedBy(
  views: ReturnType<typeof viewsOn>,
  actor: Actor,
  filter: YouthFilter,
  searched?: string,
): Promise<{ readonly total: number; readonly ids: readonly string[]; readonly names: readonly string[] }> {
  const first = await views.youths(actor, run, filter, searched, today);
  const rows = [...first.rows];
  for (let page = 2; page <= Math.ceil(first.total / first.pageSize); page += 1)
    rows.push(...(await views.youths(actor, run, { ...filter, page }, searched, today)).rows);
  return { total: first.total, ids: rows.map((row) => row.caseId), names: rows.map(({ name }) => name) };
}
