import type { Day } from '#domain/calendar/day.ts';

/** What a pair can agree or disagree in; the names stand in the command's answer. */
export const comparedFields = [
  'nationalId',
  'firstName',
  'middleName',
  'lastName',
  'birthDate',
  'address',
  'postcode',
  'municipality',
  'phone',
  'email',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One row of the register or of a list, as it was written. What a file has no column for is absent and counts for nothing. */
export interface ListedPerson {
  /** Row in the file; the headings are row 1. */
  readonly row: number;
  /** As written: a number with a fault is still worth comparing. */
  readonly nationalId?: string;
  /** `Etternavn, Fornavn Mellomnavn` or `Fornavn Mellomnavn Etternavn`, where the file has one column for the name. */
  readonly fullName?: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly lastName?: string;
  readonly birthDate?: Day;
  readonly address?: string;
  readonly postcode?: string;
  readonly municipality?: string;
  readonly phones?: readonly string[];
  readonly email?: string;
}
