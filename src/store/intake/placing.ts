import type { Transaction } from 'kysely';
import { searchKey } from '#domain/person/name-keys.ts';
import type { TransferCode, YouthRecord } from '#domain/person/youth-record.ts';
import type { Template, Track } from '#domain/plan/template.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';

/** Where a youth belongs, from what the list says and what the county has. */
export interface Placing {
  /** By the unit's number, else its name, else the municipality, where only one unit serves it. */
  readonly unitOf: (record: YouthRecord) => string | null;
  readonly unitNameOf: (record: YouthRecord) => string | undefined;
  /** The one the list names, where somebody who works here has that login. */
  readonly caseworkerOf: (record: YouthRecord) => string | null;
  readonly trackOf: (transfer: TransferCode | undefined) => string;
}

/** Reads units, staff and the run's tracks once, for any number of youths. */
export async function placingIn(db: Database | Transaction<Tables>, runId: string): Promise<Placing> {
  const units = await db.selectFrom('unit').select(['unit_id', 'number', 'name', 'municipalities']).execute();
  const staff = await db.selectFrom('staff').select(['staff_id', 'login']).where('active', '=', true).execute();
  const run = await db.selectFrom('run').select('inputs').where('run_id', '=', runId).executeTakeFirst();
  // `as`: `startRun` puts the plan's inputs there.
  const { template } = (run?.inputs ?? {}) as { readonly template?: Template };
  const nameById = new Map(units.map(({ unit_id, name }) => [unit_id, name]));
  const byNumber = onlyOnes(units.flatMap(({ unit_id, number }) => (number === null ? [] : [[number, unit_id]])));
  const byName = onlyOnes(units.map(({ unit_id, name }) => [searchKey(name), unit_id]));
  const places = units.flatMap(({ unit_id, municipalities }) => municipalities.map((place) => ({ unit_id, place })));
  const byPlaceNumber = onlyOnes(places.map(({ unit_id, place }) => [place.number, unit_id]));
  const byPlaceName = onlyOnes(places.map(({ unit_id, place }) => [searchKey(place.name), unit_id]));
  const byLogin = new Map(staff.map(({ staff_id, login }) => [login.toLowerCase(), staff_id]));
  const unitOf: Placing['unitOf'] = ({ unitNumber, unitName, municipalityNumber, municipalityName }) =>
    byNumber.get(unitNumber ?? '') ??
    byName.get(searchKey(unitName ?? '')) ??
    byPlaceNumber.get(municipalityNumber ?? '') ??
    byPlaceName.get(searchKey(municipalityName ?? '')) ??
    null;
  return {
    unitOf,
    unitNameOf: (record) => nameById.get(unitOf(record) ?? ''),
    caseworkerOf: ({ caseworkerLogin }) => byLogin.get((caseworkerLogin ?? '').toLowerCase()) ?? null,
    trackOf: (transfer) => trackOf(template?.tracks ?? [], transfer),
  };
}

/** A code in no track, or none, goes with the largest common lot: the last track that has dates. */
function trackOf(tracks: readonly Track[], transfer: TransferCode | undefined): string {
  const own = tracks.find(({ codes }) => transfer !== undefined && codes.includes(transfer));
  return (own ?? tracks.filter(({ allYear }) => !allYear).at(-1))?.id ?? '';
}

/** What two units share tells neither of them. */
function onlyOnes(pairs: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const [key = '', unit] of pairs) found.set(key, found.has(key) && found.get(key) !== unit ? undefined : unit);
  const sure = new Map<string, string>();
  for (const [key, unit] of found) if (unit !== undefined && key !== '') sure.set(key, unit);
  return sure;
}
