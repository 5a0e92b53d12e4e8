import { type Actor, unitsOf } from '#domain/access/actor.ts';
import { mayRunDrive } from '#domain/access/phone.ts';
import type { Day } from '#domain/calendar/day.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import { skippedFor } from '#domain/phone/call-rules.ts';
import type { DriveCaller } from '#domain/phone/drive-file.ts';
import { driveDates, momentsOfDrive, reportDay } from '#domain/phone/window.ts';
import type { Deal } from '#ports/phone-drives.ts';
import { subjects } from '#workflows/messages.ts';
import { type Done, deny, doerOf, missing, tell, type Wish } from './commands.ts';
import { phoneCalls } from './phone-calls.ts';
import { claimOf, type DriveWish, type PhonePorts, ringing } from './phone-ringing.ts';

export interface StartDriveWish extends Wish {
  readonly runId: string;
  /** Dates of its own; left out, the plan's window that is on or comes next. */
  readonly opensOn?: Day;
  readonly closesOn?: Day;
  /** OTUK at most when it is reported, per cent of the registered. */
  readonly goal: number;
  /** Left out: every unit the one who starts it has. */
  readonly units?: readonly string[];
  readonly callers: readonly DriveCaller[];
}

/** Phone drives: starting them, who rings, sharing out, ringing. */
export const phoneDesk = (ports: PhonePorts) => ({
  start: (actor: Actor, wish: StartDriveWish) => start(ports, actor, wish),
  open: (actor: Actor, wish: DriveWish) => act(ports, actor, wish, 'drive.opened'),
  close: (actor: Actor, wish: DriveWish) => act(ports, actor, wish, 'drive.closed'),
  join: (actor: Actor, wish: DriveWish & { readonly callers: readonly DriveCaller[] }) =>
    act(ports, actor, wish, 'callers.joined', { callers: wish.callers }),
  /** Somebody drops out: their cards go to those who ring on. */
  leave: (actor: Actor, wish: DriveWish & { readonly staffIds: readonly string[] }) =>
    act(ports, actor, wish, 'callers.left', { staffIds: wish.staffIds }),
  split: (actor: Actor, wish: DriveWish & { readonly how: 'new' | 'all' }) => split(ports, actor, wish),
  /** The card that is the caller's now, claimed for them alone where they have none. */
  next: async (actor: Actor, wish: DriveWish): Promise<Outcome<{ readonly caseId: string | undefined }>> => {
    const found = await ringing(ports, actor, wish.driveId);
    if (!found.ok) return found;
    return accepted({ caseId: await ports.phoneDrives.claim(claimOf(actor, found.value)) });
  },
  /** The card for later; it comes back to the same person. Where a youth is named, only theirs: sent twice, the next is before the caller. */
  skip: async (
    actor: Actor,
    wish: DriveWish & { readonly caseId?: string },
  ): Promise<Outcome<{ readonly released: number }>> => {
    const found = await ringing(ports, actor, wish.driveId);
    if (!found.ok) return found;
    const { caseId } = wish;
    const claim = { ...claimOf(actor, found.value), skipFor: skippedFor, ...(caseId === undefined ? {} : { caseId }) };
    return accepted({ released: await ports.phoneDrives.letGo(claim) });
  },
  /** Done for the day: the rest is anybody's. */
  release: async (actor: Actor, wish: DriveWish): Promise<Outcome<{ readonly released: number }>> => {
    const found = await ringing(ports, actor, wish.driveId);
    if (!found.ok) return found;
    return accepted({ released: await ports.phoneDrives.release(claimOf(actor, found.value)) });
  },
  ...phoneCalls(ports),
});

async function start(
  ports: PhonePorts,
  actor: Actor,
  wish: StartDriveWish,
): Promise<Outcome<{ readonly driveId: string; readonly opensOn: Day; readonly closesOn: Day }>> {
  const units = unitsToStart(actor, wish.units);
  if (units === undefined) return deny();
  const inForce = await ports.runs.planInForce(wish.runId);
  if (!inForce) return missing();
  const { now, today } = await ports.runs.clock(wish.runId);
  const planned = driveDates(inForce.plan, today);
  const opensOn = wish.opensOn ?? planned?.opensOn;
  const closesOn = wish.closesOn ?? planned?.closesOn;
  if (!opensOn || !closesOn) return refused({ code: 'phone.noDates' });
  if (closesOn < opensOn || closesOn < today) return refused({ code: 'phone.datesOver', facts: { opensOn, closesOn } });
  const driveId = wish.commandId;
  if (wish.dryRun) return accepted({ driveId: '', opensOn, closesOn });
  await ports.phoneDrives.begin({
    driveId,
    runId: wish.runId,
    window: wish.opensOn === undefined && wish.closesOn === undefined ? (planned?.window ?? null) : null,
    ...momentsOfDrive({ opensOn, closesOn }),
    reportOn: reportDay(inForce.plan, closesOn),
    goal: wish.goal,
    units,
    callers: wish.callers,
    at: now,
    by: actor.staffId,
  });
  await ports.engine.openMany([subjects.drive(driveId)]);
  // The plan's day has come already: it opens at once, by whoever started it.
  if (opensOn <= today) {
    const event = { type: 'drive.opened', at: now, doer: doerOf(actor) };
    const told = await tell(ports, { commandId: `${driveId}-opened` }, subjects.drive(driveId), event);
    if (!told.ok && !told.refusals.some(({ code }) => code === 'phone.notNow')) return told;
  }
  return accepted({ driveId, opensOn, closesOn });
}

/** Null is the whole county, for those who have it; undefined is no. */
function unitsToStart(actor: Actor, wished: readonly string[] | undefined): readonly string[] | null | undefined {
  if (wished === undefined) {
    const mine = unitsOf(actor);
    if (mine === 'all') return mayRunDrive(actor, null) ? null : undefined;
    return mayRunDrive(actor, mine) ? mine : undefined;
  }
  return mayRunDrive(actor, wished) ? wished : undefined;
}

async function act(
  ports: PhonePorts,
  actor: Actor,
  wish: DriveWish,
  type: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Outcome<Done>> {
  const drive = await ports.phoneDrives.find(wish.driveId);
  if (!drive) return missing();
  if (!mayRunDrive(actor, drive.units)) return deny();
  const { now } = await ports.runs.clock(drive.runId);
  return tell(ports, wish, subjects.drive(wish.driveId), { type, at: now, doer: doerOf(actor), ...more });
}

async function split(
  ports: PhonePorts,
  actor: Actor,
  wish: DriveWish & { readonly how: 'new' | 'all' },
): Promise<Outcome<Deal>> {
  const { driveId, how } = wish;
  const drive = await ports.phoneDrives.find(driveId);
  if (!drive) return missing();
  if (!mayRunDrive(actor, drive.units)) return deny();
  const { now } = await ports.runs.clock(drive.runId);
  const deal = await ports.phoneDrives.deal({ driveId, how, at: now, dryRun: true });
  if (wish.dryRun) return accepted(deal);
  const told = await act(ports, actor, wish, 'split.asked', { how });
  return told.ok ? accepted(deal) : told;
}
