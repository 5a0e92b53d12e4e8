import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import {
  type GuardedCase,
  mayAssign,
  mayCode,
  mayOverrideRule,
  mayRegisterContact,
  maySeeYouth,
  mayWithdrawContact,
} from '#domain/access/may.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import { type CaseId, caseId, staffId, unitId } from '#domain/ids.ts';
import { reportCode } from '#domain/status-code/report-code.ts';
import { isInTargetGroup, mainGroupOf } from '#domain/status-code/status-code.ts';
import { isMinorOn } from '#domain/target-group.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { ageOn } from './age.ts';
import type { YouthAnswer, YouthStatus } from './answers/youth.ts';
import { contactEntry } from './contact-entries.ts';
import { type Entry, entriesOf } from './journal.ts';
import { historyOfAll, takenOverBy } from './merged-history.ts';
import { personFacts } from './person-facts.ts';
import type { Asking, Tabled } from './ports.ts';
import { isClosed } from './run.ts';
import { caseworkerRoles, choicesOf, holdersOf, namesOf } from './staff-names.ts';
import { unitsOfCounty } from './units.ts';

/** One youth, for somebody who may see this one; undefined both where there is none and where they may not. */
export async function youth(
  asking: Asking,
  { actor, runId, id, today }: { actor: Actor; runId: string; id: string; today: Day },
): Promise<YouthAnswer | undefined> {
  const { db, ports } = asking;
  const row = await caseOf(db, runId, id);
  if (!row || !maySeeYouth(actor, guardedOf(row))) return undefined;
  const person = await ports.register.readPersonOf(id);
  if (!person) return undefined;
  const guarded = guardedOf(row);
  const entries = await entriesOf(db, `youth/${id}`);
  const begun = row.input as unknown as CaseFile;
  const file = fileOf(row);
  const takenOver = await takenOverBy(db, id);
  const cases = [id, ...takenOver.map((other) => other.caseId)];
  const all = [...entries, ...takenOver.flatMap((other) => other.entries)];
  const words = await wordsFor(asking, cases, begun, all, (entry) => mayWithdrawContact(actor, guarded, entry.by));
  const history = historyOfAll(begun, entries, takenOver, words);
  const received = entries.findLast(({ type }) => type === 'transfer.received');
  const born = parseDay(row.born_on ?? '');
  const open = !(await isClosed(db, runId));
  const may = { code: mayCode(actor, guarded), assign: open && mayAssign(actor, guarded) };
  return {
    today,
    caseId: caseId(id),
    born,
    age: born && ageOn(born, today),
    minor: born !== undefined && isMinorOn(born, today),
    ...personFacts(person, { seesNumber: may.code, isProtected: guarded.isProtected }),
    protected: guarded.isProtected,
    transfer: file.transfer !== null && received ? { code: file.transfer, on: received.on } : undefined,
    status: statusOf(file),
    letterBack: letterBackOf(row),
    closed: await closedBy(db, id),
    earlyLeaver: file.leaving !== null,
    firstContact: file.firstContactOn ?? undefined,
    unit: { unitId: unitId(row.unit_id ?? ''), name: words.unit(row.unit_id) },
    caseworker:
      row.caseworker_id === null
        ? undefined
        : { staffId: staffId(row.caseworker_id), name: words.person(row.caseworker_id) ?? '' },
    caseworkers: may.assign ? await caseworkersFor(db, runId, row.unit_id) : [],
    contacts: history.flatMap((event) => (event.what === 'contacted' && !event.withdrawn ? [event.contact] : [])),
    file,
    ageFacts: ageFacts(born ?? null, today),
    history,
    mayCode: open && may.code,
    mayContact: open && mayRegisterContact(actor, guarded),
    mayAssign: may.assign,
    mayOverride: open && may.code && mayOverrideRule(actor),
  };
}

/** Sent back to VIGO and not sent again: by which code, and when. */
async function closedBy(db: Tabled, id: string): Promise<YouthAnswer['closed']> {
  const row = await db
    .selectFrom('youth_case')
    .innerJoin('return_sent', 'return_sent.case_id', 'youth_case.case_id')
    .select(['return_sent.code', 'sent_on'])
    .where('youth_case.case_id', '=', id)
    .where('return_state', '=', 'sent')
    .orderBy('return_sent.sequence', 'desc')
    .executeTakeFirst();
  // `as`: a `date` column gives days.
  return row && { code: row.code, on: row.sent_on as Day };
}

/** The case that somebody who knows a case by its id comes to now: the one it was made part of, or itself. */
export async function caseNow({ db }: Pick<Asking, 'db'>, id: string): Promise<CaseId> {
  const row = await db
    .selectFrom('person_merge')
    .select('kept_case')
    .where('away_case', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row ? caseNow({ db }, row.kept_case) : caseId(id);
}

export const caseOf = (db: Tabled, runId: string, id: string) =>
  db
    .selectFrom('youth_case')
    .innerJoin('standing', (join) => join.on('standing.subject', '=', sql<string>`'youth/' || youth_case.case_id`))
    .select(['unit_id', 'caseworker_id', 'is_protected', 'born_on', 'post_returned', 'input', 'snapshot'])
    .where('case_id', '=', id)
    .where('youth_case.run_id', '=', runId)
    .executeTakeFirst();

/** The case as its machine remembers it. */
export const fileOf = ({ input, snapshot }: { readonly input: unknown; readonly snapshot: unknown }): CaseFile =>
  // `as`, also above: a youth's standing holds a case file, as input before the first step and as the machine's context after.
  (snapshot as { readonly context: CaseFile } | null)?.context ?? (input as CaseFile);

/** When the youth's letter came back, as long as the address is the one it was printed with. */
export const letterBackOf = (
  row: Parameters<typeof fileOf>[0] & { readonly post_returned: boolean },
): Day | undefined => (row.post_returned ? fileOf(row).letterBackOn : undefined);

export const guardedOf = (row: {
  readonly unit_id: string | null;
  readonly caseworker_id: string | null;
  readonly is_protected: boolean;
}): GuardedCase => ({ unitId: row.unit_id, caseworkerId: row.caseworker_id, isProtected: row.is_protected });

/** Names, and the notes written beside the commands of the history. */
async function wordsFor(
  { db, ports }: Asking,
  cases: readonly string[],
  begun: CaseFile,
  entries: readonly Entry[],
  mayWithdraw: (entry: Entry) => boolean,
) {
  const assigned = entries.map(({ event }) => (typeof event.caseworkerId === 'string' ? event.caseworkerId : null));
  const person = await namesOf(db, [
    begun.caseworkerId,
    ...assigned,
    ...entries.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]),
  ]);
  const units = new Map<string, string>((await unitsOfCounty(db)).map((one) => [one.id, one.name]));
  const notes = await db.selectFrom('note').select(['note_id', 'text_sealed']).where('case_id', 'in', cases).execute();
  const sealed = new Map(notes.map((note) => [note.note_id, note.text_sealed]));
  const noteOf = ({ commandId }: Entry) => {
    const text = commandId === null ? undefined : sealed.get(commandId);
    return text === undefined ? undefined : ports.openText(text);
  };
  return {
    person,
    unit: (unit: string | null) => (unit === null ? undefined : units.get(unit)) ?? '',
    contact: (entry: Entry, reasons: CaseFile['reasons']) => contactEntry(entry, reasons, person, noteOf, mayWithdraw),
  };
}

function statusOf({ status, statusOn, viaOt }: CaseFile): YouthStatus | undefined {
  if (status === null || statusOn === null) return undefined;
  const counts = reportCode(status, statusOn);
  return {
    code: status,
    since: statusOn,
    mainGroup: mainGroupOf(counts),
    targetGroup: isInTargetGroup(counts),
    reportCode: counts,
    viaOt: viaOt ?? undefined,
  };
}

async function caseworkersFor(db: Tabled, runId: string, unit: string | null) {
  const holders = await holdersOf(db, runId, caseworkerRoles);
  return choicesOf(holders.filter((holder) => holder.unitId === null || holder.unitId === unit));
}
