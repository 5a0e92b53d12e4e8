import type { Transaction } from 'kysely';
import type { ListedPerson } from '#domain/cross-check/person.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { KnownInRun } from '#ports/register.ts';
import { knownIn } from '../register/known.ts';
import type { Tables } from '../schema.ts';
import type { Sealing } from '../sealing.ts';

/** The register as a list's rows are compared with it; a person's row is their place in `known`. */
export interface RegisterRows {
  readonly known: readonly KnownInRun[];
  readonly people: readonly ListedPerson[];
  /** The number in force of whoever had this one before; itself for all others. */
  readonly currentNumber: (digits: string) => string;
}

export async function registerRows(tx: Transaction<Tables>, sealing: Sealing, runId: string): Promise<RegisterRows> {
  const known = await knownIn(tx, sealing, runId);
  const older = new Map(
    known.flatMap(({ olderKeys, record }) => olderKeys.map((key) => [key, record.nationalId?.text] as const)),
  );
  return {
    known,
    people: known.map(({ record }, row) => asListed(row, record)),
    currentNumber: (digits) => (older.size > 0 && older.get(sealing.blindIndex(digits))) || digits,
  };
}

function asListed(row: number, record: YouthRecord): ListedPerson {
  const { nationalId, name, born, address, municipalityName, mobiles = [], phones = [], email } = record;
  return {
    row,
    firstName: name.first,
    lastName: name.last,
    ...(name.middle !== undefined && { middleName: name.middle }),
    ...(nationalId && { nationalId: nationalId.text }),
    ...(born && { birthDate: born }),
    ...(address && { address: address.lines.join(', ') }),
    ...(address?.postcode !== undefined && { postcode: address.postcode }),
    ...(municipalityName !== undefined && { municipality: municipalityName }),
    ...(mobiles.length + phones.length > 0 && { phones: [...mobiles, ...phones] }),
    ...(email !== undefined && { email }),
  };
}
