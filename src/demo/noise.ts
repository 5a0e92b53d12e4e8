import { shortNames } from './names.ts';
import type { Chance } from './random.ts';
import { withoutNorwegianLetters } from './spelling.ts';

/** A person as an office typed them; empty text where the office wrote nothing. */
export interface TypedPerson {
  readonly nationalId: string;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  /** `dd.MM.yyyy`. */
  readonly born: string;
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly municipality: string;
  readonly phone: string;
  readonly email: string;
}

/** What goes wrong when lists are typed and copied, and how often; the slip rate is per row. */
export const noiseShares = {
  slip: 0.05,
  secondSlip: 0.004,
  swappedNames: 0.015,
  wrongDigit: 0.02,
  noNumber: 0.04,
  moved: 0.06,
  nickname: 0.02,
  noMiddle: 0.3,
  withoutLetters: 0.04,
  dayMonth: 0.015,
  bornDigit: 0.005,
  newPhone: 0.08,
  noSecondName: 0.1,
  newSurname: 0.004,
} as const;
export type Noise = keyof typeof noiseShares;

export interface Noisy {
  readonly typed: TypedPerson;
  readonly noise: readonly Noise[];
}

export interface NoiseAround {
  readonly anotherHome: () => Pick<TypedPerson, 'street' | 'postcode' | 'place' | 'municipality'>;
  readonly anotherPhone: () => string;
  readonly anotherSurname: () => string;
  /** Multiplies every share; 1 when not said. */
  readonly strength?: number;
}

/** Spoils a person the way lists are spoiled; says what was done. A row without a number keeps its name whole enough. */
export function spoil(person: TypedPerson, around: NoiseAround, chance: Chance): Noisy {
  const noise: Noise[] = [];
  let typed = person;
  for (const kind of Object.keys(noiseShares) as Noise[]) {
    if (!chance.happens(noiseShares[kind] * (around.strength ?? 1))) continue;
    const after = spoilers[kind](typed, around, chance);
    if (after === typed) continue;
    typed = after;
    noise.push(kind);
  }
  return { typed, noise };
}

type Spoiler = (person: TypedPerson, around: NoiseAround, chance: Chance) => TypedPerson;

const slipInName: Spoiler = (person, _around, chance) =>
  chance.happens(0.5)
    ? { ...person, first: slipped(person.first, chance) }
    : { ...person, last: slipped(person.last, chance) };

const spoilers: Readonly<Record<Noise, Spoiler>> = {
  slip: slipInName,
  secondSlip: slipInName,
  swappedNames: (person) => ({ ...person, first: person.last, last: person.first }),
  wrongDigit: (person, _around, chance) =>
    person.nationalId === '' ? person : { ...person, nationalId: otherDigit(person.nationalId, chance) },
  noNumber: (person) => (person.nationalId === '' ? person : { ...person, nationalId: '' }),
  moved: (person, around) => ({ ...person, ...around.anotherHome() }),
  nickname: (person) => {
    const short = shortNames[person.first];
    return short === undefined ? person : { ...person, first: short };
  },
  noMiddle: (person) => (person.middle === '' ? person : { ...person, middle: '' }),
  withoutLetters: (person) =>
    /[æøå]/i.test(person.first + person.middle + person.last)
      ? {
          ...person,
          first: withoutNorwegianLetters(person.first),
          middle: withoutNorwegianLetters(person.middle),
          last: withoutNorwegianLetters(person.last),
        }
      : person,
  dayMonth: (person) => {
    const [day = '', month = '', year = ''] = person.born.split('.');
    return Number(day) > 12 || day === month ? person : { ...person, born: `${month}.${day}.${year}` };
  },
  bornDigit: (person, _around, chance) => {
    const [day = '', month = '', year = ''] = person.born.split('.');
    const other = String(1 + chance.int(28)).padStart(2, '0');
    return other[0] === day[0] && other !== day ? { ...person, born: `${other}.${month}.${year}` } : person;
  },
  newPhone: (person, around) => (person.phone === '' ? person : { ...person, phone: around.anotherPhone() }),
  noSecondName: (person) =>
    /[ -]/.test(person.first) ? { ...person, first: person.first.replace(/[ -].*/, '') } : person,
  newSurname: (person, around) =>
    // Without a number nothing would tie the two names together, not even for a person.
    person.nationalId === '' ? person : { ...person, last: around.anotherSurname() },
};

const letters = 'abdefghijklmnoprstuvyåø';

/** One slip of the finger: a letter lost, doubled, changed, or two that changed places; never the first letter alone. */
function slipped(name: string, chance: Chance): string {
  if (name.length < 4) return name;
  const at = 1 + chance.int(name.length - 2);
  const before = name.slice(0, at);
  const here = name.slice(at, at + 1);
  const after = name.slice(at + 1);
  switch (chance.pick(['lost', 'doubled', 'changed', 'turned'] as const)) {
    case 'lost':
      return before + after;
    case 'doubled':
      return before + here + here + after;
    case 'changed':
      return before + letters.charAt(chance.int(letters.length)) + after;
    case 'turned':
      return before + after.slice(0, 1) + here + after.slice(1);
  }
}

function otherDigit(text: string, chance: Chance): string {
  const at = chance.int(text.length);
  const digit = (Number(text.charAt(at)) + 1 + chance.int(9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
}
