import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './county-files.ts';
import type { County, CountyWish } from './county-shape.ts';
import { chanceFrom } from './random.ts';
import { makeStaff } from './staff.ts';
import { makeUnits } from './units.ts';
import { makeYouths } from './youths.ts';

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
