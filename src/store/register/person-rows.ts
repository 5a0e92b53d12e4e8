import { fullName } from '#domain/person/name.ts';
import { searchKey, sortKey } from '#domain/person/name-keys.ts';
import type { NationalId } from '#domain/person/national-id.ts';
import { smsNumber } from '#domain/person/reach.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { Sealing } from '../sealing.ts';
import { sealNumber, storedRecord } from './stored-record.ts';

/** A person's row from what is known of them; `writtenBy` is the intake that says so. */
export const personRow = (personId: string, record: YouthRecord, writtenBy: string | null, sealing: Sealing) => ({
  person_id: personId,
  ...personColumns(record, record.nationalId?.kind ?? null),
  born_on: record.born ?? record.nationalId?.born ?? null,
  record: JSON.stringify(storedRecord(record, sealing)),
  written_by: writtenBy,
});

/** What lists sort, search and filter by, out of a record. */
export function personColumns(record: Omit<YouthRecord, 'nationalId' | 'guardians'>, idKind: string | null) {
  const name = fullName(record.name);
  return {
    id_kind: idKind,
    name,
    sort_name: sortKey(record.name),
    search_name: searchKey(name),
    ...(record.born === undefined ? {} : { born_on: record.born }),
    protection: record.addressProtection ?? 'none',
    mobile: smsNumber(record) ?? null,
  };
}

/** The row by which a person is found from a national id. */
export const numberRow = (personId: string, key: string, id: NationalId, sealing: Sealing) => ({
  number_index: key,
  person_id: personId,
  number_sealed: sealNumber(id, sealing),
  kind: id.kind,
  current: true,
});
