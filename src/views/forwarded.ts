import type { Actor } from '#domain/access/actor.ts';
import { mayTakeReplies } from '#domain/access/may.ts';
import { instant } from '#domain/calendar/day.ts';
import type { ReplyChannel, ReplyStatement } from '#domain/reply/statement.ts';
import type { ForwardedReply } from './answers/tasks.ts';
import { isSeen, isShown } from './inbound-rules.ts';
import type { Asking } from './ports.ts';

/** What the reader's own youths have said and nobody has dealt with, the oldest first: a caseworker's until they have. No name is in it. */
export async function forwardedTo(
  { db }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<readonly ForwardedReply[]> {
  if (!mayTakeReplies(actor)) return [];
  const rows = await db
    .selectFrom('inbound')
    .select(['inbound_id', 'channel', 'says', 'received_at'])
    .where('run_id', '=', runId)
    .where(isShown('forwarded', { actor }))
    .where(isSeen({ actor }))
    .orderBy('received_at')
    .orderBy('inbound_id')
    .execute();
  return rows.map((row) => ({
    inboundId: row.inbound_id,
    // `as` twice: only the desk registers a reply, with these words.
    channel: row.channel as ReplyChannel,
    says: row.says as ReplyStatement,
    at: instant(row.received_at),
  }));
}
