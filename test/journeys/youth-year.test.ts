import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { at, type County, noPhases, virtualCounty, youth } from '../support/virtual-county.ts';

const kari = youth('kari');
const minor = { minor: true, target: 'covered' } as const;
const ofAge = { minor: false, target: 'covered' } as const;
let county: County;

beforeEach(async () => {
  county = await virtualCounty({ start: at('2026-08-24', '09:00'), inputs: noPhases() });
});

// `as`: a youth's context is a case file, its value names its regions.
const file = (): CaseFile => county.world.book.context(kari) as CaseFile;
const region = (name: string) => (county.state(kari) as Readonly<Record<string, string>>)[name];

const on = async (date: string): Promise<void> => county.world.to(at(date, '10:00'));
const today = () => day(new Date(county.world.now()).toISOString().slice(0, 10));
const heard = (channel: Contact['channel'], more: Partial<Contact> = {}) =>
  county.says(kari, 'contact.registered', {
    on: today(),
    channel,
    direction: 'out',
    answeredBy: 'none',
    says: null,
    ...more,
  });
const coded = (to: string, more: object = {}) =>
  county.says(kari, 'status.set', { on: today(), age: minor, to, override: null, ...more });
const refusedFor = (answer: Awaited<ReturnType<typeof coded>>): readonly string[] =>
  answer?.accepted === false ? answer.refusals.map(({ code }) => code) : [];

describe('a youth who never answers', () => {
  it('is written to, sent an SMS and rung, and stays OTUK all the way', async () => {
    county.addYouth('kari', 'OSON');
    await on('2026-09-24');
    await heard('letter');
    await coded('OTUK');
    await on('2026-10-21');
    await heard('sms');
    await on('2026-11-05');
    await heard('phone');

    const asNo = await coded('OTNO');
    const asFollowed = await coded('OTOV');

    expect(refusedFor(asNo)).toContain('coding.declined-needs-explicit-no.silence');
    expect(refusedFor(asFollowed)).toEqual(['coding.contact-before-leaving-unknown.only-attempts']);
    expect(file()).toMatchObject({ transfer: 'OSON', status: 'OTUK', firstContactOn: null });
    expect(region('contact')).toBe('attempted');
    expect(file().contacts).toHaveLength(3);
  });

  it('has nobody choose for it, and that is late from the day after the last day', async () => {
    county.addYouth('kari', 'OSON', at('2026-08-26'));

    await on('2026-08-25');
    const before = region('choice');
    await on('2026-08-26');
    const after = region('choice');
    await county.says(kari, 'choice.made', { on: today(), choice: 'standard-letter' });

    expect([before, after, region('choice')]).toEqual(['waiting', 'overdue', 'made']);
  });
});

describe('a youth who answers', () => {
  it('to the letter is followed up, and is not OTUK again that year', async () => {
    county.addYouth('kari', 'OSNP');
    await on('2026-10-07');
    await heard('letter');
    await coded('OTUK');
    await on('2026-10-15');
    await heard('reply-form', { direction: 'in', answeredBy: 'youth', says: 'wants-follow-up' });
    await coded('OTOV');

    const back = await coded('OTUK');

    expect(refusedFor(back)).toContain('coding.unknown-after-contact.contact-this-year');
    expect(file()).toMatchObject({ transfer: 'OSNP', status: 'OTOV', firstContactOn: '2026-10-15' });
    expect([region('coding'), region('contact')]).toEqual(['followedUp', 'proved']);
  });

  it('with no to the service is coded so, and no to one offer is not that', async () => {
    county.addYouth('kari', 'OSON');
    await heard('phone', { answeredBy: 'youth', says: 'no-to-offer' });
    const onlyOffer = await coded('OTNO');
    await heard('phone', { answeredBy: 'youth', says: 'no-to-ot' });
    const service = await coded('OTNO');

    expect([onlyOffer?.accepted, service?.accepted]).toEqual([false, true]);
    expect(region('coding')).toBe('clarified');
  });

  it('is taken back to what stood before when the code was a mistake', async () => {
    county.addYouth('kari', 'OSON');
    await coded('OTUK');
    const { status, statusOn, viaOt, atFirstContact, firstContactOn, activity, reasons } = file();
    const restore = { status, statusOn, viaOt, atFirstContact, firstContactOn, activity, reasons };
    await heard('phone', { answeredBy: 'youth' });
    await coded('OTOV');

    await county.says(kari, 'status.takenBack', { on: today(), restore });

    expect(file().status).toBe('OTUK');
    expect(region('coding')).toBe('unknown');
  });
});

describe('a guardian who answers for the youth', () => {
  it('counts under 18 with illness as the reason', async () => {
    county.addYouth('kari', 'OSON');
    await heard('phone', { answeredBy: 'guardian', says: 'other', minor: true });
    const without = await coded('OTSY');
    const ill = await coded('OTSY', { reasons: ['ill'] });

    expect(refusedFor(without)).toContain('coding.contact-before-leaving-unknown.guardian-without-reason');
    expect(ill?.accepted).toBe(true);
  });

  it('does not count from 18', async () => {
    county.addYouth('kari', 'OSON');
    await heard('phone', { answeredBy: 'guardian', says: 'other', minor: false });

    const answer = await coded('OTSY', { reasons: ['ill'], age: ofAge });

    expect(refusedFor(answer)).toContain('coding.contact-before-leaving-unknown.guardian-of-age');
  });
});

describe('a pupil who turns out to be at a private school at the first contact', () => {
  it('is registered outside the target group, since it was not by way of the service', async () => {
    county.addYouth('kari', 'OSON');
    await on('2026-10-20');
    await heard('phone', { answeredBy: 'youth', says: 'in-school' });

    await coded('OTVF', {
      activity: { kind: 'private-school', runBy: [] },
      atFirstContact: 'in-private-school',
      viaOt: 'no',
    });

    expect(file()).toMatchObject({ transfer: 'OSON', viaOt: 'no', status: 'OTVF_IM' });
    expect(region('coding')).toBe('outside');
  });
});

describe('an early leaver', () => {
  it('comes in the middle of the year, and the school is asked until all is known', async () => {
    await on('2027-01-12');
    county.addYouth('kari', 'OESL');
    const asked = region('leaving');
    const leaving = { leftOn: day('2026-12-18'), noticeOn: day('2027-01-04'), meetingHeldOn: null, planMadeOn: null };

    await county.says(kari, 'leaving.noted', { on: today(), leaving });
    const still = region('leaving');
    await county.says(kari, 'leaving.noted', {
      on: today(),
      leaving: { ...leaving, meetingHeldOn: day('2027-01-15'), planMadeOn: day('2027-01-15'), reason: 'FV' },
    });

    expect([asked, still, region('leaving')]).toEqual(['incomplete', 'incomplete', 'complete']);
  });
});

describe('a youth who was sent by mistake', () => {
  it('goes back to VIGO, is off the list, and is open again when VIGO sends it again', async () => {
    county.addYouth('kari', 'OSUT');
    await coded('Feil', { reasons: ['registered-by-mistake'] });
    const queued = region('returned');
    await county.says(kari, 'return.sent', { on: today() });
    await county.says(kari, 'transfer.withdrawn', { on: today() });
    const gone = [region('returned'), region('list')];
    await on('2026-09-29');

    await county.says(kari, 'transfer.received', { on: today(), transfer: 'OSNP' });

    expect([queued, gone]).toEqual(['queued', ['sent', 'off']]);
    expect([region('returned'), region('list')]).toEqual(['none', 'on']);
    expect(file()).toMatchObject({ transfer: 'OSNP', status: 'Feil' });
  });
});
