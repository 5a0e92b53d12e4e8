import { type Day, day } from '#domain/calendar/day.ts';
import type { NationalId } from '#domain/person/national-id.ts';
import type { ContactPoints, PersonName, YouthRecord } from '#domain/person/youth-record.ts';
import type { DemoStaff, DemoUnit, DemoYouth } from './county-shape.ts';
import { type Home, homeIn, householdOf, mobile, type Residence } from './household.ts';
import { drawIn, leavingNotice } from './leaving.ts';
import { boyNames, girlNames, secondNames, surnames } from './names.ts';
import { type Gender, type NumberMaker, numberMaker } from './national-id.ts';
import type { Chance } from './random.ts';
import { type Arrival, arrivals } from './reasons.ts';
import { asciiOf } from './spelling.ts';
import { type Trait, traitsFor } from './traits.ts';

interface Around {
  readonly count: number;
  readonly units: readonly DemoUnit[];
  readonly staff: readonly DemoStaff[];
  readonly county: string;
  /** The calendar year in which the school year begins. */
  readonly firstYear: number;
}

interface Workshop extends Around {
  readonly numbers: NumberMaker;
  readonly chance: Chance;
  readonly advisers: ReadonlyMap<string, readonly DemoStaff[]>;
}

/** Share of the youths who have an elder sibling or a twin next to them in the register (our guess: unpublished). */
const siblingShare = 0.025;

/** Makes the youths one by one; a brother or sister follows directly after the one they live with. */
export function makeYouths(around: Around, chance: Chance): DemoYouth[] {
  const advisers = new Map<string, readonly DemoStaff[]>(
    around.units.map((unit) => [unit.id, around.staff.filter((person) => advises(person, unit.id))]),
  );
  const shop: Workshop = { ...around, chance, numbers: numberMaker(chance), advisers };
  const traits = traitsFor(around.count, chance);
  const youths: DemoYouth[] = [];
  for (const [at, arrival] of arrivals(around.count, chance).entries()) {
    const before = youths.at(-1);
    const trait = traits[at] ?? 'plain';
    const sibling =
      before && trait === 'plain' && canHaveSibling(before) && chance.happens(siblingShare) ? before : null;
    youths.push(makeYouth(at + 1, arrival, trait, sibling, shop));
  }
  return youths;
}

const advises = (person: DemoStaff, unit: string) =>
  person.roles.some((held) => held.role === 'adviser' && held.unit === unit);

const canHaveSibling = (youth: DemoYouth) =>
  youth.sibling === null && youth.record.address !== undefined && youth.record.addressProtection === 'none';

function makeYouth(serial: number, arrival: Arrival, trait: Trait, elder: DemoYouth | null, shop: Workshop): DemoYouth {
  const { chance, units, firstYear } = shop;
  const unit = elder ? unitOf(elder.unit, units) : chance.pick(units);
  const gender: Gender = chance.happens(0.5) ? 'girl' : 'boy';
  const drawn = bornAt(firstYear - arrival.age, chance);
  const twin = elder?.record.born?.slice(0, 4) === drawn.slice(0, 4);
  const born = twin ? (elder?.record.born ?? drawn) : drawn;
  const name = nameOf(gender, elder, chance);
  const home: Home = elder
    ? { ...(elder.record.address ? { address: elder.record.address } : {}), addressProtection: 'none' }
    : homeIn(residenceOf(trait), unit, chance);
  const minor = firstYear - Number(born.slice(0, 4)) <= 18;
  const household = !minor
    ? { guardians: [], hiddenFrom: [] }
    : elder?.record.guardians?.length
      ? { guardians: elder.record.guardians, hiddenFrom: elder.hiddenFrom }
      : householdOf({ lastName: name.last, born, home, unit }, shop.numbers, chance);
  const caseworker = chance.pick(shop.advisers.get(unit.id) ?? []);
  const arrivesOn = drawIn(arrival.code, firstYear, chance);
  const record: YouthRecord = {
    nationalId: numberFor(trait, born, gender, shop),
    name,
    born,
    transferCode: arrival.code,
    ...home,
    municipalityNumber: unit.municipality.number,
    municipalityName: unit.municipality.name,
    languageForm: chance.happens(0.45) ? 'nn' : 'nb',
    unitNumber: unit.number,
    unitName: unit.name,
    school: chance.pick(schoolsOf(unit)),
    caseworkerLogin: caseworker.login,
    caseworkerName: `${caseworker.firstName} ${caseworker.lastName}`,
    ...contactPoints(name, elder, chance),
    ...(household.guardians.length > 0 ? { guardians: household.guardians } : {}),
    ...(trait === 'deceased' ? { deceased: true } : {}),
    ...(trait === 'emigrated' ? { emigrated: true } : {}),
    ...rareStop(serial),
  };
  return {
    id: `youth-${String(serial).padStart(5, '0')}`,
    record,
    gender,
    unit: unit.id,
    caseworker: caseworker.id,
    arrivesOn,
    // Half of those registered were registered the year before too (Udir 2022).
    repeat: arrival.age > 16 && chance.happens(0.52),
    hiddenFrom: household.hiddenFrom,
    leaving: arrival.code === 'OESL' ? leavingNotice(arrivesOn, record.school ?? '', chance) : null,
    sibling: elder ? { id: elder.id, twin } : null,
  };
}

/** Every so many: somebody has said stop, or is reserved against digital messages. */
const rareStop = (serial: number): Pick<YouthRecord, 'manualOnly' | 'reserved'> =>
  serial % 97 === 0 ? { manualOnly: true } : serial % 41 === 0 ? { reserved: true } : {};

const schoolsOf = (unit: DemoUnit) => [
  `${unit.municipality.name} vidaregåande skole`,
  `${unit.region === 'Nord' ? 'Nordlys' : 'Fjordlund'} vidaregåande skole`,
];

function unitOf(id: string, units: readonly DemoUnit[]): DemoUnit {
  const unit = units.find((one) => one.id === id);
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

function bornAt(year: number, chance: Chance): Day {
  const start = Date.UTC(year, 0, 1);
  const days = Math.round((Date.UTC(year + 1, 0, 1) - start) / 86_400_000);
  return day(new Date(start + chance.int(days) * 86_400_000).toISOString().slice(0, 10));
}

function nameOf(gender: Gender, elder: DemoYouth | null, chance: Chance): PersonName {
  const pool = gender === 'girl' ? girlNames : boyNames;
  const one = chance.pick(pool);
  const taken = elder?.record.name.first;
  const plain = one === taken ? chance.pick(pool.filter((name) => name !== taken)) : one;
  const second = chance.pick(secondNames[gender]);
  const compound = chance.happens(0.12) && second !== plain;
  const first = compound ? `${plain}${chance.happens(0.5) ? ' ' : '-'}${second}` : plain;
  if (elder) return { ...elder.record.name, first };
  const family = chance.pick(surnames);
  const last = chance.happens(0.04) ? `${chance.pick(surnames)}-${family}` : family;
  // A middle name in Norway is mostly the other parent's surname.
  const middle = chance.happens(0.22) ? chance.pick(surnames) : chance.happens(0.1) ? second : undefined;
  return middle === undefined || middle === last ? { first, last } : { first, middle, last };
}

function contactPoints(name: PersonName, elder: DemoYouth | null, chance: Chance): ContactPoints {
  const kind = chance.weighted({ mobile: 95, none: 3, landline: 1, unusable: 1 });
  const shared = elder && chance.happens(0.3) ? elder.record.mobiles : undefined;
  const serial = chance.happens(0.5) ? String(chance.int(100)) : '';
  return {
    ...(kind === 'mobile' ? { mobiles: shared ?? [mobile(chance)] } : {}),
    ...(kind === 'landline' ? { phones: [`+476805${String(chance.int(10_000)).padStart(4, '0')}`] } : {}),
    ...(kind === 'unusable' ? { unusablePhones: [chance.pick(['999 999', '4812', 'ukjent', '+47 12 34'])] } : {}),
    ...(chance.happens(0.6) ? { email: `${asciiOf(name.first)}.${asciiOf(name.last)}${serial}@epost.example` } : {}),
  };
}

function residenceOf(trait: Trait): Residence {
  switch (trait) {
    case 'strictly-confidential':
    case 'confidential':
    case 'client':
    case 'missing':
    case 'abroad':
      return trait;
    case 'emigrated':
      return 'abroad';
    case 'fictive-homeless':
      return 'missing';
    default:
      return 'home';
  }
}

function numberFor(trait: Trait, born: Day, gender: Gender, shop: Workshop): NationalId {
  switch (trait) {
    case 'fictive-homeless':
    case 'fictive':
      return shop.numbers.fictive(born, gender, shop.county);
    case 'd-number':
      return shop.numbers.dNumber(born, gender);
    default:
      return shop.numbers.synthetic(born, gender);
  }
}
