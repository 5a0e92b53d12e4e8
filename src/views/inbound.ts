import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import { mayTakeReplies } from '#domain/access/may.ts';
import { instant } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import type { ReplyChannel, ReplyResponder, ReplyStatement } from '#domain/reply/statement.ts';
import { type InboundAnswer, type InboundRow, type InboundShow, inboundShows } from './answers/inbound.ts';
import type { InboundAsk } from './inbound-ask.ts';
import { openReply } from './inbound-open.ts';
import { isOfUnit, isSeen, isShown, type WhereReply } from './inbound-rules.ts';
import type { Asking } from './ports.ts';
import { namesOf } from './staff-names.ts';

const pageSize = 30;

/** The queue of replies, as far as one may see every youth each could be from, and one of them open. */
export async function inbound(asking: Asking, ask: InboundAsk): Promise<InboundAnswer> {
  const { today, show, unit, searched } = ask;
  const counts = await countsFor(asking, ask);
  const page = Math.min(Math.max(1, ask.page), Math.max(1, Math.ceil(counts[show] / pageSize)));
  const rows = counts[show] === 0 ? [] : await rowsFor(asking, ask, page);
  const chosen = ask.inboundId ?? (show === 'waiting' ? rows[0]?.inboundId : undefined);
  const row = rows.find(({ inboundId }) => inboundId === chosen) ?? (chosen && (await oneRow(asking, ask, chosen)));
  return {
    ...{ today, show, unit, counts, rows, page, pageSize, searched },
    hidden: await hiddenCount(asking, ask),
    open: row ? await openReply(asking, ask, row) : undefined,
  };
}

async function countsFor({ db }: Asking, ask: InboundAsk): Promise<Readonly<Record<InboundShow, number>>> {
  const none = { waiting: 0, 'not-passed-on': 0, forwarded: 0, registered: 0, 'set-aside': 0 };
  if (!mayTakeReplies(ask.actor)) return none;
  const row = await db
    .selectFrom('inbound')
    .select((where) =>
      inboundShows.map((show) => where.fn.countAll<number>().filterWhere(isShown(show, ask)(where)).as(show)),
    )
    .where('inbound.run_id', '=', ask.runId)
    .where(isOfUnit(ask))
    .where(isSeen(ask))
    .executeTakeFirst();
  return { ...none, ...row };
}

/** The list that the number beside the menu's word opens. */
export async function waitingReplies(asking: Asking, actor: Actor, runId: string): Promise<number> {
  if (!mayTakeReplies(actor)) return 0;
  const row = await asking.db
    .selectFrom('inbound')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('inbound.run_id', '=', runId)
    .where(isShown('waiting', { actor }))
    .where(isSeen({ actor }))
    .executeTakeFirst();
  return row?.n ?? 0;
}

async function hiddenCount({ db }: Asking, ask: InboundAsk): Promise<number> {
  if (!mayTakeReplies(ask.actor)) return 0;
  const row = await db
    .selectFrom('inbound')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('inbound.run_id', '=', ask.runId)
    .where('inbound.state', '=', 'waiting')
    .where((where) => where.not(isSeen(ask)(where)))
    .executeTakeFirst();
  return row?.n ?? 0;
}

const columns = ({ db }: Asking, ask: InboundAsk) =>
  db
    .selectFrom('inbound')
    .leftJoin('youth_case', 'youth_case.case_id', 'inbound.case_id')
    .leftJoin('person', 'person.person_id', 'youth_case.person_id')
    .select([
      'inbound.inbound_id',
      'inbound.channel',
      'inbound.received_at',
      'inbound.from_sealed',
      'inbound.text_sealed',
      'inbound.state',
      'inbound.understood',
      'inbound.taken_by',
      'inbound.case_id',
      'inbound.answered_by',
      'inbound.says',
      'inbound.settled_by',
      'inbound.done_at',
      'youth_case.caseworker_id',
      'person.name',
      sql<boolean>`exists (select 1 from inbound_candidate where inbound_candidate.inbound_id = inbound.inbound_id)`.as(
        'has_candidates',
      ),
      sql<boolean>`exists (select 1 from inbound_candidate join youth_case as sender on sender.case_id = inbound_candidate.case_id
        where inbound_candidate.inbound_id = inbound.inbound_id and sender.is_protected)`.as('is_protected'),
    ])
    .where('inbound.run_id', '=', ask.runId)
    // `as`: the joined question has the reply in it like the bare one.
    .where((where) => isSeen(ask)(where as unknown as WhereReply) as ReturnType<typeof where.val<SqlBool>>);

const isWork = (show: InboundShow): boolean => show === 'waiting' || show === 'not-passed-on';

/** What is to be done comes oldest first, the rest newest first. */
async function rowsFor(asking: Asking, ask: InboundAsk, page: number): Promise<readonly InboundRow[]> {
  const rows = await columns(asking, ask)
    .where((where) => isShown(ask.show, ask)(where as unknown as WhereReply))
    .where((where) => isOfUnit(ask)(where as unknown as WhereReply))
    .orderBy('inbound.received_at', isWork(ask.show) ? 'asc' : 'desc')
    .orderBy('inbound.inbound_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return asRows(asking, ask, rows);
}

async function oneRow(asking: Asking, ask: InboundAsk, inboundId: string): Promise<InboundRow | undefined> {
  if (!mayTakeReplies(ask.actor)) return undefined;
  const rows = await columns(asking, ask).where('inbound.inbound_id', '=', inboundId).execute();
  return (await asRows(asking, ask, rows))[0];
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

async function asRows(
  { db, ports }: Asking,
  { actor }: InboundAsk,
  rows: readonly Row[],
): Promise<readonly InboundRow[]> {
  const nameOf = await namesOf(
    db,
    rows.flatMap(({ taken_by, settled_by, caseworker_id }) => [taken_by, settled_by, caseworker_id]),
  );
  return rows.map((row) => ({
    inboundId: row.inbound_id,
    // `as`, also below: only the inbox writes these words.
    channel: row.channel as ReplyChannel,
    at: instant(row.received_at),
    name: row.name ?? undefined,
    // How to reach a protected person is shown to nobody.
    from: row.from_sealed === null || row.is_protected ? undefined : ports.openText(row.from_sealed),
    text: ports.openText(row.text_sealed),
    sender: row.case_id !== null ? 'certain' : row.has_candidates ? 'asked' : 'unknown',
    caseId: row.case_id === null ? undefined : caseId(row.case_id),
    understood: row.understood as InboundRow['understood'],
    takenBy:
      row.taken_by === null ? undefined : { name: nameOf(row.taken_by) ?? '', isMe: row.taken_by === actor.staffId },
    settled:
      row.state === 'registered'
        ? {
            answeredBy: row.answered_by as ReplyResponder,
            says: row.says as ReplyStatement,
            by: nameOf(row.settled_by),
            caseworker: nameOf(row.caseworker_id),
            done: row.done_at !== null,
          }
        : undefined,
  }));
}
