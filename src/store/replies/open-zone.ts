import { sql } from 'kysely';
import type { OpenZoneBook, OpenZoneFile, OpenZoneRow, OpenZoneState, ReportedRow } from '#ports/open-zone.ts';
import type { DeliveryReport } from '#ports/sms-gateway.ts';
import { insertMany } from '../insert-many.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';

/** Files of the open zone on our database; who stands in which is sealed, and forgotten when the file is gone. */
export const openZoneBook = (db: Database, sealing: Sealing): OpenZoneBook => ({
  recipients: async (keys) => {
    const rows = await db
      .selectFrom('campaign_recipient')
      .innerJoin('youth_case', 'youth_case.case_id', 'campaign_recipient.case_id')
      .innerJoin('person', 'person.person_id', 'youth_case.person_id')
      .leftJoin('unit', 'unit.unit_id', 'youth_case.unit_id')
      .select(['recipient_key', 'person.name', 'unit.region'])
      .where('recipient_key', 'in', [...keys])
      .where('is_protected', '=', false)
      .execute();
    return new Map(rows.map(({ recipient_key, name, region }) => [recipient_key, { name, region: region ?? '' }]));
  },
  begin: (file) => begin(db, sealing, file),
  written: async (fileId) => {
    await db.updateTable('open_zone_file').set({ state: 'written' }).where('file_id', '=', fileId).execute();
  },
  filesOf: async (keys) => {
    const rows = await db
      .selectFrom('open_zone_row')
      .innerJoin('open_zone_file', 'open_zone_file.file_id', 'open_zone_row.file_id')
      .select(['message_key', 'open_zone_file.file_id', 'state'])
      .where('message_key', 'in', [...keys])
      .execute();
    // `as`: only this file writes the column.
    return new Map(rows.map((row) => [row.message_key, { fileId: row.file_id, state: row.state as OpenZoneState }]));
  },
  reconcile: (reported, at) => reconcile(db, sealing, reported, at),
  over: async (at) => {
    const rows = await db
      .selectFrom('open_zone_file')
      .select('file_id')
      .where('expires_at', '<=', at)
      .where('state', '<>', 'expired')
      .execute();
    return rows.map(({ file_id }) => file_id);
  },
  expired: async (fileId, at) => {
    await db
      .updateTable('open_zone_file')
      .set({ state: 'expired', deleted_at: at })
      .where('file_id', '=', fileId)
      .execute();
    // Which message stood in it is still known; name and number are not.
    await sql`update open_zone_row set row_sealed = '' where file_id = ${fileId}`.execute(db);
  },
});

function begin(db: Database, sealing: Sealing, { fileId, batch, region, rows, at, expiresAt }: OpenZoneFile) {
  return db.transaction().execute(async (tx) => {
    const row = { file_id: fileId, batch, region, rows: rows.length, made_at: at, expires_at: expiresAt };
    await tx
      .insertInto('open_zone_file')
      .values({ ...row, state: 'writing', reported_at: null, deleted_at: null })
      .execute();
    // Begun before and never written: the message stands in this file now.
    const keys = rows.map(({ key }) => key);
    await tx.deleteFrom('open_zone_row').where('message_key', 'in', keys).execute();
    const sealed = rows.map((each) => ({
      message_key: each.key,
      file_id: fileId,
      row_sealed: sealing.seal(JSON.stringify(each)),
    }));
    await insertMany(tx, 'open_zone_row', sealed);
  });
}

/** One row on the number is the message; of several the one with the same name. */
async function reconcile(db: Database, sealing: Sealing, reported: readonly ReportedRow[], at: number) {
  const rows = await db
    .selectFrom('open_zone_row')
    .innerJoin('open_zone_file', 'open_zone_file.file_id', 'open_zone_row.file_id')
    .select(['row_sealed', 'open_zone_file.file_id'])
    .where('state', '=', 'written')
    .execute();
  // `as`: `begin` sealed it.
  const open = rows.map((row) => ({
    fileId: row.file_id,
    ...(JSON.parse(sealing.open(row.row_sealed)) as OpenZoneRow),
  }));
  const found = reported.flatMap(({ name, to, state }) => {
    const onNumber = open.filter((row) => row.to === to);
    const both = onNumber.filter((row) => sameName(row.name, name));
    const meant = onNumber.length > 1 ? both : onNumber;
    const [row] = meant;
    return row && meant.length === 1 ? [{ fileId: row.fileId, key: row.key, state }] : [];
  });
  const files = [...new Set(found.map(({ fileId }) => fileId))];
  if (files.length > 0)
    await db.updateTable('open_zone_file').set({ reported_at: at }).where('file_id', 'in', files).execute();
  const reports = found.map(({ key, state }): DeliveryReport => ({ key, reference: null, state, why: 'open zone' }));
  return { reports, leftOver: reported.length - found.length };
}

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
