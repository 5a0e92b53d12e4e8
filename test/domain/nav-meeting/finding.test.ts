import { describe, expect, it } from 'vitest';
import type { AddressFaultCode } from '#domain/address/address-fault.ts';
import { day } from '#domain/calendar/day.ts';
import { type Hold, heldByAddress } from '#domain/household/hold.ts';
import { type NavFinding, proposalFrom } from '#domain/nav-meeting/finding.ts';
import { toCheck } from '#domain/nav-meeting/to-check.ts';
import { mendContact, mobileFrom } from '#domain/person/mended-contact.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';

const on = day('2026-09-30');
const age = { minor: true, target: 'covered' } as const;
const unknown: CaseFile = {
  ...newCase({
    caseId: 'case',
    runId: 'run',
    transfer: 'OSON',
    track: 'oson',
    unitId: 'north',
    caseworkerId: null,
    deadlines: {},
  }),
  status: 'OTUK',
  statusOn: day('2026-09-10'),
  contacts: [{ on: day('2026-09-10'), channel: 'letter', direction: 'out', answeredBy: 'none', says: null }],
};
const reached: CaseFile = {
  ...unknown,
  contacts: [{ on: day('2026-09-20'), channel: 'phone', direction: 'out', answeredBy: 'youth', says: 'other' }],
};

describe('what NAV knew is no contact: the rules say what may come of it', () => {
  it.each<readonly [NavFinding, readonly ('nav' | 'county' | 'municipality')[], string | undefined, string, string]>([
    ['nothing-known', [], undefined, '', ''],
    ['in-measure', ['nav'], 'OTAP', 'refused', 'allowed'],
    ['in-measure', ['nav', 'county'], 'OTKO', 'refused', 'allowed'],
    ['in-work', [], 'OTAR', 'refused', 'warned'],
    ['in-school', [], 'OTEV', 'refused', 'warned'],
    ['apprentice', [], 'OTLL', 'refused', 'warned'],
    // A register's facts need no contact.
    ['moved-county', [], 'OTFA_IM', 'allowed', 'allowed'],
    ['abroad', [], 'OTFU_IM', 'allowed', 'allowed'],
  ])('%s run by %j points to %s: %s before contact, %s after', (found, runBy, code, before, after) => {
    const first = proposalFrom(unknown, { found, runBy }, on, age);
    const then = proposalFrom(reached, { found, runBy }, on, age);

    expect(first?.code).toBe(code);
    expect([first?.decision.verdict ?? '', then?.decision.verdict ?? '']).toEqual([before, after]);
  });

  it('before contact it is the rule on contact that says no', () =>
    expect(proposalFrom(unknown, { found: 'in-work', runBy: [] }, on, age)?.decision.rules[0]).toMatchObject({
      ...{ id: 'contact-before-leaving-unknown', why: 'only-attempts' },
    }));
});

describe('what is to be checked of a youth with OTUK', () => {
  const faulty = (code: AddressFaultCode): Hold => heldByAddress('youth', [{ code }]);
  const abroad: Hold = { addressee: 'youth', list: 'manual', why: 'abroad' };

  it.each([
    [{ hasMobile: true, hold: undefined, lastContactOn: day('2026-09-10') }, ['status']],
    [{ hasMobile: false, hold: undefined, lastContactOn: day('2026-09-10') }, ['status', 'no-mobile']],
    [{ hasMobile: true, hold: faulty('no-address'), lastContactOn: day('2026-09-10') }, ['status', 'no-address']],
    [{ hasMobile: true, hold: faulty('returned'), lastContactOn: day('2026-09-10') }, ['status', 'bad-address']],
    [{ hasMobile: true, hold: abroad, lastContactOn: undefined }, ['status', 'bad-address', 'never-contacted']],
    [{ hasMobile: true, hold: undefined, lastContactOn: day('2026-04-02') }, ['status', 'old-contact']],
    [{ hasMobile: true, hold: undefined, lastContactOn: day('2026-04-03') }, ['status']],
  ] as const)('%j: %j', (given, wanted) => expect(toCheck(given, on)).toEqual(wanted));
});

describe('a number somebody says', () => {
  it.each([
    ['91 23 45 67', '+4791234567'],
    ['+47 412 34 567', '+4741234567'],
    ['004790000001', '+4790000001'],
    ['+46 70 123 45 67', '+46701234567'],
    ['22 12 34 56', undefined],
    ['9123456', undefined],
    ['+47 22123456', undefined],
    ['ring mor', undefined],
  ])('%s is %s', (text, wanted) => expect(mobileFrom(text)).toBe(wanted));
});

it('what the list said first is remembered, however often somebody mends', () => {
  const once = mendContact({ mobiles: ['+4790000001'] }, { mobile: '+4791111111' });
  const twice = mendContact(once.record, { mobile: '+4792222222' }, once.mended);

  expect(twice.record.mobiles).toEqual(['+4792222222', '+4791111111', '+4790000001']);
  expect(twice.mended).toEqual({ mobiles: { listSaid: ['+4790000001'] } });
});
