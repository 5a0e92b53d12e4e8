import { swapped } from './compare-facts.ts';
import { learnNames } from './name-knowledge.ts';
import type { ListedPerson } from './person.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type Scales, thresholdsFor } from './weigh.ts';

/** A register made ready once for any number of lists. */
export interface RegisterIndex {
  readonly people: readonly Prepared[];
  readonly scales: Scales;
  /** Places in `people` of those worth comparing with a row; each once. */
  candidates(listed: Prepared): readonly number[];
}

/** Buckets larger than this say nothing of a person (a school's phone, a shared mailbox) and are passed over. */
const bucketLimit = 400;

/** Makes a register ready: names counted, and everybody filed under the keys by which a list's row may find them. */
export function indexRegister(register: readonly ListedPerson[]): RegisterIndex {
  const people = register.map(prepare);
  const names = learnNames(people);
  const buckets = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    for (const key of keysOf(person, names.sound, false)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  }
  const owners = (phone: string) => buckets.get(`phone ${phone}`)?.length ?? 0;
  const seen = new Int32Array(people.length).fill(-1);
  let turn = 0;
  return { people, candidates, scales: { names, thresholds: thresholdsFor(people.length), phoneOwners: owners } };

  function candidates(listed: Prepared): number[] {
    turn += 1;
    const found: number[] = [];
    for (const key of keysOf(listed, names.sound, true)) {
      const bucket = buckets.get(key);
      if (!bucket || bucket.length > bucketLimit) continue;
      for (const at of bucket) {
        if (seen[at] === turn) continue;
        seen[at] = turn;
        found.push(at);
      }
    }
    return found;
  }
}

/** The keys of a row. A row that asks also asks for its birth date with day and month in each other's place. */
function keysOf(person: Prepared, sound: (part: string) => string, asking: boolean): string[] {
  const keys: string[] = [];
  if (person.id) {
    const { digits } = person.id;
    // One slip leaves either the first or the last five digits whole.
    keys.push(`id ${digits}`, `id- ${digits.slice(0, 5)}`, `-id ${digits.slice(-5)}`);
  }
  if (person.born !== undefined) {
    keys.push(`born ${person.born}`);
    if (asking) keys.push(`born ${swapped(person.born)}`);
  }
  for (const phone of person.phones) keys.push(`phone ${phone}`);
  if (person.email !== undefined) keys.push(`mail ${person.email}`);
  if (person.street && person.street.house !== '') {
    keys.push(`home ${person.street.name} ${person.street.house} ${person.postcode ?? ''}`);
  }
  keys.push(...nameKeys(person, sound));
  return keys;
}

/** Pairs of a given and a family name in either order, by sound; and each whole with the other's beginning, for slips. */
function nameKeys(person: Prepared, sound: (part: string) => string): string[] {
  const keys: string[] = [];
  const givens = [...person.first.slice(0, 3)];
  const families = [...person.last.slice(-2), ...person.middle.slice(-1)];
  for (const given of givens) {
    for (const family of families) {
      const [a, b] = [sound(given), sound(family)];
      keys.push(a < b ? `name ${a} ${b}` : `name ${b} ${a}`);
    }
  }
  const [first, last] = [person.first[0], person.last.at(-1)];
  if (first !== undefined && last !== undefined) {
    for (const [whole, start] of [[first, last] as const, [last, first] as const]) {
      const heard = sound(whole);
      keys.push(`half ${heard} ${start.slice(0, 2)}`);
      if (person.postcode !== undefined) keys.push(`near ${person.postcode} ${heard}`);
    }
  }
  return keys;
}
