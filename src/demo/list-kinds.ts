import { exchangeCountries, firmNames, privateSchoolNames, schoolNames } from './names.ts';
import type { TypedPerson } from './noise.ts';
import type { Chance } from './random.ts';

/** One of the lists offices send: which columns it has, how it writes people, and how many of the youths are on it. */
export interface ListKind {
  readonly name: string;
  readonly headings: readonly string[];
  readonly hasNumber: boolean;
  /** Share of the register's youths that are on the list. */
  readonly share: number;
  /** Strangers per youth of the register. */
  readonly strangers: number;
  /** The person with only what this office knows. */
  asked(person: TypedPerson): TypedPerson;
  row(person: TypedPerson, chance: Chance, firstYear: number): string[];
}

const two = (number: number) => String(number).padStart(2, '0');

/** How often the youths turn up on such lists is not published: our guess. */
export const listKinds: readonly ListKind[] = [
  {
    name: 'private-school-pupils',
    headings: ['Fødselsnummer', 'Etternavn', 'Fornavn', 'Adresse', 'Postnr', 'Poststed', 'Skole', 'Startdato'],
    hasNumber: true,
    share: 0.03,
    strangers: 0.1,
    asked: (person) => ({ ...person, first: given(person), middle: '', phone: '', email: '' }),
    row: (person, chance, year) => [
      person.nationalId,
      person.last,
      person.first,
      person.street,
      person.postcode,
      person.place,
      chance.pick(privateSchoolNames),
      `${two(15 + chance.int(10))}.08.${year}`,
    ],
  },
  {
    name: 'exchange-pupils',
    headings: ['Navn', 'Fødselsdato', 'E-post', 'Land', 'Fra', 'Til'],
    hasNumber: false,
    share: 0.015,
    strangers: 0.05,
    asked: (person) => ({ ...person, nationalId: '', phone: '' }),
    row: (person, chance, year) => [
      `${person.last}, ${given(person)}`,
      person.born,
      person.email,
      chance.pick(exchangeCountries),
      `01.08.${year}`,
      `30.06.${year + 1}`,
    ],
  },
  {
    name: 'started-1-19-september',
    headings: ['Fødselsnr', 'Fornavn', 'Mellomnavn', 'Etternavn', 'Fødselsdato', 'Mobil', 'Skole', 'Startdato'],
    hasNumber: true,
    share: 0.08,
    strangers: 0.2,
    asked: (person) => ({ ...person, email: '' }),
    row: (person, chance, year) => [
      person.nationalId,
      person.first,
      person.middle,
      person.last,
      person.born,
      person.phone,
      `${chance.pick(schoolNames)} vidaregåande skole`,
      `${two(1 + chance.int(19))}.09.${year}`,
    ],
  },
  {
    name: 'apprentices',
    headings: [
      'Fnr',
      'Etternavn',
      'Fornavn',
      'Postnummer',
      'Poststed',
      'Kommune',
      'Telefon',
      'Bedrift',
      'Kontraktsdato',
    ],
    hasNumber: true,
    share: 0.05,
    strangers: 0.2,
    asked: (person) => ({ ...person, street: '', email: '' }),
    row: (person, chance, year) => [
      person.nationalId === '' ? '' : `${person.nationalId.slice(0, 6)} ${person.nationalId.slice(6)}`,
      person.last.toUpperCase(),
      given(person).toUpperCase(),
      person.postcode,
      person.place,
      person.municipality,
      person.phone.replace(/(\d{3})(\d{2})(\d{3})/, '$1 $2 $3'),
      chance.pick(firmNames),
      // The sheet's cohort window (2010–2013 in 2015), rolled with the year.
      `${two(1 + chance.int(28))}.${two(1 + chance.int(12))}.${year - 5 + chance.int(4)}`,
    ],
  },
  {
    name: 'pupils-in-other-counties',
    headings: ['Fornavn', 'Etternavn', 'Fødselsdato', 'Fødselsnummer', 'E-post', 'Skolefylke', 'Skole'],
    hasNumber: true,
    share: 0.02,
    strangers: 0.05,
    asked: (person) => ({ ...person, first: given(person), middle: '', phone: '' }),
    row: (person, chance) => [
      person.first,
      person.last,
      person.born,
      person.nationalId,
      person.email,
      chance.pick(['Trøndelag', 'Møre og Romsdal', 'Vestland']),
      `${chance.pick(schoolNames)} vidaregåande skole`,
    ],
  },
];

/** First and middle name in one column, as many offices have it. */
const given = (person: TypedPerson) => (person.middle === '' ? person.first : `${person.first} ${person.middle}`);
