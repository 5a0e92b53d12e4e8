import type { County, DemoUnit, DemoYouth } from './county-shape.ts';
import { mobile, streetAddress } from './household.ts';
import { type ListKind, listKinds } from './list-kinds.ts';
import { boyNames, girlNames, surnames } from './names.ts';
import { type NumberMaker, numberMaker } from './national-id.ts';
import { type Noise, type NoiseAround, spoil, type TypedPerson } from './noise.ts';
import { type Chance, chanceFrom } from './random.ts';
import type { ListTable } from './table-file.ts';

/** Who a row of a list is: a youth of the register, or a stranger (null), and how the row was spoiled. */
export interface TruthRow {
  /** Row in the file; the headings are row 1. */
  readonly row: number;
  readonly youth: string | null;
  readonly noise: readonly Noise[];
  /** Why a stranger is hard to tell from a youth. */
  readonly like?: Lookalike;
}
type Lookalike = 'twin' | 'sibling' | 'namesake' | 'same-name-and-birth-date';

export interface CheckList extends ListTable {
  readonly truth: readonly TruthRow[];
}

interface Shop {
  readonly county: County;
  readonly chance: Chance;
  readonly numbers: NumberMaker;
  readonly around: NoiseAround;
}

/**
 * Makes the lists that are cross-checked against the youths: pupils and apprentices, of whom some are youths of the
 * register (spoiled as lists are), some are strangers, and a few strangers are hard to tell from a youth.
 */
export function crossCheckLists(county: County, strength = 1): CheckList[] {
  const chance = chanceFrom(county.seed * 31 + 17);
  const unit = () => chance.pick(county.units);
  const around: NoiseAround = {
    strength,
    anotherHome: () => typedHome(unit(), chance),
    anotherPhone: () => mobile(chance).slice(3),
    anotherSurname: () => chance.pick(surnames),
  };
  const taken = new Set(county.youths.map((youth) => youth.record.nationalId?.text));
  const shop: Shop = { county, chance, around, numbers: untaken(numberMaker(chance), taken) };
  return listKinds.map((kind) => listOf(kind, shop));
}

/** Strangers get numbers that no youth of the register has. */
function untaken(numbers: NumberMaker, taken: ReadonlySet<string | undefined>): NumberMaker {
  const synthetic: NumberMaker['synthetic'] = (born, gender) => {
    const made = numbers.synthetic(born, gender);
    return taken.has(made.text) ? synthetic(born, gender) : made;
  };
  return { ...numbers, synthetic };
}

function listOf(kind: ListKind, shop: Shop): CheckList {
  const { county, chance } = shop;
  const people: { typed: TypedPerson; truth: Omit<TruthRow, 'row'> }[] = [];
  for (const youth of county.youths) {
    if (!chance.happens(kind.share) || !mayBeOn(youth)) continue;
    const { typed, noise } = spoil(kind.asked(typedYouth(youth)), shop.around, chance);
    people.push({ typed, truth: { youth: youth.id, noise } });
  }
  const strangers = Math.round(county.youths.length * kind.strangers);
  for (let at = 0; at < strangers; at += 1) people.push(stranger(kind, shop));

  const mixed = chance.shuffle(people);
  return {
    name: kind.name,
    headings: kind.headings,
    rows: mixed.map(({ typed }) => kind.row(typed, chance, Number(county.schoolYear.slice(0, 4)))),
    truth: mixed.map(({ truth }, at) => ({ row: at + 2, ...truth })),
  };
}

const mayBeOn = (youth: DemoYouth) => youth.record.deceased !== true;

function stranger(kind: ListKind, shop: Shop): { typed: TypedPerson; truth: Omit<TruthRow, 'row'> } {
  const { chance, county } = shop;
  const own = unrelated(shop);
  const youth = county.youths.length > 0 && chance.happens(0.03) ? chance.pick(county.youths) : undefined;
  if (!youth || youth.record.nationalId?.kind === 'vigo-fictive') {
    return { typed: kind.asked(own), truth: { youth: null, noise: [] } };
  }
  const like = chance.weighted<Lookalike>({ twin: 3, sibling: 4, namesake: 3, 'same-name-and-birth-date': 1 });
  // Where a list has no numbers, nobody could tell two people with one name and one birth date apart.
  if (like === 'same-name-and-birth-date' && !kind.hasNumber)
    return { typed: kind.asked(own), truth: { youth: null, noise: [] } };
  return { typed: kind.asked(lookalike(like, own, youth, shop)), truth: { youth: null, noise: [], like } };
}

function lookalike(like: Lookalike, own: TypedPerson, youth: DemoYouth, shop: Shop): TypedPerson {
  const twin = typedYouth(youth);
  const home = { street: twin.street, postcode: twin.postcode, place: twin.place, municipality: twin.municipality };
  const sameDay = { born: twin.born, nationalId: numberOnSameDay(youth, shop) };
  const first = firstNameUnlike(youth, shop.chance);
  switch (like) {
    case 'twin':
      return { ...own, ...home, ...sameDay, first, middle: twin.middle, last: twin.last };
    case 'sibling':
      return { ...own, ...home, first, middle: twin.middle, last: twin.last };
    case 'namesake':
      return { ...own, first: twin.first, middle: twin.middle, last: twin.last };
    case 'same-name-and-birth-date':
      return { ...own, ...sameDay, first: twin.first, middle: twin.middle, last: twin.last };
  }
}

/** Parents do not give two children the same first name, whole or in part. */
function firstNameUnlike(youth: DemoYouth, chance: Chance): string {
  const pool = youth.gender === 'girl' ? girlNames : boyNames;
  return chance.pick(pool.filter((name) => !youth.record.name.first.startsWith(name)));
}

function numberOnSameDay(youth: DemoYouth, shop: Shop): string {
  return youth.record.born ? shop.numbers.synthetic(youth.record.born, youth.gender).text : '';
}

function unrelated(shop: Shop): TypedPerson {
  const { chance, county } = shop;
  const gender = chance.happens(0.5) ? 'girl' : 'boy';
  const model = chance.pick(county.youths).record.born;
  const first = chance.pick(gender === 'girl' ? girlNames : boyNames);
  const last = chance.pick(surnames);
  return {
    nationalId: model ? shop.numbers.synthetic(model, gender).text : '',
    first,
    middle: chance.happens(0.25) ? chance.pick(surnames) : '',
    last,
    born: model ? norwegianDate(model) : '',
    ...typedHome(chance.pick(county.units), chance),
    phone: mobile(chance).slice(3),
    email: '',
  };
}

function typedHome(unit: DemoUnit, chance: Chance) {
  const address = streetAddress(unit, chance);
  return {
    street: address.lines.at(-1) ?? '',
    postcode: address.postcode ?? '',
    place: address.place ?? '',
    municipality: unit.municipality.name,
  };
}

/** A youth as another office has them written: the population register's facts, without what is protected. */
export function typedYouth({ record }: DemoYouth): TypedPerson {
  const open = record.addressProtection === 'none' && record.address?.country === undefined;
  return {
    nationalId: record.nationalId?.text ?? '',
    first: record.name.first,
    middle: record.name.middle ?? '',
    last: record.name.last,
    born: record.born ? norwegianDate(record.born) : '',
    street: open ? (record.address?.lines.at(-1) ?? '') : '',
    postcode: open ? (record.address?.postcode ?? '') : '',
    place: open ? (record.address?.place ?? '') : '',
    municipality: record.municipalityName ?? '',
    phone: record.mobiles?.[0]?.slice(3) ?? '',
    email: record.email ?? '',
  };
}

/** `dd.MM.yyyy`, as Norwegian lists write days. */
export const norwegianDate = (written: string): string => written.split('-').reverse().join('.');
