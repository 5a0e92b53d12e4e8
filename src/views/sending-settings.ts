import type { Actor } from '#domain/access/actor.ts';
import { approvers, mayKeepSendingSettings } from '#domain/access/sending.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import type { SendingSettingsAnswer } from './answers/sending-settings.ts';
import type { Asking } from './ports.ts';
import { choicesOf, holdersOf, namesOf } from './staff-names.ts';

/** Hours, thinking time and price of sendings, and who is there to approve one. */
export async function sendingSettings(
  { db, ports }: Asking,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<SendingSettingsAnswer> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'sending').executeTakeFirst();
  // `as`: `keepSettings` writes who changed them; a row of before has nobody.
  const { kept } = (row?.value ?? {}) as { readonly kept?: { readonly at: number; readonly by: string } };
  const nameOf = await namesOf(db, [kept?.by ?? null]);
  return {
    ...(await ports.campaigns.settings()),
    kept: kept && { on: dayOf(instant(kept.at)), by: nameOf(kept.by) },
    approvers: choicesOf(await holdersOf(db, runId, approvers)),
    mayKeep: mayKeepSendingSettings(actor),
  };
}
