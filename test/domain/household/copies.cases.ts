import { day } from '#domain/calendar/day.ts';
import { adult, away, aYouth, cases, far, home, mor, sweden, third, unsaid, verje } from './case.ts';

const both = [mor(), far()];
const apart = [mor(), far({ address: away })];

/** Guardians who can be written to, or of whom nobody knows enough. */
export const copyCases = [
  ...cases('Guardians get a copy when the youth is under 18 (process, phase 4)', [
    ['17, one guardian at home', aYouth({ guardians: [mor()] }), 'youth guardian-1'],
    ['17, one father', aYouth({ guardians: [far()] }), 'youth guardian-1'],
    ['15, one guardian', aYouth({ born: day('2011-01-01'), guardians: [mor()] }), 'youth guardian-1'],
    ['16, one guardian', aYouth({ born: day('2010-09-10'), guardians: [mor()] }), 'youth guardian-1'],
    ['18, one guardian', aYouth({ born: adult, guardians: [mor()] }), 'youth'],
    ['20, two guardians', aYouth({ born: day('2006-05-05'), guardians: both }), 'youth'],
    ['24, no guardian', aYouth({ born: day('2002-05-05') }), 'youth'],
  ]),
  ...cases('Age is judged on the send day; the copy stops at 18 (domain notes §4.2)', [
    ['18 the day after', aYouth({ born: day('2008-09-11'), guardians: [mor()] }), 'youth guardian-1'],
    ['18 on the very day', aYouth({ born: day('2008-09-10'), guardians: [mor()] }), 'youth'],
    ['18 the day before', aYouth({ born: day('2008-09-09'), guardians: [mor()] }), 'youth'],
    ['17 on the list, 18 when sent', aYouth({ born: day('2008-09-15'), guardians: both }), 'youth', '2026-09-25'],
    [
      'the same youth on the list day',
      aYouth({ born: day('2008-09-15'), guardians: both }),
      'youth guardians-1-2',
      '2026-09-01',
    ],
    ['turned 18, guardian unknown: nobody looks for one', aYouth({ born: adult, guardians: [] }), 'youth'],
    [
      'turned 18, guardian protected',
      aYouth({ born: adult, guardians: [mor({ addressProtection: 'confidential' })] }),
      'youth',
    ],
    ['turned 18, responsibility unknown', aYouth({ born: adult, guardians: [mor(unsaid)] }), 'youth'],
    [
      'turned 18, guardian without address',
      aYouth({ born: adult, guardians: [mor({ address: { lines: [] } })] }),
      'youth',
    ],
    [
      'born 29 February, 28 February 18 years on',
      aYouth({ born: day('2008-02-29'), guardians: [mor()] }),
      'youth guardian-1',
      '2026-02-28',
    ],
    [
      'born 29 February, 1 March 18 years on',
      aYouth({ born: day('2008-02-29'), guardians: [mor()] }),
      'youth',
      '2026-03-01',
    ],
    [
      'born on New Year’s Eve, the day before',
      aYouth({ born: day('2008-12-31'), guardians: [mor()] }),
      'youth guardian-1',
      '2026-12-30',
    ],
    [
      'born on New Year’s Eve, that day',
      aYouth({ born: day('2008-12-31'), guardians: [mor()] }),
      'youth',
      '2026-12-31',
    ],
    [
      'birth date not known',
      aYouth({ born: undefined as never, guardians: [mor()] }),
      'youth | guardians:work.birth-unknown',
    ],
    ['birth date not known, no guardian', aYouth({ born: undefined as never }), 'youth | guardians:work.birth-unknown'],
  ]),
  ...cases('The copy is a letter of its own, with the guardian’s own address (process, phase 4; domain notes §4.2)', [
    ['mother elsewhere', aYouth({ guardians: [mor({ address: away })] }), 'youth guardian-1'],
    ['mother at home, father elsewhere', aYouth({ guardians: apart }), 'youth guardian-1 guardian-2'],
    [
      'both elsewhere, each in a place',
      aYouth({ guardians: [mor({ address: away }), far({ address: third })] }),
      'youth guardian-1 guardian-2',
    ],
    ['youth elsewhere, parents at home', aYouth({ address: third, guardians: both }), 'youth guardians-1-2'],
    [
      'three guardians, three places',
      aYouth({ guardians: [mor(), far({ address: away }), verje({ address: third })] }),
      'youth guardian-1 guardian-2 guardian-3',
    ],
    [
      'the same name in two places is two people',
      aYouth({ guardians: [mor(), mor({ address: away })] }),
      'youth guardian-1 guardian-2',
    ],
    ['guardian shares the youth’s address: still an own letter', aYouth({ guardians: [mor()] }), 'youth guardian-1'],
    [
      'guardian with another surname',
      aYouth({ guardians: [mor({ name: { first: 'Mona', last: 'Prøve' } })] }),
      'youth guardian-1',
    ],
  ]),
  ...cases('One copy where the address is shared; it names both (issue 5)', [
    ['together', aYouth({ guardians: both }), 'youth guardians-1-2'],
    [
      'together elsewhere',
      aYouth({ guardians: [mor({ address: away }), far({ address: away })] }),
      'youth guardians-1-2',
    ],
    [
      'written in capitals',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['STORGATA 1'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'written Storgt. 1',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['Storgt. 1'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'written Storgaten 1',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['Storgaten 1'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'the letter apart or not',
      aYouth({ guardians: [mor({ address: away }), far({ address: { ...away, lines: ['Fjordvegen 22B'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'vegen and veien',
      aYouth({ guardians: [mor({ address: away }), far({ address: { ...away, lines: ['Fjordveien 22 B'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'Postboks and Pb.',
      aYouth({ guardians: [mor({ address: third }), far({ address: { ...third, lines: ['Pb. 12'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'two spaces',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['Storgata  1'] } })] }),
      'youth guardians-1-2',
    ],
    [
      'the place in capitals',
      aYouth({ guardians: [mor(), far({ address: { ...home, place: 'ÅLESUND' } })] }),
      'youth guardians-1-2',
    ],
    [
      'another number is another box',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['Storgata 11'] } })] }),
      'youth guardian-1 guardian-2',
    ],
    [
      'another letter is another box',
      aYouth({ guardians: [mor(), far({ address: { ...home, lines: ['Storgata 1 A'] } })] }),
      'youth guardian-1 guardian-2',
    ],
    [
      'another flat is another box',
      aYouth({
        guardians: [
          mor({ address: { ...home, lines: ['H0101', 'Storgata 1'] } }),
          far({ address: { ...home, lines: ['H0201', 'Storgata 1'] } }),
        ],
      }),
      'youth guardian-1 guardian-2',
    ],
    [
      'the same street in another town',
      aYouth({ guardians: [mor(), far({ address: { ...home, postcode: '6100', place: 'Volda' } })] }),
      'youth guardian-1 guardian-2',
    ],
    ['three at one address', aYouth({ guardians: [mor(), far(), verje()] }), 'youth guardians-1-2-3'],
    [
      'two together, one elsewhere',
      aYouth({ guardians: [mor(), verje({ address: away }), far()] }),
      'youth guardians-1-3 guardian-2',
    ],
    [
      'mother with a new partner who has it too',
      aYouth({ guardians: [mor({ address: away }), far(), verje({ address: away })] }),
      'youth guardians-1-3 guardian-2',
    ],
    [
      'together, one without responsibility',
      aYouth({ guardians: [mor(), far({ hasParentalResponsibility: false })] }),
      'youth guardian-1 | guardian-2:none.no-responsibility',
    ],
    [
      'together, one of unknown responsibility',
      aYouth({ guardians: [mor(), far(unsaid)] }),
      'youth guardian-1 | guardian-2:work.responsibility-unknown',
    ],
  ]),
  ...cases('Each guardian with parental responsibility: one, both or others (domain notes §4.2)', [
    [
      'the mother alone has it',
      aYouth({ guardians: [mor(), far({ address: away, hasParentalResponsibility: false })] }),
      'youth guardian-1 | guardian-2:none.no-responsibility',
    ],
    [
      'the father alone has it',
      aYouth({ guardians: [mor({ hasParentalResponsibility: false }), far({ address: away })] }),
      'youth guardian-2 | guardian-1:none.no-responsibility',
    ],
    ['others have it', aYouth({ guardians: [verje({ address: away })] }), 'youth guardian-1'],
    [
      'others have it, the parents not',
      aYouth({ guardians: [mor({ hasParentalResponsibility: false }), verje({ address: away })] }),
      'youth guardian-2 | guardian-1:none.no-responsibility',
    ],
    [
      'a guardian of whom no relation is said',
      aYouth({ guardians: [mor({ relation: undefined as never })] }),
      'youth guardian-1',
    ],
    [
      'nobody on the list has it',
      aYouth({ guardians: [mor({ hasParentalResponsibility: false })] }),
      'youth | guardian-1:none.no-responsibility guardians:work.nobody-responsible',
    ],
    [
      'neither parent has it',
      aYouth({ guardians: [mor({ hasParentalResponsibility: false }), far({ hasParentalResponsibility: false })] }),
      'youth | guardian-1:none.no-responsibility guardian-2:none.no-responsibility guardians:work.nobody-responsible',
    ],
    [
      'four guardians, two with it',
      aYouth({
        guardians: [
          mor(),
          far({ address: away }),
          verje({ hasParentalResponsibility: false }),
          verje({ name: { first: 'Ola', last: 'Test' }, hasParentalResponsibility: false, address: third }),
        ],
      }),
      'youth guardian-1 guardian-2 | guardian-3:none.no-responsibility guardian-4:none.no-responsibility',
    ],
    [
      'without it and protected: no copy, no list',
      aYouth({ guardians: [mor(), far({ hasParentalResponsibility: false, addressProtection: 'confidential' })] }),
      'youth guardian-1 | guardian-2:none.no-responsibility',
    ],
    [
      'without it and dead',
      aYouth({ guardians: [mor(), far({ hasParentalResponsibility: false, deceased: true })] }),
      'youth guardian-1 | guardian-2:none.no-responsibility',
    ],
    [
      'without it and no address',
      aYouth({ guardians: [mor(), far({ hasParentalResponsibility: false, address: { lines: [] } })] }),
      'youth guardian-1 | guardian-2:none.no-responsibility',
    ],
  ]),
  ...cases('An unknown guardian, and unknown responsibility, are found out by a person (issue 5)', [
    ['17 and no guardian known', aYouth({ guardians: [] }), 'youth | guardians:work.guardian-unknown'],
    ['17 and the list has no guardians', aYouth(), 'youth | guardians:work.guardian-unknown'],
    [
      '16, without guardians and without address',
      aYouth({ born: day('2010-01-01'), address: { lines: [] } }),
      '| youth:work.address(no-street,no-postcode) guardians:work.guardian-unknown',
    ],
    ['responsibility not said', aYouth({ guardians: [mor(unsaid)] }), 'youth | guardian-1:work.responsibility-unknown'],
    [
      'neither’s is said',
      aYouth({ guardians: [mor(unsaid), far(unsaid)] }),
      'youth | guardian-1:work.responsibility-unknown guardian-2:work.responsibility-unknown',
    ],
    [
      'one has it, the other’s is not said',
      aYouth({ guardians: [mor(), far({ ...unsaid, address: away })] }),
      'youth guardian-1 | guardian-2:work.responsibility-unknown',
    ],
    [
      'one has it not, the other’s is not said',
      aYouth({ guardians: [mor({ hasParentalResponsibility: false }), far(unsaid)] }),
      'youth | guardian-1:none.no-responsibility guardian-2:work.responsibility-unknown',
    ],
    [
      'not said, and protected: by hand',
      aYouth({ guardians: [mor({ ...unsaid, addressProtection: 'client' })] }),
      'youth | guardian-1:manual.protected',
    ],
    [
      'not said, and dead: by hand',
      aYouth({ guardians: [mor({ ...unsaid, deceased: true })] }),
      'youth | guardian-1:manual.deceased',
    ],
    [
      'a verje whose responsibility is not said',
      aYouth({ guardians: [verje(unsaid)] }),
      'youth | guardian-1:work.responsibility-unknown',
    ],
  ]),
  ...cases(
    'The same person in two columns of a list gets one copy (domain notes §4.1, the Bergen case: one wrong letter is one too many)',
    [
      ['mother named twice at one address', aYouth({ guardians: [mor(), mor()] }), 'youth guardian-1'],
      [
        'named twice, in capitals once',
        aYouth({ guardians: [mor(), mor({ name: { first: 'MONA', last: 'TESTDAL' } })] }),
        'youth guardian-1',
      ],
      [
        'named twice, a father too',
        aYouth({ guardians: [mor(), mor(), far({ address: away })] }),
        'youth guardian-1 guardian-3',
      ],
      [
        'named twice, confidential once',
        aYouth({ guardians: [mor(), mor({ isConfidential: true })] }),
        'youth | guardian-1:none.confidential',
      ],
      [
        'named twice, hidden from once',
        aYouth({ address: away, guardians: [mor(), mor({ addressIsHidden: true })] }),
        'youth | guardian-1:none.address-hidden',
      ],
      [
        'named twice, protected once',
        aYouth({ guardians: [mor({ addressProtection: 'none' }), mor({ addressProtection: 'confidential' })] }),
        'youth | guardian-1:manual.protected',
      ],
      [
        'named twice, dead once',
        aYouth({ guardians: [mor(), mor({ deceased: true })] }),
        'youth | guardian-1:manual.deceased',
      ],
    ],
  ),
  ...cases('A guardian’s own address is checked as the youth’s is (issue 5, address check)', [
    [
      'no address',
      aYouth({ guardians: [mor({ address: undefined as never })] }),
      'youth | guardian-1:work.address(no-address)',
    ],
    [
      'no street',
      aYouth({ guardians: [mor({ address: { ...home, lines: [] } })] }),
      'youth | guardian-1:work.address(no-street)',
    ],
    [
      'no postcode',
      aYouth({ guardians: [mor({ address: { lines: ['Storgata 1'], place: 'Ålesund' } })] }),
      'youth | guardian-1:work.address(no-postcode)',
    ],
    [
      '9999',
      aYouth({ guardians: [mor({ address: { ...home, postcode: '9999' } })] }),
      'youth | guardian-1:work.address(unknown-postcode)',
    ],
    [
      'another place than the postcode’s',
      aYouth({ guardians: [mor({ address: { ...home, place: 'Volda' } })] }),
      'youth | guardian-1:work.address(place-differs)',
    ],
    [
      'one good, one without',
      aYouth({ guardians: [mor(), far({ address: undefined as never })] }),
      'youth guardian-1 | guardian-2:work.address(no-address)',
    ],
    [
      'the youth’s is at fault, the guardian’s is good',
      aYouth({ address: { ...home, postcode: '' }, guardians: [mor()] }),
      'guardian-1 | youth:work.address(no-postcode)',
    ],
    [
      'both at fault at one address',
      aYouth({ guardians: [mor({ address: { ...home, lines: [] } }), far({ address: { ...home, lines: [] } })] }),
      'youth | guardian-1:work.address(no-street) guardian-2:work.address(no-street)',
    ],
    ['abroad', aYouth({ guardians: [mor({ address: sweden })] }), 'youth | guardian-1:manual.abroad'],
  ]),
];
