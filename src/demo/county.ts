import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#domain/calendar/day.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { filesOf } from './county-files.ts';
import type { PostPlace } from './places.ts';
import { chanceFrom } from './random.ts';
import { makeStaff } from './staff.ts';
import { makeUnits } from './units.ts';
import { makeYouths } from './youths.ts';

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

/** Makes a county of people who do not exist: the same wish gives the same county, always. Throws on a wish that is none. */
export function makeCounty(wish: CountyWish): County {
  const firstYear = Number(/^(\d{4})-\d{4}$/.exec(wish.schoolYear)?.[1]);
  if (!Number.isInteger(firstYear)) throw new Error(`not a school year: ${wish.schoolYear} (wanted 2026-2027)`);
  const unitCount = wish.units ?? 14;
  if (!Number.isInteger(wish.youths) || wish.youths < 0) throw new Error(`not a number of youths: ${wish.youths}`);

  const number = '13';
  const units = makeUnits(unitCount, number);
  const staff = makeStaff(units, chanceFrom(wish.seed));
  // A chance of its own: another number of youths does not change the staff.
  const youths = makeYouths(
    { count: wish.youths, units, staff, county: number, firstYear },
    chanceFrom(wish.seed + 7919),
  );
  const regions = [...new Set(units.map((unit) => unit.region))];
  return {
    seed: wish.seed,
    schoolYear: wish.schoolYear,
    name: 'Vestfjord fylkeskommune',
    number,
    regions,
    units,
    staff,
    youths,
  };
}

/** Writes the county's input files, `county.json` and `truth.json` into a folder (made when missing); gives the paths. */
export async function writeCounty(folder: string, county: County): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = await filesOf(county);
  const written: string[] = [];
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    written.push(path);
  }
  return written;
}
