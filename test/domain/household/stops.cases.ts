import type { AddressProtection, Guardian } from '#domain/person/youth-record.ts';
import {
  adult,
  away,
  aYouth,
  type Case,
  cases,
  far,
  home,
  mor,
  type Row,
  sweden,
  third,
  unsaid,
  verje,
} from './case.ts';

const protections: readonly AddressProtection[] = ['confidential', 'strictly-confidential', 'client'];

/** Whoever the guardians are: of a youth who is stopped nothing goes by itself to any of them. */
const anyGuardians: readonly (readonly [string, readonly Guardian[]])[] = [
  ['no guardian', []],
  ['both at home', [mor(), far()]],
  ['apart', [mor(), far({ address: away })]],
  ['a guardian protected too', [mor({ addressProtection: 'confidential' })]],
  ['a guardian hidden from', [mor(), far({ address: away, addressIsHidden: true })]],
  ['a verje', [verje({ address: third })]],
  ['responsibility unknown', [mor(unsaid)]],
];
const whatever = (situation: string, youth: Parameters<typeof aYouth>[0], wanted: string): readonly Row[] =>
  anyGuardians.map(([who, guardians]) => [`${situation}, ${who}`, aYouth({ ...youth, guardians }), wanted]);

/** Whoever must not be written to by itself, or not at all. */
export const stopCases: readonly Case[] = [
  ...cases(
    'A protected youth: nothing automatic, not even to the guardians (domain notes §4.1, parent copies without a manual decision)',
    protections.flatMap((addressProtection) =>
      whatever(addressProtection, { addressProtection }, '| youth:manual.protected'),
    ),
  ),
  ...cases('A protected youth, besides', [
    ['18 and protected', aYouth({ born: adult, addressProtection: 'confidential' }), '| youth:manual.protected'],
    [
      'protected and dead: the protection counts',
      aYouth({ addressProtection: 'client', deceased: true }),
      '| youth:manual.protected',
    ],
    [
      'protected and abroad',
      aYouth({ addressProtection: 'confidential', address: sweden }),
      '| youth:manual.protected',
    ],
    [
      'protected, without address',
      aYouth({ addressProtection: 'confidential', address: undefined as never }),
      '| youth:manual.protected',
    ],
    [
      'protected, by hand only',
      aYouth({ addressProtection: 'confidential', manualOnly: true }),
      '| youth:manual.protected',
    ],
    ['graded none is not protected', aYouth({ born: adult, addressProtection: 'none' }), 'youth'],
    ['grade not said is not protected', aYouth({ born: adult, addressProtection: undefined as never }), 'youth'],
  ]),
  ...cases('A guardian with a protected address: by hand (issue 5; domain notes §4.1)', [
    ...protections.map(
      (addressProtection): Row => [
        `mother ${addressProtection}`,
        aYouth({ guardians: [mor({ addressProtection })] }),
        'youth | guardian-1:manual.protected',
      ],
    ),
    [
      'one protected elsewhere, the other at home',
      aYouth({ guardians: [mor(), far({ address: away, addressProtection: 'confidential' })] }),
      'youth guardian-1 | guardian-2:manual.protected',
    ],
    [
      'both protected',
      aYouth({ guardians: [mor({ addressProtection: 'client' }), far({ addressProtection: 'client' })] }),
      'youth | guardian-1:manual.protected guardian-2:manual.protected',
    ],
    [
      'protected at the other’s address: not named on the other’s copy',
      aYouth({ guardians: [mor(), far({ addressProtection: 'confidential' })] }),
      'youth guardian-1 | guardian-2:manual.protected',
    ],
    [
      'protected and without an address',
      aYouth({ guardians: [mor({ addressProtection: 'strictly-confidential', address: undefined as never })] }),
      'youth | guardian-1:manual.protected',
    ],
    [
      'protected and dead: the protection counts',
      aYouth({ guardians: [mor({ addressProtection: 'confidential', deceased: true })] }),
      'youth | guardian-1:manual.protected',
    ],
    [
      'protected and abroad',
      aYouth({ guardians: [mor({ addressProtection: 'confidential', address: sweden })] }),
      'youth | guardian-1:manual.protected',
    ],
  ]),
  ...cases('None to a guardian from whom the address is hidden (issue 5; domain notes §4.2)', [
    [
      'hidden from the father elsewhere',
      aYouth({ guardians: [mor(), far({ address: away, addressIsHidden: true })] }),
      'youth guardian-1 | guardian-2:none.address-hidden',
    ],
    [
      'hidden from the only guardian',
      aYouth({ guardians: [far({ address: away, addressIsHidden: true })] }),
      'youth | guardian-1:none.address-hidden',
    ],
    [
      'hidden from both',
      aYouth({
        address: third,
        guardians: [mor({ addressIsHidden: true }), far({ address: away, addressIsHidden: true })],
      }),
      'youth | guardian-1:none.address-hidden guardian-2:none.address-hidden',
    ],
    [
      'hidden and no responsibility',
      aYouth({ guardians: [mor(), far({ address: away, addressIsHidden: true, hasParentalResponsibility: false })] }),
      'youth guardian-1 | guardian-2:none.address-hidden',
    ],
    [
      'hidden and responsibility unknown',
      aYouth({ guardians: [mor(), far({ ...unsaid, address: away, addressIsHidden: true })] }),
      'youth guardian-1 | guardian-2:none.address-hidden',
    ],
    [
      'hidden and protected: no copy, no list',
      aYouth({ guardians: [mor(), far({ address: away, addressIsHidden: true, addressProtection: 'confidential' })] }),
      'youth guardian-1 | guardian-2:none.address-hidden',
    ],
    [
      'hidden, address unknown',
      aYouth({ guardians: [mor(), far({ address: undefined as never, addressIsHidden: true })] }),
      'youth guardian-1 | guardian-2:none.address-hidden',
    ],
    [
      'hidden from one who lives where the youth lives: the list contradicts itself',
      aYouth({ guardians: [far({ addressIsHidden: true })] }),
      '| youth:manual.shares-address guardian-1:none.address-hidden',
    ],
    [
      'hidden from one who shares the mother’s box: hers by hand',
      aYouth({ address: third, guardians: [mor({ address: away }), far({ address: away, addressIsHidden: true })] }),
      'youth | guardian-1:manual.shares-address guardian-2:none.address-hidden',
    ],
    [
      'hidden from one, the mother’s written otherwise but the same box',
      aYouth({
        address: third,
        guardians: [
          mor({ address: { ...away, lines: ['FJORDVEIEN 22B'] } }),
          far({ address: away, addressIsHidden: true }),
        ],
      }),
      'youth | guardian-1:manual.shares-address guardian-2:none.address-hidden',
    ],
    [
      'hidden from one, 18: the youth alone',
      aYouth({ born: adult, guardians: [mor(), far({ address: away, addressIsHidden: true })] }),
      'youth',
    ],
    [
      'hidden from one at the youth’s address, 18: by hand',
      aYouth({ born: adult, guardians: [far({ addressIsHidden: true })] }),
      '| youth:manual.shares-address',
    ],
    [
      'hidden from one at the youth’s address, the youth’s written with c/o: by hand',
      aYouth({ address: { ...home, lines: ['c/o Prøve', 'Storgata 1'] }, guardians: [far({ addressIsHidden: true })] }),
      '| youth:manual.shares-address guardian-1:none.address-hidden',
    ],
    [
      'hidden from one at the youth’s address, a flat on one side only: by hand',
      aYouth({
        address: { ...home, lines: ['Storgata 1 H0201'] },
        guardians: [far({ addressIsHidden: true })],
      }),
      '| youth:manual.shares-address guardian-1:none.address-hidden',
    ],
    [
      'hidden from one in another flat of the same house',
      aYouth({
        address: { ...home, lines: ['Storgata 1 H0201'] },
        guardians: [far({ addressIsHidden: true, address: { ...home, lines: ['H0101', 'Storgata 1'] } })],
      }),
      'youth | guardian-1:none.address-hidden',
    ],
    [
      'hidden from one at the youth’s address, the postcode left out: by hand',
      aYouth({
        guardians: [far({ addressIsHidden: true, address: { lines: ['Storgata 1'] } })],
      }),
      '| youth:manual.shares-address guardian-1:none.address-hidden',
    ],
    [
      'hidden from one in the same street of another place',
      aYouth({
        guardians: [far({ addressIsHidden: true, address: { ...away, lines: ['Storgata 1'] } })],
      }),
      'youth | guardian-1:none.address-hidden',
    ],
    [
      'hidden from one in the house beside, both with c/o of one name',
      aYouth({
        address: { ...home, lines: ['c/o Prøve', 'Storgata 1'] },
        guardians: [far({ addressIsHidden: true, address: { ...home, lines: ['c/o Prøve', 'Storgata 3'] } })],
      }),
      'youth | guardian-1:none.address-hidden',
    ],
    [
      'hidden from one who shares the mother’s box, hers written with c/o: hers by hand',
      aYouth({
        address: third,
        guardians: [
          mor({ address: { ...away, lines: ['C/O Prøve', 'Fjordvegen 22 B'] } }),
          far({ address: away, addressIsHidden: true }),
        ],
      }),
      'youth | guardian-1:manual.shares-address guardian-2:none.address-hidden',
    ],
    ['not hidden: said no', aYouth({ guardians: [mor({ addressIsHidden: false })] }), 'youth guardian-1'],
  ]),
  ...cases('None where confidentiality is set (Prop. 57 L; issue 5)', [
    [
      'the only guardian',
      aYouth({ guardians: [mor({ isConfidential: true })] }),
      'youth | guardian-1:none.confidential',
    ],
    [
      'one of two, apart',
      aYouth({ guardians: [mor(), far({ address: away, isConfidential: true })] }),
      'youth guardian-1 | guardian-2:none.confidential',
    ],
    [
      'one of two at one address: the other’s by hand',
      aYouth({ guardians: [mor(), far({ isConfidential: true })] }),
      'youth | guardian-1:manual.shares-address guardian-2:none.confidential',
    ],
    [
      'both',
      aYouth({ guardians: [mor({ isConfidential: true }), far({ isConfidential: true })] }),
      'youth | guardian-1:none.confidential guardian-2:none.confidential',
    ],
    [
      'and responsibility unknown',
      aYouth({ guardians: [mor({ ...unsaid, isConfidential: true })] }),
      'youth | guardian-1:none.confidential',
    ],
    [
      'and dead',
      aYouth({ guardians: [mor({ isConfidential: true, deceased: true })] }),
      'youth | guardian-1:none.confidential',
    ],
    [
      'and protected',
      aYouth({ guardians: [mor({ isConfidential: true, addressProtection: 'client' })] }),
      'youth | guardian-1:none.confidential',
    ],
    [
      'the youth’s own letter goes home all the same',
      aYouth({ guardians: [mor({ isConfidential: true })] }),
      'youth | guardian-1:none.confidential',
    ],
    ['18: nothing to ask', aYouth({ born: adult, guardians: [mor({ isConfidential: true })] }), 'youth'],
    [
      'three, one confidential at the second’s address',
      aYouth({ guardians: [mor(), verje({ address: away }), far({ address: away, isConfidential: true })] }),
      'youth guardian-1 | guardian-2:manual.shares-address guardian-3:none.confidential',
    ],
  ]),
  ...cases('A dead or emigrated guardian: by hand (issue 5; domain notes §4.1, not contactable)', [
    ['the only one is dead', aYouth({ guardians: [mor({ deceased: true })] }), 'youth | guardian-1:manual.deceased'],
    [
      'one dead, one at home',
      aYouth({ guardians: [mor({ deceased: true }), far()] }),
      'youth guardian-2 | guardian-1:manual.deceased',
    ],
    [
      'both dead',
      aYouth({ guardians: [mor({ deceased: true }), far({ deceased: true })] }),
      'youth | guardian-1:manual.deceased guardian-2:manual.deceased',
    ],
    [
      'one in Sweden',
      aYouth({ guardians: [mor(), far({ address: sweden })] }),
      'youth guardian-1 | guardian-2:manual.abroad',
    ],
    [
      'emigrated, old address left',
      aYouth({ guardians: [mor(), far({ emigrated: true })] }),
      'youth guardian-1 | guardian-2:manual.abroad',
    ],
    [
      'dead abroad',
      aYouth({ guardians: [mor({ deceased: true, address: sweden })] }),
      'youth | guardian-1:manual.deceased',
    ],
  ]),
  ...cases(
    'A dead youth: not a word to anybody by itself (domain notes §4.1, dead persons are not contactable)',
    whatever('dead', { deceased: true }, '| youth:manual.deceased'),
  ),
  ...cases(
    'Somebody has said stop: all of it by hand (issue 5, manual stop)',
    whatever('by hand only', { manualOnly: true }, '| youth:manual.stopped'),
  ),
  ...cases('A youth abroad is written to by hand; guardians in Norway as always (S1: OTFU; domain notes §4.1)', [
    ['in Sweden, 18', aYouth({ born: adult, address: sweden }), '| youth:manual.abroad'],
    [
      'in Sweden, guardians at home',
      aYouth({ address: sweden, guardians: [mor(), far()] }),
      'guardians-1-2 | youth:manual.abroad',
    ],
    ['emigrated, the old address left', aYouth({ born: adult, emigrated: true }), '| youth:manual.abroad'],
    [
      'emigrated, guardian unknown',
      aYouth({ emigrated: true }),
      '| youth:manual.abroad guardians:work.guardian-unknown',
    ],
    [
      'all of them in Sweden',
      aYouth({ address: sweden, guardians: [mor({ address: sweden })] }),
      '| youth:manual.abroad guardian-1:manual.abroad',
    ],
    ['not emigrated: said no', aYouth({ born: adult, emigrated: false }), 'youth'],
    ['reserved against digital messages: post goes', { ...aYouth({ born: adult }), ...{ reserved: true } }, 'youth'],
  ]),
  ...cases('The youth’s own address: name, street or box, postcode that exists and matches its place (issue 5)', [
    ['no address', aYouth({ born: adult, address: undefined as never }), '| youth:work.address(no-address)'],
    ['no street', aYouth({ born: adult, address: { ...home, lines: [] } }), '| youth:work.address(no-street)'],
    [
      'a street that is a dash',
      aYouth({ born: adult, address: { ...home, lines: ['-'] } }),
      '| youth:work.address(no-street)',
    ],
    ['a box is a street too', aYouth({ born: adult, address: third }), 'youth'],
    ['no postcode', aYouth({ born: adult, address: { lines: ['Storgata 1'] } }), '| youth:work.address(no-postcode)'],
    [
      'three digits',
      aYouth({ born: adult, address: { ...home, postcode: '150' } }),
      '| youth:work.address(postcode-form)',
    ],
    [
      'Oslo keeps its zero',
      aYouth({ born: adult, address: { lines: ['Storgata 1'], postcode: '0150', place: 'Oslo' } }),
      'youth',
    ],
    [
      '9999, the register’s unknown',
      aYouth({ born: adult, address: { ...home, postcode: '9999', place: 'UKJENT' } }),
      '| youth:work.address(unknown-postcode)',
    ],
    [
      'a postcode that is none',
      aYouth({ born: adult, address: { ...home, postcode: '6002' } }),
      '| youth:work.address(unknown-postcode)',
    ],
    [
      'no place',
      aYouth({ born: adult, address: { lines: ['Storgata 1'], postcode: '6001' } }),
      '| youth:work.address(no-place)',
    ],
    [
      'another place',
      aYouth({ born: adult, address: { ...home, place: 'Oslo' } }),
      '| youth:work.address(place-differs)',
    ],
    ['the place in capitals', aYouth({ born: adult, address: { ...home, place: 'ÅLESUND' } }), 'youth'],
    ['the old spelling with Aa', aYouth({ born: adult, address: { ...home, place: 'Aalesund' } }), 'youth'],
    ['no name', aYouth({ born: adult, name: { first: '', last: '-' } }), '| youth:work.address(no-name)'],
    ['one name only', aYouth({ born: adult, name: { first: '', last: 'Testdal' } }), 'youth'],
    ['Sámi letters', aYouth({ born: adult, name: { first: 'Áŋŋel', last: 'Čáhcesuolu' } }), 'youth'],
    [
      'a script the letters’ font lacks',
      aYouth({ born: adult, name: { first: '测试', last: 'Testdal' } }),
      '| youth:work.address(unprintable)',
    ],
    [
      'a line longer than the window',
      aYouth({ born: adult, address: { ...home, lines: ['Storgata 1, oppgang 3, ved kjøkkeninngangen bak'] } }),
      '| youth:work.address(too-long)',
    ],
    [
      'more lines than the window',
      aYouth({ born: adult, address: { ...home, lines: ['c/o Prøve', 'H0101', 'Oppgang 3', 'Garden', 'Storgata 1'] } }),
      '| youth:work.address(too-long)',
    ],
    [
      'two faults are both told',
      aYouth({ born: adult, address: { lines: [], postcode: '6001', place: 'Volda' } }),
      '| youth:work.address(no-street,place-differs)',
    ],
    [
      'a letter came back from there',
      aYouth({ born: adult, address: { ...home, lines: ['Returvegen 1'] } }),
      '| youth:work.address(returned)',
    ],
    [
      'a copy came back from the guardian’s',
      aYouth({ guardians: [mor({ address: { ...home, lines: ['Returvegen 1'] } })] }),
      'youth | guardian-1:work.address(returned)',
    ],
  ]),
];
