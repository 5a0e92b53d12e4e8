import { sql } from 'kysely';
import { type Candidate, senderAmong } from '#domain/reply/sender.ts';
import type { ReplyChannel } from '#domain/reply/statement.ts';
import { understand } from '#domain/reply/understand.ts';
import type { Inbox, NewReply, Received, ReplyFacts } from '#ports/inbox.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { markNumber } from './number-marks.ts';
import { noteReports } from './reports.ts';
import { byEmail, byNumber } from './senders.ts';

export interface InboxParts {
  readonly db: Database;
  readonly sealing: Sealing;
  readonly newId: () => string;
  /** A number as it was written, as E.164; undefined when it is none. */
  readonly readNumber: (text: string) => string | undefined;
}

/** The queue of replies on our database. */
export function inbox(parts: InboxParts): Inbox {
  const { db } = parts;
  return {
    receive: (reply) => receive(parts, reply),
    runThatRuns: () => runThatRuns(db),
    find: (inboundId) => find(parts, inboundId),
    take: (inboundId, by, at) => change(db, inboundId, { taken_by: by, taken_at: at }),
    letGo: (inboundId) => change(db, inboundId, { taken_by: null, taken_at: null }),
    match: async (inboundId, caseId) => {
      await db
        .insertInto('inbound_candidate')
        .values({ inbound_id: inboundId, case_id: caseId, sent_as: 'youth', found_by: 'person' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await change(db, inboundId, { case_id: caseId });
    },
    settle: (inboundId, settled) =>
      change(db, inboundId, {
        state: 'registered',
        case_id: settled.caseId,
        answered_by: settled.answeredBy,
        says: settled.says,
        sequence: settled.sequence,
        settled_at: settled.at,
        settled_by: settled.by,
        forwarded_to: settled.forwardedTo,
      }),
    setAside: (inboundId, by, at) => change(db, inboundId, { state: 'set-aside', settled_at: at, settled_by: by }),
    bringBack: (inboundId) => change(db, inboundId, { state: 'waiting', settled_at: null, settled_by: null }),
    done: (inboundId, by, at) => change(db, inboundId, { done_at: at, done_by: by }),
    markNumber: (...mark) => markNumber(db, ...mark),
    noteReports: (reports, at) => noteReports(db, reports, at),
  };
}

async function find({ db, sealing, readNumber }: InboxParts, inboundId: string): Promise<ReplyFacts | undefined> {
  const row = await db.selectFrom('inbound').selectAll().where('inbound_id', '=', inboundId).executeTakeFirst();
  if (!row) return undefined;
  const from = row.from_sealed === null ? '' : sealing.open(row.from_sealed);
  return {
    inboundId,
    runId: row.run_id,
    // `as`: only what is written here stands in these columns.
    channel: row.channel as ReplyChannel,
    receivedAt: row.received_at,
    state: row.state as ReplyFacts['state'],
    takenBy: row.taken_by,
    caseId: row.case_id,
    forwardedTo: row.forwarded_to,
    settled: row.settled_at === null ? null : { by: row.settled_by, answeredBy: row.answered_by, says: row.says },
    candidates: await candidatesOf(db, inboundId),
    number: row.channel === 'sms' || row.channel === 'phone' ? (readNumber(from) ?? null) : null,
    text: sealing.open(row.text_sealed),
  };
}

async function receive({ db, sealing, newId, readNumber }: InboxParts, reply: NewReply): Promise<Received> {
  const known = await db
    .selectFrom('inbound')
    .select('inbound_id')
    .where('channel', '=', reply.channel)
    .where('external_id', '=', reply.externalId)
    .executeTakeFirst();
  if (known) return already(db, known.inbound_id);
  const { runId } = reply;
  const candidates = await candidatesFor(db, runId, reply, readNumber);
  const sender = senderAmong(candidates);
  const inboundId = newId();
  const written = await db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('inbound')
      .values({
        inbound_id: inboundId,
        run_id: runId,
        channel: reply.channel,
        external_id: reply.externalId,
        received_at: reply.at,
        received_by: reply.by ?? null,
        from_sealed: reply.from === null ? null : sealing.seal(reply.from),
        from_index: reply.from === null ? null : sealing.blindIndex(readNumber(reply.from) ?? reply.from.toLowerCase()),
        text_sealed: sealing.seal(reply.text),
        state: 'waiting',
        understood: JSON.stringify(understood(reply)),
        case_id: sender.kind === 'certain' ? sender.caseId : null,
      })
      .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return false;
    if (candidates.length > 0)
      await tx
        .insertInto('inbound_candidate')
        .values(
          candidates.map(({ caseId, as, by }) => ({
            inbound_id: inboundId,
            case_id: caseId,
            sent_as: as,
            found_by: by,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return true;
  });
  // Somebody else received the same in the same moment.
  return written ? { inboundId, isNew: true, sender } : receive({ db, sealing, newId, readNumber }, reply);
}

/** What was ticked comes before what the words may mean. */
function understood(reply: NewReply) {
  const read = understand(reply.text);
  return reply.says === undefined ? read : { ...read, hints: [reply.says] };
}

async function candidatesFor(
  db: Database,
  runId: string,
  { caseId, from, channel }: NewReply,
  readNumber: (text: string) => string | undefined,
): Promise<readonly Candidate[]> {
  if (caseId !== undefined) return [{ caseId, as: 'youth', by: 'key' }];
  if (from === null) return [];
  if (channel === 'email' || from.includes('@')) return byEmail(db, runId, from.trim());
  const number = readNumber(from);
  return number === undefined ? [] : byNumber(db, runId, number);
}

async function already(db: Database, inboundId: string): Promise<Received> {
  return { inboundId, isNew: false, sender: senderAmong(await candidatesOf(db, inboundId)) };
}

async function candidatesOf(db: Database, inboundId: string): Promise<readonly Candidate[]> {
  const rows = await db.selectFrom('inbound_candidate').selectAll().where('inbound_id', '=', inboundId).execute();
  // `as`: only `receive` and `match` write these words.
  return rows.map((row) => ({
    caseId: row.case_id,
    as: row.sent_as as Candidate['as'],
    by: row.found_by === 'person' ? 'key' : (row.found_by as Candidate['by']),
  }));
}

/** The year of the real clock that is open, else the rehearsal begun last: a demo's pretend answers have nowhere else to go. */
async function runThatRuns(db: Database): Promise<string | undefined> {
  const row = await db
    .selectFrom('run')
    .select('run_id')
    .where('state', '<>', 'closed')
    .orderBy(sql`rehearsal_now is not null`)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.run_id;
}

async function change(
  db: Database,
  inboundId: string,
  to: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await db
    .updateTable('inbound')
    .set({ ...to, changed: sql<number>`nextval('inbound_change')` })
    .where('inbound_id', '=', inboundId)
    .execute();
}
