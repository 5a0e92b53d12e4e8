import type { Transaction } from 'kysely';
import { afterCall, type CardNext, heldFor } from '#domain/phone/call-rules.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';
import type { CallTold, CallWithdrawn } from '#domain/phone/phone-call.ts';
import type { Step } from '#domain/standing.ts';
import type { Tables } from '../schema.ts';

type Card = Pick<
  Tables['phone_card'],
  'state' | 'why' | 'kept_for' | 'available_at' | 'last_outcome' | 'last_by' | 'last_at'
> & { readonly call_back: boolean; readonly tries: number };

const kept = [
  'state',
  'why',
  'kept_for',
  'available_at',
  'call_back',
  'tries',
  'last_outcome',
  'last_by',
  'last_at',
] as const;

/** A contact that was a call of a drive settles its card in the step's own transaction: neither is ever without the other. */
export async function settleCall(tx: Transaction<Tables>, caseId: string, step: Step): Promise<void> {
  // `as`: the desk puts a `CallTold` there, or nothing.
  const { call, direction } = step.event as { readonly call?: CallTold; readonly direction?: string };
  const by = step.event.doer.by;
  if (!call || by === null) return;
  const card = await cardOf(tx, call.driveId, caseId);
  if (!card) return;
  const { driveId, outcome, says, callBackAt } = call;
  const next = afterCall({
    outcome,
    at: step.event.at,
    by,
    callBackAt,
    before: await outcomesBefore(tx, driveId, caseId),
  });
  await tx
    .insertInto('phone_call')
    .values({
      call_id: step.commandId ?? `${step.subject}/${step.sequence}`,
      drive_id: driveId,
      case_id: caseId,
      sequence: step.sequence,
      caller_id: by,
      at: step.event.at,
      outcome,
      says,
      direction: direction ?? 'out',
      call_back_at: callBackAt,
      card_before: JSON.stringify(card),
      withdrawn_at: null,
    })
    .execute();
  // Told late, by somebody whose time with the card ran out: what others settled meanwhile stays settled, unless a time was agreed.
  const isLate = card.state !== 'open' && next.state === 'open' && !next.callBack;
  await tx
    .updateTable('phone_card')
    .set({
      ...(isLate ? {} : standsAs(next)),
      tries: card.tries + 1,
      last_outcome: outcome,
      last_by: by,
      last_at: step.event.at,
      ...letGo,
    })
    .where('drive_id', '=', driveId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Undoing a call gives the card back as it was, to the one who rang. */
export async function unsettleCall(tx: Transaction<Tables>, step: Step): Promise<void> {
  // `as`: the desk puts a `CallWithdrawn` there, or nothing.
  const { call, of } = step.event as { readonly call?: CallWithdrawn; readonly of?: number };
  const caseId = step.subject.slice('youth/'.length);
  const row = await tx
    .selectFrom('phone_call')
    .select(['call_id', 'drive_id', 'caller_id', 'card_before'])
    .where('case_id', '=', caseId)
    .where('sequence', '=', of ?? 0)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!row) return;
  await tx.updateTable('phone_call').set({ withdrawn_at: step.event.at }).where('call_id', '=', row.call_id).execute();
  const later = await tx
    .selectFrom('phone_call')
    .select('call_id')
    .where('case_id', '=', caseId)
    .where('drive_id', '=', row.drive_id)
    .where('withdrawn_at', 'is', null)
    .where('sequence', '>', of ?? 0)
    .executeTakeFirst();
  // Somebody has rung since: what they heard is where the card stands.
  if (later) return;
  await tx
    .updateTable('phone_card')
    .set({
      // `as`: `settleCall` put the card there.
      ...(row.card_before as Card),
      ...(call ? held(row.caller_id, step.event.at) : letGo),
    })
    .where('drive_id', '=', row.drive_id)
    .where('case_id', '=', caseId)
    .execute();
}

const standsAs = (next: CardNext) => ({
  state: next.state,
  why: next.state === 'out' ? next.why : null,
  ...(next.state === 'open'
    ? { kept_for: next.keptFor, available_at: next.availableAt, call_back: next.callBack }
    : { call_back: false }),
});
const letGo = { held_by: null, held_at: null, held_until: null };
const held = (by: string, at: number) => ({ held_by: by, held_at: at, held_until: at + heldFor });

const cardOf = (tx: Transaction<Tables>, driveId: string, caseId: string): Promise<Card | undefined> =>
  tx
    .selectFrom('phone_card')
    .select(kept)
    .where('drive_id', '=', driveId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();

async function outcomesBefore(
  tx: Transaction<Tables>,
  driveId: string,
  caseId: string,
): Promise<readonly CallOutcome[]> {
  const rows = await tx
    .selectFrom('phone_call')
    .select('outcome')
    .where('drive_id', '=', driveId)
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .execute();
  // `as`: only `settleCall` writes this column.
  return rows.map(({ outcome }) => outcome as CallOutcome);
}
