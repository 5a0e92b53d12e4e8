import type { Actor } from '#domain/access/actor.ts';
import { mayMakeTemplates } from '#domain/access/letters.ts';
import type { CountyHead, OfficeHead } from '#domain/letter/letterhead.ts';
import { accepted, type Outcome } from '#domain/outcome.ts';
import type { MailRoom, PostcodeReader } from '#ports/mail-room.ts';
import { deny, type Wish } from './commands.ts';

export interface MailRoomPorts {
  readonly mailRoom: MailRoom;
  readonly readPostcodes: PostcodeReader;
}

/** What the county says on its letters, and which postcodes there are. */
export const mailRoomDesk = ({ mailRoom, readPostcodes }: MailRoomPorts) => ({
  replacePostcodes: async (
    actor: Actor,
    wish: Wish & { readonly bytes: Uint8Array },
  ): Promise<Outcome<{ readonly rows: number }>> => {
    if (!mayMakeTemplates(actor)) return deny();
    const register = readPostcodes(wish.bytes);
    if (!register.ok) return register;
    if (!wish.dryRun) await mailRoom.replacePostcodes(register.value);
    return accepted({ rows: register.value.length });
  },
  writeCountyHead: async (
    actor: Actor,
    wish: Wish & { readonly head: CountyHead },
  ): Promise<Outcome<{ readonly unit: null }>> => {
    if (!mayMakeTemplates(actor)) return deny();
    if (!wish.dryRun) await mailRoom.writeCountyHead(wish.head);
    return accepted({ unit: null });
  },
  writeOfficeHead: async (
    actor: Actor,
    wish: Wish & { readonly unitId: string; readonly head: OfficeHead },
  ): Promise<Outcome<{ readonly unit: string }>> => {
    if (!mayMakeTemplates(actor)) return deny();
    if (!wish.dryRun) await mailRoom.writeOfficeHead(wish.unitId, wish.head);
    return accepted({ unit: wish.unitId });
  },
});
