import { addressKey } from '#domain/address/same-address.ts';
import { fullName } from '#domain/person/name.ts';
import { searchKey } from '#domain/person/name-keys.ts';
import type { Address, PersonName } from '#domain/person/youth-record.ts';
import type { Sealing } from '../sealing.ts';

/** Somebody at an address, as an index that gives neither: what came back from there is known by it. */
export const addressIndex = (sealing: Pick<Sealing, 'blindIndex'>, name: PersonName, address: Address): string =>
  sealing.blindIndex(`address|${searchKey(fullName(name))}|${addressKey(address) ?? ''}`);
