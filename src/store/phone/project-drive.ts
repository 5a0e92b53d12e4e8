import { sql, type Transaction } from 'kysely';
import type { DriveFile } from '#domain/phone/drive-file.ts';
import type { Step } from '#domain/standing.ts';
import type { Tables } from '../schema.ts';
import type { Asking, Projection } from '../steps/projection.ts';

/** The drive's row and its callers as of a step. */
export function projectDrive(ask: Asking, { snapshot, event }: Step): Projection {
  // `as`: a drive step's context is its file, put there by the drive's machine.
  const file = snapshot.context as unknown as DriveFile;
  const drive = ask
    .updateTable('phone_drive')
    .set({
      state: String(snapshot.value),
      opens_at: file.opensAt,
      closes_at: file.closesAt,
      ...(event.type === 'cards.dealt' ? { dealt_at: event.at } : {}),
    })
    .where('drive_id', '=', file.driveId);
  const isOfCallers = event.type === 'callers.joined' || event.type === 'callers.left';
  return { rows: [drive], ...(isOfCallers && { afterwards: (tx) => writeCallers(tx, file) }) };
}

/** Those who ring; the others stay as they were, but do not ring. */
export async function writeCallers(
  tx: Transaction<Tables>,
  { driveId, callers }: Pick<DriveFile, 'driveId' | 'callers'>,
): Promise<void> {
  await tx.updateTable('phone_caller').set({ rings: false }).where('drive_id', '=', driveId).execute();
  const rows = callers.map(({ staffId, share, units }) => ({ staff_id: staffId, share, units }));
  await sql`
    insert into phone_caller (drive_id, staff_id, share, units, rings)
    select ${driveId}, staff_id, share, units, true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (staff_id text, share int, units jsonb)
    on conflict (drive_id, staff_id) do update set share = excluded.share, units = excluded.units, rings = true`.execute(
    tx,
  );
}
