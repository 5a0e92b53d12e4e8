import { type Day, day } from '#domain/calendar/day.ts';
import type { Address, AddressProtection, ContactPoints, Guardian } from '#domain/person/youth-record.ts';
import type { DemoUnit } from './county-shape.ts';
import { boyNames, girlNames, streetNames, surnames } from './names.ts';
import type { NumberMaker } from './national-id.ts';
import type { Chance } from './random.ts';

/** How people live who are not simply at home: drawn so that even a small county has one of each. */
export const residences = ['home', 'strictly-confidential', 'confidential', 'client', 'missing', 'abroad'] as const;
export type Residence = (typeof residences)[number];

export interface Household {
  readonly guardians: readonly Guardian[];
  /** Places in `guardians` of those who must not learn where the youth lives. */
  readonly hiddenFrom: readonly number[];
}

export interface Home {
  readonly address?: Address;
  readonly addressProtection: AddressProtection;
}

/** Where a youth lives, as a list from VIGO would say it. */
export function homeIn(residence: Residence, unit: DemoUnit, chance: Chance): Home {
  switch (residence) {
    case 'missing':
      return { addressProtection: 'none' };
    case 'abroad':
      return { address: abroad(chance), addressProtection: 'none' };
    case 'strictly-confidential':
      // The register gives no residence, only an open box that post reaches (domain notes §4.1).
      return { address: postBox(unit, chance), addressProtection: 'strictly-confidential' };
    case 'home':
      return { address: streetAddress(unit, chance), addressProtection: 'none' };
    case 'confidential':
    case 'client':
      return { address: streetAddress(unit, chance), addressProtection: residence };
  }
}

/** An invented street at a postcode that exists in the unit's area. */
export function streetAddress(unit: DemoUnit, chance: Chance): Address {
  const post = chance.pick(unit.posts);
  const number = `${1 + chance.int(120)}${chance.happens(0.12) ? chance.pick(['A', 'B', 'C']) : ''}`;
  const line = `${chance.pick(streetNames)} ${number}`;
  const lines = chance.happens(0.05) ? [`H0${1 + chance.int(4)}0${1 + chance.int(6)}`, line] : [line];
  return { lines, postcode: post.code, place: post.place };
}

function postBox(unit: DemoUnit, chance: Chance): Address {
  const post = chance.pick(unit.posts);
  return { lines: [`Postboks ${4000 + chance.int(900)}`], postcode: post.code, place: post.place };
}

function abroad(chance: Chance): Address {
  return chance.pick([
    { lines: ['12 Example Street', 'Leeds LS1 1AA'], country: 'GB' },
    { lines: ['Ulica Przykładowa 4', '80-001 Gdańsk'], country: 'PL' },
    { lines: ['Exempelgatan 7', '411 01 Göteborg'], country: 'SE' },
    { lines: ['Calle Ejemplo 31', '03001 Alicante'], country: 'ES' },
  ]);
}

const families = { together: 54, apart: 26, one: 14, other: 4, hidden: 2 };

/** The guardians of a youth who is, or just was, a minor: who has parental responsibility, and who lives where. */
export function householdOf(
  child: { readonly lastName: string; readonly born: Day; readonly home: Home; readonly unit: DemoUnit },
  numbers: NumberMaker,
  chance: Chance,
): Household {
  const kind = chance.weighted(families);
  const grown = (relation: 'mor' | 'far' | 'verje', responsible: boolean, sharesHome: boolean): Guardian => {
    const woman = relation === 'mor' || (relation === 'verje' && chance.happens(0.5));
    const born = yearsBefore(child.born, 22 + chance.int(20), chance);
    const last = sharesHome && chance.happens(0.7) ? child.lastName : chance.pick(surnames);
    const name = { first: chance.pick(woman ? girlNames : boyNames), last };
    const nationalId = numbers.synthetic(born, woman ? 'girl' : 'boy');
    return {
      name,
      nationalId,
      relation,
      hasParentalResponsibility: responsible,
      ...(sharesHome ? child.home : homeIn('home', child.unit, chance)),
      ...(chance.happens(0.95) ? { mobiles: [mobile(chance)] } : {}),
      ...rareStop(nationalId.text),
    } satisfies Guardian & ContactPoints;
  };
  switch (kind) {
    case 'together':
      return { guardians: [grown('mor', true, true), grown('far', true, true)], hiddenFrom: [] };
    case 'apart':
      return { guardians: [grown('mor', true, true), grown('far', chance.happens(0.75), false)], hiddenFrom: [] };
    case 'one':
      return { guardians: [grown(chance.happens(0.8) ? 'mor' : 'far', true, true)], hiddenFrom: [] };
    case 'other':
      return { guardians: [grown('verje', true, true)], hiddenFrom: [] };
    case 'hidden':
      return {
        guardians: [grown('mor', true, true), { ...grown('far', true, false), addressIsHidden: true }],
        hiddenFrom: [1],
      };
  }
}

/** A few in a hundred, by their number and not by chance, so that a county of before has the same people. */
function rareStop(number: string): Partial<Guardian> {
  switch (Number(number.slice(6)) % 60) {
    case 0:
      return { isConfidential: true };
    case 1:
      return { deceased: true };
    default:
      return {};
  }
}

/** A mobile number. No mobile series is kept for fiction: demo counties are never connected to a real SMS gateway. */
export function mobile(chance: Chance): string {
  return `+474${chance.pick([0, 1, 5, 6, 7, 8])}${String(chance.int(1_000_000)).padStart(6, '0')}`;
}

function yearsBefore(born: Day, years: number, chance: Chance): Day {
  const year = Number(born.slice(0, 4)) - years;
  const month = String(1 + chance.int(12)).padStart(2, '0');
  return day(`${year}-${month}-${String(1 + chance.int(28)).padStart(2, '0')}`);
}
