import { describe, expect, it } from 'vitest';
import { numberMaker } from '#demo/national-id.ts';
import { chanceFrom } from '#demo/random.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { indexRegister } from '#domain/cross-check/candidates.ts';
import { matchLists, onSeveralLists } from '#domain/cross-check/match-lists.ts';
import type { ListedPerson } from '#domain/cross-check/person.ts';

type Said = Omit<Partial<ListedPerson>, 'birthDate'> & { readonly birthDate?: string };

const rows = (people: readonly Said[]): ListedPerson[] =>
  people.map(({ birthDate, ...said }, at) => ({
    row: at + 2,
    ...said,
    ...(birthDate && { birthDate: day(birthDate) }),
  }));

const match = (register: readonly Said[], list: readonly Said[]) => matchLists(rows(register), rows(list));
const bandOf = (register: Said, listed: Said) => match([register], [listed])[0]?.band ?? 'no';

const numbers = numberMaker(chanceFrom(5));
const numberOf = (born: Day, gender: 'girl' | 'boy' = 'girl') => numbers.synthetic(born, gender).text;

const born = '2008-05-17';
const id = numberOf(day(born));
const kari = { nationalId: id, firstName: 'Kari', middleName: 'Berg', lastName: 'Haugland', birthDate: born };
const { nationalId: _, ...kariWithoutNumber } = kari;

describe('a national id', () => {
  it('that is the same, with a name that fits, is certain', () => {
    const [pair] = match([kari], [{ nationalId: id, firstName: 'Kari', lastName: 'Haugland' }]);

    expect(pair).toMatchObject({ register: 2, list: 2, band: 'certain', disagrees: [] });
    expect(pair?.agrees).toContain('nationalId');
  });

  it('is certain alone, and with a new surname', () => {
    expect(bandOf(kari, { nationalId: id })).toBe('certain');
    expect(bandOf(kari, { nationalId: id, firstName: 'Kari', lastName: 'Tangen' })).toBe('certain');
  });

  it('is read with spaces, without its first zero, and beside a name in capitals', () => {
    const zero = numberOf(day('2008-05-03'));
    const register = { ...kari, nationalId: zero, birthDate: '2008-05-03' };

    expect(bandOf(kari, { nationalId: `${id.slice(0, 6)} ${id.slice(6)}`, lastName: 'HAUGLAND' })).toBe('certain');
    expect(bandOf(register, { nationalId: zero.slice(1), firstName: 'KARI', lastName: 'HAUGLAND' })).toBe('certain');
  });

  it('with a wholly different name and birth date is only possible', () => {
    const other = { nationalId: id, firstName: 'Mustafa', lastName: 'Osman', birthDate: '2006-01-30' };

    expect(match([kari], [other])).toMatchObject([{ band: 'possible', remarks: ['number-of-another'] }]);
  });

  it('written for the twin is only possible', () => {
    expect(bandOf(kari, { nationalId: id, firstName: 'Tobias', lastName: 'Haugland', birthDate: born })).toBe(
      'possible',
    );
  });

  it('with one wrong digit, or two that changed places, still finds its person', () => {
    const wrong = `${id.slice(0, 8)}${(Number(id[8]) + 1) % 10}${id.slice(9)}`;
    const turned = `${id.slice(0, 4)}${id[5]}${id[4]}${id.slice(6)}`;

    for (const nationalId of [wrong, turned]) {
      const [pair] = match([kari], [{ nationalId, firstName: 'Kari', lastName: 'Haugland' }]);
      expect(pair).toMatchObject({ band: 'certain', remarks: ['number-slip'] });
    }
  });

  it('that differs, both valid, makes the same name and birth date only possible', () => {
    const namesake = { ...kari, nationalId: numberOf(day(born)) };

    expect(match([kari], [namesake])).toMatchObject([{ band: 'possible', remarks: ['two-people-or-two-numbers'] }]);
  });

  it('that was fictive and became a real one is for a person to decide', () => {
    const fictive = { ...kari, nationalId: numbers.fictive(day(born), 'girl', '13').text };

    expect(bandOf(fictive, kari)).toBe('possible');
  });

  it('that is a filler or a fault never speaks against the rest', () => {
    for (const nationalId of ['00000000000', '1.7058E+10', 'ukjent', '170508']) {
      expect(bandOf(kari, { ...kari, nationalId })).toBe('certain');
    }
  });
});

describe('names', () => {
  const fits: readonly (readonly [string, Said])[] = [
    ['in capitals', { firstName: 'KARI', lastName: 'HAUGLAND' }],
    ['without the middle name', { firstName: 'Kari', lastName: 'Haugland' }],
    ['with the middle name beside the first', { firstName: 'Kari Berg', lastName: 'Haugland' }],
    ['with the middle name beside the last', { firstName: 'Kari', lastName: 'Berg-Haugland' }],
    ['in one column', { fullName: 'Kari Berg Haugland' }],
    ['in one column with a comma', { fullName: 'Haugland, Kari Berg' }],
    ['in one column, surname first', { fullName: 'HAUGLAND KARI BERG' }],
    ['in each other’s column', { firstName: 'Haugland', lastName: 'Kari' }],
    ['with a typing slip', { firstName: 'Kari', lastName: 'Haugalnd' }],
    ['with an accent', { firstName: 'Karí', lastName: 'Haugland' }],
  ];
  it.each(fits)('%s are the same person’s, with the birth date', (_how, said) => {
    expect(bandOf(kariWithoutNumber, { ...said, birthDate: born })).toBe('certain');
  });

  it.each([
    ['Åse Bjørk', 'Aase Bjoerk'],
    ['Åse Bjørk', 'Ase Bjork'],
    ['Håkon Sæther', 'Haakon Saether'],
    ['Máhtte Gaup', 'Mahtte Gaup'],
    ['Áilu Čálliid', 'Ailu Calliid'],
    ['Christoffer Thorsen', 'Kristofer Torsen'],
    ['Anne-Marie Lie', 'Anne Marie Lie'],
    ['Ole Martin Vik', 'Olemartin Vik'],
    ['Zoë Wiśniewski', 'Zoe Wisniewski'],
    ['Muhammad Ali', 'Mohammed Ali'],
  ])('%s may be written %s', (one, other) => {
    expect(bandOf({ fullName: one, birthDate: born }, { fullName: other, birthDate: born })).not.toBe('no');
  });

  it('may be short forms', () => {
    for (const [name, short] of [
      ['Alexander', 'Alex'],
      ['Kristoffer', 'Stoffer'],
      ['Elisabeth', 'Lisbeth'],
    ] as const) {
      const said = { lastName: 'Haugland', birthDate: born };
      expect(bandOf({ ...said, firstName: name }, { ...said, firstName: short })).not.toBe('no');
    }
  });

  it('of another person with the same birth date are nobody', () => {
    expect(bandOf(kari, { firstName: 'Ola', lastName: 'Nilsen', birthDate: born })).toBe('no');
    expect(bandOf(kari, { firstName: 'Kari', lastName: 'Haugland', birthDate: '2005-11-02' })).not.toBe('certain');
    expect(bandOf(kari, { firstName: 'Kari', lastName: 'Nilsen', birthDate: '2005-11-02' })).toBe('no');
  });
});

describe('birth dates', () => {
  it('with day and month in each other’s place, and a year wrong, are found', () => {
    const said = { firstName: 'Kari', lastName: 'Haugland' };
    const [pair] = match([{ ...said, birthDate: '2008-05-07' }], [{ ...said, birthDate: '2008-07-05' }]);

    expect(pair?.remarks).toEqual(['day-and-month-swapped']);
    expect(bandOf({ ...said, birthDate: '2008-05-07' }, { ...said, birthDate: '2009-05-07' })).toBe('possible');
  });

  it('may be missing: a name alone is possible, with the phone it is certain', () => {
    const said = { firstName: 'Kari', lastName: 'Haugland', phones: ['+47 400 12 345'] };

    expect(bandOf(kariWithoutNumber, { firstName: 'Kari', lastName: 'Haugland' })).toBe('possible');
    expect(bandOf({ ...kariWithoutNumber, phones: ['40012345'] }, said)).toBe('certain');
  });
});

describe('what a list does not tell', () => {
  it('neither counts for nor against', () => {
    const whole = { ...kari, address: 'Storgata 5', postcode: '6001', phones: ['40012345'], email: 'k@epost.example' };

    const [pair] = match([whole], [{ firstName: 'Kari', lastName: 'Haugland', birthDate: born }]);

    expect(pair).toMatchObject({ band: 'certain', disagrees: [] });
    expect(pair?.agrees).toEqual(['firstName', 'lastName', 'birthDate']);
  });

  it('may be where somebody lives now: moving costs little', () => {
    const before = { ...kariWithoutNumber, address: 'Storgata 5', postcode: '6001', municipality: 'Nordvik' };
    const after = { ...kariWithoutNumber, address: 'Fjordvegen 9', postcode: '8445', municipality: 'Kvitnes' };

    const [pair] = match([before], [after]);

    expect(pair?.band).toBe('certain');
    expect(pair?.disagrees).toEqual(['address', 'postcode', 'municipality']);
  });

  it('is the same street however its ending is written', () => {
    const [pair] = match(
      [{ ...kariWithoutNumber, address: 'Skolevegen 12 B' }],
      [{ ...kariWithoutNumber, address: 'H0201, Skolevn. 12b' }],
    );

    expect(pair?.agrees).toContain('address');
  });
});

describe('twins', () => {
  const home = { lastName: 'Haugland', birthDate: born, address: 'Storgata 5', postcode: '6001', phones: ['40012345'] };
  const register = [
    { ...home, firstName: 'Kari', nationalId: numberOf(day(born)) },
    { ...home, firstName: 'Marit', nationalId: numberOf(day(born)) },
  ];

  it('are told apart by the first name', () => {
    const pairs = match(register, [
      { ...home, firstName: 'Marit' },
      { ...home, firstName: 'Kari' },
    ]);

    expect(pairs.map(({ register: row, list, band }) => [row, list, band])).toEqual([
      [3, 2, 'certain'],
      [2, 3, 'certain'],
    ]);
  });

  it('are never certain where only the other twin is known', () => {
    const [pair] = match([register[0] ?? {}], [{ ...home, firstName: 'Tobias' }]);

    expect(pair?.band ?? 'no').not.toBe('certain');
    expect(bandOf({ ...home, firstName: 'Maren' }, { ...home, firstName: 'Karen' })).not.toBe('certain');
    expect(bandOf({ ...home, firstName: 'Andrea' }, { ...home, firstName: 'Andreas' })).not.toBe('certain');
  });

  it.each([
    ['Mari', 'Marit'],
    ['Ole', 'Ola'],
    ['Emil', 'Emilie'],
    ['Jonas', 'Jonathan'],
    ['Elias', 'Elisa'],
    ['Amina', 'Amna'],
    ['Hassan', 'Hussein'],
    ['Abdirahman', 'Abdirahim'],
    ['Mohammed', 'Ahmed'],
    ['Anne Marie', 'Anne Lise'],
    ['Kari', 'Karin'],
  ])('%s and %s of one home are never certain', (one, other) => {
    expect(bandOf({ ...home, firstName: one }, { ...home, firstName: other })).not.toBe('certain');
  });

  it('with a number each are no pair at all', () => {
    expect(bandOf(register[0] ?? {}, { ...register[1] })).toBe('no');
  });
});

describe('one row, one person', () => {
  it('leaves it to a person where two of the register fit equally well', () => {
    const namesakes = [kariWithoutNumber, kariWithoutNumber];

    const pairs = match(namesakes, [kariWithoutNumber]);

    expect(pairs.map(({ band }) => band)).toEqual(['possible', 'possible']);
    expect(pairs[0]?.remarks).toContain('several-fit');
  });

  it('leaves it to a person where two rows fit one youth equally well', () => {
    expect(match([kariWithoutNumber], [kariWithoutNumber, kariWithoutNumber]).map(({ band }) => band)).toEqual([
      'possible',
      'possible',
    ]);
  });

  it('keeps both rows where both have the youth’s own number', () => {
    expect(match([kari], [kari, kari]).map(({ band }) => band)).toEqual(['certain', 'certain']);
  });

  it.each([
    ['phone', { phones: ['40012345'] }],
    ['e-mail', { email: 'kari@example.no' }],
    ['home', { address: 'Storgata 12 B', postcode: '6001' }],
  ])('keeps both rows without a number where both have the youth’s own %s beside name and birth date', (_fact, own) => {
    const row = { ...kariWithoutNumber, ...own };

    expect(match([{ ...kari, ...own }], [row, row]).map(({ band }) => band)).toEqual(['certain', 'certain']);
  });

  it('keeps the youth’s own row alone beside a namesake born the same day, who has another phone', () => {
    const [own, namesake] = [{ phones: ['40012345'] }, { phones: ['40099999'] }];
    const list = [
      { ...kariWithoutNumber, ...namesake },
      { ...kariWithoutNumber, ...own },
    ];

    const pairs = match([{ ...kari, ...own }], list);

    expect(pairs.filter(({ band }) => band === 'certain').map(({ list: row }) => row)).toEqual([3]);
  });

  it('does not take a twin’s row for a second row of the youth, though they share phone and home', () => {
    const shared = {
      lastName: 'Haugland',
      birthDate: born,
      phones: ['40012345'],
      address: 'Storgata 12',
      postcode: '6001',
    };
    const list = [
      { ...shared, firstName: 'Mari' },
      { ...shared, firstName: 'Marie' },
    ];

    expect(match([{ ...shared, firstName: 'Mari' }], list).filter(({ band }) => band === 'certain')).toMatchObject([
      { list: 2 },
    ]);
  });

  it('keeps the clearly better of two rows', () => {
    const pairs = match(
      [{ ...kari, phones: ['40012345'] }],
      [kariWithoutNumber, { ...kariWithoutNumber, nationalId: id }],
    );

    expect(pairs.filter(({ band }) => band === 'certain').map(({ list }) => list)).toEqual([3]);
  });

  it('tells who is on several lists', () => {
    const register = rows([kari]);
    const one = { list: 'apprentices', pairs: matchLists(register, rows([kari])) };
    const two = { list: 'exchange-pupils', pairs: matchLists(register, rows([{ firstName: 'Ola' }, kari])) };

    expect(onSeveralLists([one, two])).toEqual([
      {
        register: 2,
        on: [
          { list: 'apprentices', row: 2, band: 'certain' },
          { list: 'exchange-pupils', row: 3, band: 'certain' },
        ],
      },
    ]);
  });
});

describe('a large register', () => {
  it('is not compared all against all', () => {
    const many = rows(
      Array.from({ length: 3000 }, (_, at) => ({
        firstName: `Navn${at % 60}`,
        lastName: `Slekt${at % 90}`,
        birthDate: `20${String(2 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
      })),
    );
    const index = indexRegister(many);
    const some = index.people.slice(0, 100).map((person) => index.candidates(person).length);

    expect(Math.max(...some)).toBeLessThan(300);
  });

  it('gives no pairs for an empty list, and none from an empty register', () => {
    expect(match([], [kari])).toEqual([]);
    expect(match([kari], [])).toEqual([]);
  });
});
