import type { Actor } from '#domain/access/actor.ts';
import { mayCode, mayTakeListsOut } from '#domain/access/may.ts';
import { type Day, instant, parseDay } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import { codesThatGoBack, type ReturnReceiver, receiverOf, returnReceivers } from '#domain/youth/return-to-vigo.ts';
import type { ReturnsAnswer, ReturnsExport, SentReturn } from './answers/returns.ts';
import { casesWhere } from './cases-where.ts';
import type { Asking, CaseRule } from './ports.ts';
import { hiddenFrom, namedFor, reachOf } from './reach.ts';
import { namesOf } from './staff-names.ts';
import { guardedOf } from './youth.ts';
import { every, ofRun } from './youth-filter.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly today: Day;
}
/** So many of the newest that were sent; the rest are found by the list of closed cases. */
const shownSent = 100;

const queued: CaseRule = (where) => where('return_state', '=', 'queued');
const sentBack: CaseRule = (where) => where('return_state', '=', 'sent');
/** Sent again by VIGO after a return, and not coded anew since. */
const again: CaseRule = (where) =>
  where.and([
    where('return_state', '=', 'none'),
    where('status_code', 'in', [...codesThatGoBack]),
    where('case_id', 'in', (from) => from.selectFrom('return_sent').select('return_sent.case_id')),
  ]);

/** The return queue: who waits, who was sent, and whom VIGO has sent again. */
export async function returns(asking: Asking, ask: Ask): Promise<ReturnsAnswer> {
  const { db } = asking;
  const { actor, runId, today } = ask;
  const waiting = await casesOf(asking, ask, queued);
  const back = await casesOf(asking, ask, again);
  const sent = await sentOf(asking, ask);
  const hidden = await db
    .selectFrom('youth_case')
    .select((where) => where.fn.countAll<number>().as('n'))
    .where(every([ofRun(runId), hiddenFrom(reachOf(actor)), queued]))
    .executeTakeFirst();
  return {
    today,
    queued: waiting.map(({ row, shown }) => ({ ...shown, since: parseDay(row.status_on ?? '') })),
    again: back.map(({ row, shown }) => ({ ...shown, lastOn: parseDay(row.last_on ?? '') })),
    sent,
    hidden: hidden?.n ?? 0,
    counts: returnReceivers.map((receiver) => ({
      receiver,
      n: waiting.filter(({ shown }) => shown.receiver === receiver).length,
    })),
    mayExport: mayTakeListsOut(actor),
    exported: await lastExport(asking),
  };
}

/** What goes out of the house: those who wait for one receiver, or for any. */
export async function returnsToExport(
  asking: Asking,
  ask: Ask & { readonly receiver?: ReturnReceiver | undefined },
): Promise<ReturnsExport> {
  if (!mayTakeListsOut(ask.actor)) return { rows: [], apart: 0 };
  const waiting = (await casesOf(asking, ask, queued)).filter(
    ({ shown }) => ask.receiver === undefined || shown.receiver === ask.receiver,
  );
  const rows: ReturnsExport['rows'][number][] = [];
  for (const { row, shown } of waiting.filter(({ shown: one }) => !one.protected)) {
    const person = await asking.ports.register.readPersonOf(row.case_id);
    rows.push({
      caseId: shown.caseId,
      nationalId: person?.record.nationalId?.text ?? '',
      name: shown.name,
      code: shown.code,
      since: parseDay(row.status_on ?? ''),
      receiver: shown.receiver,
    });
  }
  return { rows, apart: waiting.length - rows.length };
}

async function casesOf({ db }: Asking, { actor, runId }: Ask, rule: CaseRule) {
  const rows = await db
    .selectFrom('youth_case')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'case_id',
      'youth_case.unit_id',
      'caseworker_id',
      'is_protected',
      'person.name',
      'unit.name as unit',
      'status_code',
      'status_on',
      'last_on',
    ])
    .where('case_id', 'in', casesWhere(db, [ofRun(runId), namedFor(actor), rule]))
    .orderBy('youth_case.sort_name')
    .orderBy('case_id')
    .execute();
  return rows.flatMap((row) => {
    const receiver = receiverOf(row.status_code);
    if (receiver === undefined || row.status_code === null) return [];
    const shown = {
      caseId: caseId(row.case_id),
      name: row.name,
      unit: row.unit ?? '',
      code: row.status_code,
      receiver,
      protected: row.is_protected,
      maySend: mayCode(actor, guardedOf(row)),
    };
    return [{ row, shown }];
  });
}

async function sentOf(asking: Asking, ask: Ask): Promise<readonly SentReturn[]> {
  const { db, ports } = asking;
  const rows = await db
    .selectFrom('return_sent')
    .innerJoin('youth_case', 'youth_case.case_id', 'return_sent.case_id')
    .innerJoin('person', 'person.person_id', 'youth_case.person_id')
    .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
    .select([
      'youth_case.case_id',
      'person.name',
      'unit.name as unit',
      'is_protected',
      'on_list',
      'return_sent.code',
      'receiver',
      'sent_on',
      'reference_sealed',
      'by_staff',
    ])
    .where('youth_case.case_id', 'in', casesWhere(db, [ofRun(ask.runId), namedFor(ask.actor), sentBack]))
    .distinctOn('youth_case.case_id')
    .orderBy('youth_case.case_id')
    .orderBy('return_sent.sequence', 'desc')
    .execute();
  const nameOf = await namesOf(
    db,
    rows.map(({ by_staff }) => by_staff),
  );
  return rows
    .map(
      (row): SentReturn => ({
        caseId: caseId(row.case_id),
        name: row.name,
        unit: row.unit ?? '',
        code: row.code,
        // `as`: only the step's projection writes receivers and days.
        receiver: row.receiver as ReturnReceiver,
        sentOn: row.sent_on as Day,
        protected: row.is_protected,
        maySend: false,
        by: nameOf(row.by_staff),
        reference: row.reference_sealed === null ? undefined : ports.openText(row.reference_sealed),
        stillOnList: row.on_list,
      }),
    )
    .sort((a, b) => (a.sentOn < b.sentOn ? 1 : a.sentOn > b.sentOn ? -1 : 0))
    .slice(0, shownSent);
}

async function lastExport({ db }: Asking): Promise<ReturnsAnswer['exported']> {
  const row = await db
    .selectFrom('read_log')
    .leftJoin('staff', 'staff.staff_id', 'read_log.staff_id')
    .select(['at', 'n', 'staff.name'])
    .where('what', '=', 'returns.export')
    .orderBy('read_id', 'desc')
    .executeTakeFirst();
  return row && { at: instant(row.at), by: row.name ?? undefined, n: row.n };
}
