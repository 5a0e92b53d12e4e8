import type { DriveFile } from '#domain/phone/drive-file.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';
import type { DriveFacts, DriveState, NewDrive, PhoneDrives } from '#ports/phone-drives.ts';
import type { Database } from '../open.ts';
import { standingRow } from '../standing-row.ts';
import { claimCard, holdCard, letGo, releaseCards, takeCard } from './claim.ts';
import { closeCards } from './close.ts';
import { dealCards } from './deal.ts';
import { writeCallers } from './project-drive.ts';

/** Phone drives on our database. */
export const phoneDrives = (db: Database): PhoneDrives => ({
  begin: (drive) => begin(db, drive),
  find: async (driveId) => (await facts(db, { driveId }))[0],
  ofRun: (runId) => facts(db, { runId }),
  claim: (claim) => claimCard(db, claim),
  hold: (claim) => holdCard(db, claim),
  take: (claim) => takeCard(db, claim),
  letGo: (claim) => letGo(db, claim),
  release: (claim) => releaseCards(db, claim),
  lastCall: (driveId, callerId) => lastCall(db, driveId, callerId),
  deal: (wish) => dealCards(db, wish),
  close: (driveId, at) => closeCards(db, driveId, at),
});

const begin = (db: Database, drive: NewDrive): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { driveId, runId, opensAt, closesAt, callers, at } = drive;
    const made = await tx
      .insertInto('phone_drive')
      .values({
        drive_id: driveId,
        run_id: runId,
        plan_window: drive.window,
        opens_at: opensAt,
        closes_at: closesAt,
        report_on: drive.reportOn,
        goal: drive.goal,
        units: drive.units === null ? null : JSON.stringify(drive.units),
        state: 'planned',
        dealt_at: null,
        created_at: at,
        created_by: drive.by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('drive_id')
      .execute();
    if (made.length === 0) return;
    await writeCallers(tx, { driveId, callers });
    const file: DriveFile = {
      driveId,
      runId,
      opensAt,
      closesAt,
      callers,
      dealt: null,
      closedAt: null,
      deadlines: { opens: opensAt, closes: closesAt },
    };
    await tx
      .insertInto('standing')
      .values(standingRow('drive', `drive/${driveId}`, runId, file))
      .execute();
  });

async function facts(
  db: Database,
  which: { readonly driveId: string } | { readonly runId: string },
): Promise<readonly DriveFacts[]> {
  const rows = await db
    .selectFrom('phone_drive')
    .select(['drive_id', 'run_id', 'state', 'opens_at', 'closes_at', 'units'])
    .where((where) => ('driveId' in which ? where('drive_id', '=', which.driveId) : where('run_id', '=', which.runId)))
    .orderBy('created_at', 'desc')
    .orderBy('drive_id')
    .execute();
  if (rows.length === 0) return [];
  const callers = await db
    .selectFrom('phone_caller')
    .select(['drive_id', 'staff_id', 'share', 'units'])
    .where(
      'drive_id',
      'in',
      rows.map(({ drive_id }) => drive_id),
    )
    .where('rings', '=', true)
    .orderBy('staff_id')
    .execute();
  return rows.map((row) => ({
    driveId: row.drive_id,
    runId: row.run_id,
    // `as`: the machine's states, put there by its projection.
    state: row.state as DriveState,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    units: row.units,
    callers: callers
      .filter(({ drive_id }) => drive_id === row.drive_id)
      .map(({ staff_id, share, units }) => ({ staffId: staff_id, share, units })),
  }));
}

async function lastCall(db: Database, driveId: string, callerId: string): ReturnType<PhoneDrives['lastCall']> {
  const row = await db
    .selectFrom('phone_call')
    .select(['call_id', 'case_id', 'sequence', 'caller_id', 'outcome'])
    .where('drive_id', '=', driveId)
    .where('caller_id', '=', callerId)
    .where('withdrawn_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return (
    row && {
      callId: row.call_id,
      caseId: row.case_id,
      sequence: row.sequence,
      callerId: row.caller_id,
      // `as`: only `settleCall` writes this column.
      outcome: row.outcome as CallOutcome,
    }
  );
}
