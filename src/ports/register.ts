import type { Day } from '#domain/calendar/day.ts';
import type { KnownYouth } from '#domain/intake/import-plan.ts';
import type { NationalId } from '#domain/person/national-id.ts';
import type { AddressProtection, YouthRecord } from '#domain/person/youth-record.ts';

/** A youth the run knows, by the blind index of the number in force; `onList` is false when the newest list lacked the youth. */
export interface KnownInRun extends KnownYouth {
  readonly caseId: string;
  readonly personId: string;
  readonly onList: boolean;
  /** Blind indexes of numbers the person had before. */
  readonly olderKeys: readonly string[];
}

/** Who the youth is: for pages and letters behind access, never for logs or workflows. */
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly born: Day | null;
  readonly protection: AddressProtection;
  /** The number an SMS may go to; null when there is none or it may not be used. */
  readonly mobile: string | null;
  /** With national ids, unsealed. */
  readonly record: YouthRecord;
}

/** Who the youths are, as they stand; what their cases are is asked of `Cases`. */
export interface Register {
  /** The keyed blind index of a national id: the same number gives the same key, and no key gives a number. */
  readonly keyOf: (id: Pick<NationalId, 'text'>) => string;
  /** All youths of a run with their records, as an import plan is made against. */
  readonly knownFor: (runId: string) => Promise<readonly KnownInRun[]>;
  /** The person who has, or had, this number. */
  readonly findPerson: (id: Pick<NationalId, 'text'>) => Promise<string | undefined>;
  readonly readPerson: (personId: string) => Promise<Person | undefined>;
  readonly readPersonOf: (caseId: string) => Promise<Person | undefined>;
}
