import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { ageFacts, type Contact, type FirstContactStatus } from '#domain/coding/situation.ts';
import { meaningOf, placeInWindow, windowIn } from '#domain/cross-check/list-kind.ts';
import { type ListWord, type Proposal, proposalFor } from '#domain/cross-check/proposal.ts';
import { rowPrints } from '#domain/cross-check/row-prints.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';

const today = day('2026-09-22');
const age = ageFacts(day('2008-05-17'), today);
const fresh = newCase({
  ...{ caseId: 'case-1', runId: 'run-1', transfer: 'OSON', track: 'oson' },
  ...{ unitId: 'unit-1', caseworkerId: null, deadlines: {} },
});
const answered = (on: string): Contact => ({
  ...{ on: day(on), channel: 'phone', direction: 'in', answeredBy: 'youth', says: null },
});
const reachedOn = (on: string, atFirstContact: FirstContactStatus = 'none'): Partial<CaseFile> => ({
  ...{ firstContactOn: day(on), atFirstContact, contacts: [answered(on)] },
});
const letter: Contact = { on: day('2026-09-10'), channel: 'letter', direction: 'out', answeredBy: 'none', says: null };

const word = (
  kind: keyof typeof meaningOf,
  startedOn: string | null = null,
  more: Partial<ListWord> = {},
): ListWord => ({
  activity: meaningOf[kind].activity,
  place: 'inside',
  startedOn: startedOn === null ? null : day(startedOn),
  endedOn: null,
  ...more,
});
const propose = (said: ListWord, file: Partial<CaseFile> = {}) =>
  proposalFor(said, { ...fresh, ...file }, { on: today, age });
const shortly = (proposal: Proposal) => (proposal.outcome === 'nothing' ? proposal.why : proposal.code);

describe('the code a match speaks for', () => {
  it.each<readonly [string, ListWord, Partial<CaseFile>, string]>([
    ['a private school, nobody reached', word('private-school', '2026-08-17'), {}, 'OTVF_IM'],
    ['a school, nobody reached', word('started', '2026-09-04'), {}, 'OTEV_IM'],
    ['an apprentice, nobody reached', word('apprentices', '2023-08-15'), {}, 'OTLL_IM'],
    ['an exchange year is schooling abroad, not OTFU', word('exchange', '2026-08-01'), {}, 'OTEV_IM'],
    ['a letter nobody answered is no contact', word('started', '2026-09-15'), { contacts: [letter] }, 'OTEV_IM'],
    ['coded OTUK after the letter', word('started', '2026-09-04'), { status: 'OTUK', contacts: [letter] }, 'OTEV_IM'],
    ['started before first contact', word('started', '2026-09-04'), reachedOn('2026-09-10'), 'OTEV_IM'],
    [
      'started the day of first contact',
      word('started', '2026-09-10'),
      reachedOn('2026-09-10', 'in-school'),
      'OTEV_IM',
    ],
    ['started after first contact', word('started', '2026-09-15'), reachedOn('2026-09-10'), 'OTEV'],
    ['private school after first contact', word('private-school', '2026-09-15'), reachedOn('2026-09-10'), 'OTVF'],
    ['apprentice after first contact', word('apprentices', '2026-09-15'), reachedOn('2026-09-10'), 'OTLL'],
    [
      'followed up, then started',
      word('started', '2026-09-15'),
      { ...reachedOn('2026-09-01'), status: 'OTOV' },
      'OTEV',
    ],
    [
      'no day, but known to be in school when reached',
      word('exchange'),
      reachedOn('2026-09-10', 'in-school'),
      'OTEV_IM',
    ],
    ['no day, but known to be nowhere when reached', word('exchange'), reachedOn('2026-09-10'), 'OTEV'],
    [
      'no day, and nothing known of first contact',
      word('exchange'),
      reachedOn('2026-09-10', 'unknown'),
      'first-contact-unknown',
    ],
    ['before the window', word('started', '2026-08-20', { place: 'before' }), {}, 'outside-window'],
    ['after the window', word('started', '2026-09-21', { place: 'after' }), {}, 'outside-window'],
    ['a day nobody can read', word('started', null, { place: 'no-day' }), {}, 'no-start-day'],
    ['has ended', word('apprentices', '2023-08-15', { endedOn: day('2026-06-30') }), {}, 'has-ended'],
    ['has not begun', word('exchange', '2027-01-10'), {}, 'not-begun'],
    ['a list that says nothing of an activity', word('exchange', null, { activity: null }), {}, 'no-meaning'],
    [
      'coded so by somebody who knew',
      word('started', '2026-09-04'),
      { ...reachedOn('2026-09-10'), status: 'OTEV' },
      'coded-so-already',
    ],
  ])('%s', (_what, said, file, expected) => {
    expect(shortly(propose(said, file))).toBe(expected);
  });

  it('on a list alone rests on the rule that warns of it, with its source', () => {
    const proposal = propose(word('private-school', '2026-08-17'));

    expect(proposal).toMatchObject({ outcome: 'proposed', to: 'OTVF', viaOt: 'no', ground: 'before-contact' });
    const rules = proposal.outcome === 'proposed' ? proposal.rules : [];
    expect(rules.find(({ id }) => id === 'outside-without-contact')).toMatchObject({
      verdict: 'warned',
      why: 'known-from-a-list',
      source: expect.stringContaining('flytskjema'),
    });
  });

  it('is OTEV for a private school while OTVF was merged into it', () => {
    const when = { on: day('2015-10-01'), age: ageFacts(day('1998-05-17'), day('2015-10-01')) };
    const said = { ...word('private-school'), startedOn: day('2015-08-17') };

    expect(shortly(proposalFor(said, fresh, when))).toMatch(/^OTEV/);
  });

  it('the rules refuse is shown with the rule and never forced', () => {
    // The entry that made it first contact was withdrawn, so nothing on record proves contact any more.
    const file: Partial<CaseFile> = { status: 'OTUK', firstContactOn: day('2026-09-01'), contacts: [] };

    const proposal = propose(word('started', '2026-09-15'), file);

    expect(proposal).toMatchObject({
      outcome: 'refused',
      code: 'OTEV',
      refusals: [
        { code: expect.stringContaining('coding.contact-before-leaving-unknown'), source: expect.any(String) },
      ],
    });
  });
});

describe('the window of a list', () => {
  const cohorts = [
    {
      id: 'started-in-september',
      title: { nb: '', nn: '', en: '' },
      from: day('2026-09-01'),
      to: day('2026-09-19'),
      wanted: { from: day('2026-09-01'), to: day('2026-09-19') },
    },
  ];
  const window = windowIn(cohorts, 'started-in-september');

  it.each([
    ['2026-09-01', 'inside'],
    ['2026-09-19', 'inside'],
    ['2026-08-31', 'before'],
    ['2026-09-20', 'after'],
  ])('%s is %s', (startedOn, place) => {
    expect(placeInWindow(day(startedOn), window, true)).toBe(place);
  });

  it('takes a list without a column for the day at its word, and a row without a day apart', () => {
    expect(placeInWindow(null, window, false)).toBe('inside');
    expect(placeInWindow(null, window, true)).toBe('no-day');
    expect(placeInWindow(day('2020-01-01'), undefined, true)).toBe('no-window');
    expect(windowIn(cohorts, 'apprentices')).toBeUndefined();
  });
});

describe('what a row is remembered by', () => {
  const born = day('2008-05-17');

  it('is the same however the name is written', () => {
    const one = rowPrints({ row: 2, firstName: 'Åse Marie', lastName: 'Sæther', birthDate: born });

    expect(rowPrints({ row: 9, fullName: 'SAETHER, AASE-MARIE', birthDate: born })).toEqual(one);
    expect(one).toHaveLength(1);
  });

  it('is the number too where there is one, and nothing where a row tells too little', () => {
    expect(rowPrints({ row: 2, nationalId: '088717 48471' })).toEqual(['number 08871748471']);
    expect(rowPrints({ row: 2, firstName: 'Kari', lastName: 'Haugland' })).toEqual([]);
  });
});
