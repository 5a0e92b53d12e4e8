import { thresholdsFor } from './band.ts';
import { learnNames } from './name-knowledge.ts';
import type { ListedPerson } from './person.ts';
import { type Prepared, prepare, type WrittenId } from './prepare.ts';
import type { Scales } from './weigh.ts';
import { type Lexicon, newLexicon } from './word.ts';

/** A register made ready once for any number of lists. */
export interface RegisterIndex {
  readonly people: readonly Prepared[];
  readonly scales: Scales;
  /** The names met so far; a list's rows are prepared with the register's own. */
  readonly lexicon: Lexicon;
  /** Places in `people` of those worth comparing with a row; each once. */
  candidates(listed: Prepared): readonly number[];
}

/** Buckets larger than this say nothing of a person (a school's phone, a shared mailbox) and are passed over. */
const bucketLimit = 400;

/** Makes a register ready: names counted, and everybody filed under the keys by which a list's row may find them. */
export function indexRegister(register: readonly ListedPerson[]): RegisterIndex {
  const lexicon = newLexicon();
  const people = register.map((person) => prepare(person, lexicon));
  const names = learnNames(people);
  const buckets = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    for (const key of keysOf(person, false)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  }
  const owners = (phone: string) => buckets.get(`phone ${phone}`)?.length ?? 0;
  const seen = new Int32Array(people.length).fill(-1);
  let turn = 0;
  return {
    people,
    lexicon,
    candidates,
    scales: { names, thresholds: thresholdsFor(people.length), phoneOwners: owners },
  };

  function candidates(listed: Prepared): number[] {
    turn += 1;
    const found: number[] = [];
    for (const key of keysOf(listed, true)) {
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
function keysOf(person: Prepared, asking: boolean): string[] {
  const keys: string[] = [];
  if (person.id) {
    keys.push(`id ${person.id.digits}`, ...slipKeys(person.id, asking));
  }
  if (person.born !== undefined) {
    for (const initial of initialsOf(person)) {
      keys.push(`born ${person.born}${initial}`);
      if (asking) keys.push(`born ${person.bornTurned}${initial}`);
    }
  }
  for (const phone of person.phones) keys.push(`phone ${phone}`);
  if (person.email !== undefined) keys.push(`mail ${person.email}`);
  if (person.street && person.street.house !== '') {
    keys.push(`home ${person.street.name} ${person.street.house} ${person.postcode ?? ''}`);
  }
  keys.push(...nameKeys(person));
  return keys;
}

/** First sounds of the name's parts: two with one birth date and none of these alike are two people. */
function initialsOf({ givenAndMiddle, last }: Prepared): ReadonlySet<string> {
  const initials = new Set<string>();
  for (const word of givenAndMiddle) initials.add(word.sound.charAt(0));
  for (const word of last) initials.add(word.sound.charAt(0));
  // A row without a name can still be found by its birth date, by others without a name.
  return initials.size > 0 ? initials : new Set(['']);
}

/**
 * One slip leaves either the first or the last five digits whole. Two numbers that pass the check digits are never one slip
 * apart, so a number to be trusted only asks for those that are not; a fictive one has no check digits to trust.
 */
function slipKeys({ digits, valid }: WrittenId, asking: boolean): string[] {
  const ends = [`+${digits.slice(0, 5)}`, `-${digits.slice(-5)}`];
  const all = ends.map((end) => `all ${end}`);
  const odd = ends.map((end) => `odd ${end}`);
  const trusted = valid && digits.charAt(0) <= '3';
  if (asking) return trusted ? odd : all;
  return trusted ? all : [...all, ...odd];
}

/** Pairs of a given and a family name in either order, by sound; and each whole with the other's beginning, for slips. */
function nameKeys(person: Prepared): string[] {
  const keys: string[] = [];
  const givens = person.first.slice(0, 3);
  const families = [...person.last.slice(-2), ...person.middle.slice(-1)];
  for (const given of givens) {
    for (const family of families) {
      const [a, b] = [given.sound, family.sound];
      keys.push(a < b ? `name ${a} ${b}` : `name ${b} ${a}`);
    }
  }
  const [first, last] = [person.first[0], person.last.at(-1)];
  if (first !== undefined && last !== undefined) {
    for (const [whole, start] of [[first, last] as const, [last, first] as const]) {
      keys.push(`half ${whole.sound} ${start.sound.slice(0, 1)}`);
      if (person.postcode !== undefined) keys.push(`near ${person.postcode} ${whole.sound}`);
    }
  }
  return keys;
}
