import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { mayCall } from '#domain/access/phone.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { Claim, DriveFacts, PhoneDrives } from '#ports/phone-drives.ts';
import { type DeskPorts, deny, missing, type Wish } from './commands.ts';

export interface PhonePorts extends DeskPorts {
  readonly phoneDrives: PhoneDrives;
}
export interface DriveWish extends Wish {
  readonly driveId: string;
}
export interface Ringing {
  readonly drive: DriveFacts;
  readonly now: number;
}

/** A drive that is open, for somebody who may ring in it. */
export async function ringing(ports: PhonePorts, actor: Actor, driveId: string): Promise<Outcome<Ringing>> {
  if (!mayCall(actor)) return deny();
  const drive = await ports.phoneDrives.find(driveId);
  if (!drive) return missing();
  if (drive.state !== 'open') return refused({ code: 'phone.notOpen' });
  const { now } = await ports.runs.clock(drive.runId);
  return accepted({ drive, now });
}

export const claimOf = (actor: Actor, { drive, now }: Ringing): Claim => ({
  driveId: drive.driveId,
  staffId: actor.staffId,
  units: unitsOf(actor),
  now,
});
