import type { NationalId } from '#domain/person/national-id.ts';
import type { Guardian, YouthRecord } from '#domain/person/youth-record.ts';
import type { Sealing } from '../sealing.ts';

/** A record as its column holds it: the youth's number is a row of its own, a guardian's is sealed where it stood. */
export interface StoredRecord extends Omit<YouthRecord, 'nationalId' | 'guardians'> {
  readonly guardians?: readonly StoredGuardian[];
}
type StoredGuardian = Omit<Guardian, 'nationalId'> & { readonly idSealed?: string };

export function storedRecord(record: YouthRecord, sealing: Sealing): StoredRecord {
  const { nationalId: _, guardians, ...rest } = record;
  return guardians ? { ...rest, guardians: guardians.map((guardian) => storedGuardian(guardian, sealing)) } : rest;
}

export function openRecord(stored: unknown, numberSealed: string | null, sealing: Sealing): YouthRecord {
  // `as`: the column holds what `storedRecord` put there.
  const { guardians, ...rest } = stored as StoredRecord;
  return {
    ...rest,
    ...(numberSealed !== null && { nationalId: openNumber(numberSealed, sealing) }),
    ...(guardians && { guardians: guardians.map((guardian) => openGuardian(guardian, sealing)) }),
  };
}

export const sealNumber = (id: NationalId, sealing: Sealing): string => sealing.seal(JSON.stringify(id));

// `as`: only `sealNumber` makes what is opened here.
const openNumber = (sealed: string, sealing: Sealing) => JSON.parse(sealing.open(sealed)) as NationalId;

function storedGuardian({ nationalId, ...rest }: Guardian, sealing: Sealing): StoredGuardian {
  return nationalId ? { ...rest, idSealed: sealNumber(nationalId, sealing) } : rest;
}

function openGuardian({ idSealed, ...rest }: StoredGuardian, sealing: Sealing): Guardian {
  return idSealed === undefined ? rest : { ...rest, nationalId: openNumber(idSealed, sealing) };
}
