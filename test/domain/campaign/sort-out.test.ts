import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { householdLines } from '#domain/campaign/household-lines.ts';
import { type Aim, type Candidate, sortOut, standsNow } from '#domain/campaign/sort-out.ts';

const on = day('2026-10-05');
const household = householdLines({ placeOf: () => 'Bergen', hasReturned: () => false });
const address = { lines: ['Prøveveien 1'], postcode: '5003', place: 'Bergen' };
const mother = { name: { first: 'Mona', last: 'Prøve' }, hasParentalResponsibility: true, address };

/** Grown up and still OTUK, with a mobile, unless the test says otherwise. */
const candidate = (given: Partial<Candidate> = {}, record: Partial<Candidate['record']> = {}): Candidate => ({
  born: day('2008-06-01'),
  record: { name: { first: 'Kari', last: 'Prøve' }, born: given.born ?? day('2008-06-01'), address, ...record },
  mobile: '+4740000001',
  status: 'OTUK',
  choice: 'standard-letter',
  isOnList: true,
  isReserved: false,
  hasReplied: false,
  ...given,
});
const sms: Aim = { channel: 'sms', purpose: 'sms-round' };
const letter: Aim = { channel: 'letter', purpose: 'standard-letter' };
const said = (one: Candidate, aim: Aim) =>
  sortOut(one, aim, on, household).lines.map(
    (line) => `${line.addressee} ${'reason' in line ? line.reason : line.stands}`,
  );

describe('who gets a sending', () => {
  it.each<readonly [string, Partial<Candidate>, Partial<Candidate['record']>, string, string]>([
    ['is OTUK', {}, {}, 'youth planned', 'youth planned'],
    ['has no code yet', { status: null }, {}, 'youth not-otuk', 'youth planned'],
    ['has another code by the hour of sending', { status: 'OTAR' }, {}, 'youth not-otuk', 'youth coded-already'],
    ['has answered', { hasReplied: true }, {}, 'youth replied', 'youth replied'],
    ['does not want to be written to', { isReserved: true }, {}, 'youth reserved', 'youth reserved'],
    ['has no mobile', { mobile: null }, {}, 'youth no-mobile', 'youth planned'],
    ['has no address', {}, { address: { lines: [] } }, 'youth planned', 'youth address-fault'],
    ['is contacted by the adviser', { choice: 'own-contact' }, {}, 'youth planned', 'youth own-contact'],
    ['is chosen for nothing', { choice: null }, {}, 'youth planned', 'youth no-choice'],
    ['is off the newest list', { isOnList: false }, {}, 'youth planned', 'youth off-list'],
    ['lives abroad', {}, { emigrated: true }, 'youth planned', 'youth manual'],
    ['is protected', {}, { addressProtection: 'confidential' }, 'youth manual', 'youth manual'],
    [
      'is protected and coded',
      { status: 'OTAR' },
      { addressProtection: 'client' },
      'youth not-otuk',
      'youth coded-already',
    ],
    ['is dead', {}, { deceased: true }, 'youth deceased', 'youth deceased'],
    ['is too old', { born: day('1999-01-01') }, {}, 'youth outside-target-group', 'youth outside-target-group'],
  ])('somebody who %s', (_, given, record, bySms, byLetter) => {
    expect([said(candidate(given, record), sms), said(candidate(given, record), letter)]).toEqual([
      [bySms],
      [byLetter],
    ]);
  });

  it('a guardian has a copy, until the youth is eighteen on the day it goes', () => {
    const young = candidate({ born: day('2008-10-06') }, { guardians: [mother] });
    const grown = candidate({ born: day('2008-10-05') }, { guardians: [mother] });

    expect(said(young, letter)).toEqual(['youth planned', 'guardian-1 planned']);
    expect(said(grown, letter)).toEqual(['youth planned']);
    expect(standsNow('guardian-1', sortOut(grown, letter, on, household))).toMatchObject({ reason: 'turned-18' });
    const coded = sortOut({ ...young, status: 'OTAR' }, letter, on, household);
    expect(standsNow('guardian-1', coded)).toMatchObject({ reason: 'coded-already' });
  });
});
