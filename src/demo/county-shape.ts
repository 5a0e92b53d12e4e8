import type { Day } from '#domain/calendar/day.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { PostPlace } from './places.ts';

/** The roles of the process (docs/glossary.md); a person may hold several, for one unit or for the whole county. */
export const demoRoles = [
  'process_owner',
  'system_owner',
  'super_user',
  'adviser',
  'office_staff',
  'review_group',
  'manager',
  'admissions_office',
] as const;
export type DemoRole = (typeof demoRoles)[number];

export interface DemoUnit {
  /** Opaque and stable: `unit-01`. */
  readonly id: string;
  /** The number the lists name the unit by (`tilknytningnr`). */
  readonly number: string;
  readonly name: string;
  readonly region: string;
  readonly municipality: { readonly number: string; readonly name: string };
  readonly posts: readonly PostPlace[];
}

export interface DemoStaff {
  /** Opaque and stable: `staff-001`. */
  readonly id: string;
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** `unit` is null for the whole county. */
  readonly roles: readonly { readonly role: DemoRole; readonly unit: string | null }[];
}

/** What a school's leaving notice says of a youth who broke off; null where the school did not say. */
export interface LeavingNotice {
  readonly leftOn: Day;
  readonly school: string;
  /** The registration handbook's end reasons (domain notes §2.2, B06). */
  readonly reason: string;
  readonly meetingHeld: boolean | null;
  readonly planMade: boolean | null;
}

export interface DemoYouth {
  /** Opaque and stable: `youth-00001`; used in the truth files, never in the input files. */
  readonly id: string;
  readonly record: YouthRecord;
  readonly gender: 'girl' | 'boy';
  /** Id of the unit. */
  readonly unit: string;
  /** Id of the adviser. */
  readonly caseworker: string;
  /** The day the youth comes over from VIGO. */
  readonly arrivesOn: Day;
  /** Registered last school year too. */
  readonly repeat: boolean;
  /** Places in `record.guardians` of those from whom the youth's address is hidden. */
  readonly hiddenFrom: readonly number[];
  readonly leaving: LeavingNotice | null;
  /** Another youth of the county with the same parents, and whether they were born on the same day. */
  readonly sibling: { readonly id: string; readonly twin: boolean } | null;
}

export interface County {
  readonly seed: number;
  /** `2026-2027`. */
  readonly schoolYear: string;
  readonly name: string;
  /** Two digits; 13 has belonged to no county since 1972. */
  readonly number: string;
  readonly regions: readonly string[];
  readonly units: readonly DemoUnit[];
  readonly staff: readonly DemoStaff[];
  readonly youths: readonly DemoYouth[];
}

export interface CountyWish {
  readonly seed: number;
  readonly youths: number;
  /** 1–25; 14 when not said. */
  readonly units?: number;
  /** `2026-2027`. */
  readonly schoolYear: string;
}
