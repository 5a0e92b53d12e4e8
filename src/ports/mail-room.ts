import type { Postcode } from '#domain/address/postcodes.ts';
import type { CountyHead, OfficeHead } from '#domain/letter/letterhead.ts';
import type { Outcome } from '#domain/outcome.ts';

/** Reads the postal service's register; refused when it is something else. */
export type PostcodeReader = (bytes: Uint8Array) => Outcome<readonly Postcode[]>;

/** What the county itself says about its post. */
export interface MailRoom {
  /** Puts another postcode register in force; an empty one is refused by whoever reads the file. */
  readonly replacePostcodes: (register: readonly Postcode[]) => Promise<void>;
  readonly writeCountyHead: (head: CountyHead) => Promise<void>;
  readonly writeOfficeHead: (unitId: string, head: OfficeHead) => Promise<void>;
}
