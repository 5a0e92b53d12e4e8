import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { youthChart } from '#machines/youth/machine.ts';
import { aCase, coding, contact, takenBackTo, withdrawn } from './grounds.ts';
import { walk } from './walk.ts';

const on = day('2026-10-01');
const tell = (type: string, more: object = {}): Happening => ({
  type,
  at: Date.UTC(2026, 9, 1),
  doer: { by: 'somebody' },
  ...{ on },
  ...more,
});
const youthAfter = (given: Partial<CaseFile>, ...events: readonly Happening[]) => {
  const snapshot = walk(youthChart, aCase({ deadlines: {}, ...given }), ...events);
  // `as`: a youth's value names its seven regions.
  return { ...(snapshot.value as Readonly<Record<string, string>>), file: snapshot.context as CaseFile };
};

const mistake = coding('Feil', { reasons: ['registered-by-mistake'] });
const sentAgain = tell('transfer.received', { transfer: 'OSON' });

describe('a youth who goes back to VIGO', () => {
  it('waits to be sent when coded Feil, and no more when the code is taken back', () => {
    expect(youthAfter({}, mistake)).toMatchObject({ returned: 'queued', coding: 'outside' });
    expect(youthAfter({}, mistake, takenBackTo(null))).toMatchObject({ returned: 'none', coding: 'transferred' });
  });

  it('waits again when a later code is taken back to Feil', () =>
    expect(youthAfter({}, mistake, coding('OTUK'), takenBackTo('Feil'))).toMatchObject({ returned: 'queued' }));

  it('still waits when one return code is taken back to another', () => {
    const abroad = coding('OTFU_IM', { reasons: ['abroad'] });
    expect(youthAfter({}, mistake, abroad, takenBackTo('Feil'))).toMatchObject({ returned: 'queued' });
  });

  it('is open again when VIGO sends the youth again', () =>
    expect(youthAfter({}, mistake, tell('return.sent'), sentAgain)).toMatchObject({ returned: 'none', list: 'on' }));
});

describe('an early leaver', () => {
  const all = { leftOn: on, noticeOn: on, meetingHeldOn: on, planMadeOn: on, reason: 'FV' };

  it('is incomplete until the school has told everything', () => {
    expect(youthAfter({ transfer: 'OESL' })).toMatchObject({ leaving: 'incomplete' });
    expect(youthAfter({ transfer: 'OESL' }, tell('leaving.noted', { leaving: all }))).toMatchObject({
      leaving: 'complete',
    });
  });

  it('who is sent again is not asked for again', () =>
    expect(
      youthAfter(
        { transfer: 'OESL' },
        tell('leaving.noted', { leaving: all }),
        tell('transfer.received', { transfer: null }),
      ),
    ).toMatchObject({ leaving: 'complete', file: { leaving: all } }));

  it('who came with another code first has everything to be asked for', () =>
    expect(youthAfter({}, tell('transfer.received', { transfer: 'OESL' }))).toMatchObject({
      leaving: 'incomplete',
      file: { transfer: 'OESL', leaving: { leftOn: null, noticeOn: null, meetingHeldOn: null, planMadeOn: null } },
    }));
});

describe('contact', () => {
  it('is not a letter, an SMS or an e-mail that nobody answered', () => {
    const tried = (['letter', 'sms', 'email', 'phone'] as const).map((channel) => contact({ channel }));
    expect(youthAfter({}, ...tried)).toMatchObject({ contact: 'attempted', file: { firstContactOn: null } });
  });

  it('once proved stays proved, and the first day of it stays', () => {
    const later = contact({ answeredBy: 'youth', on: day('2026-11-01') });
    expect(youthAfter({}, contact({ answeredBy: 'youth' }), contact({ channel: 'letter' }), later)).toMatchObject({
      contact: 'proved',
      file: { firstContactOn: on, contacts: [{}, {}, {}] },
    });
  });
});

describe('a contact that is withdrawn', () => {
  const call = { answeredBy: 'youth', says: 'wants-follow-up' } as const;

  it('leaves the case as it was before it: an attempt is all there is, and the first contact is none', () => {
    const after = youthAfter({}, contact({ channel: 'letter' }), contact(call), withdrawn(call));

    expect(after).toMatchObject({ contact: 'attempted', file: { firstContactOn: null } });
    expect(after.file.contacts).toHaveLength(1);
  });

  it('of two alike takes away one, and what is left proves as much', () => {
    const after = youthAfter({}, contact(call), contact(call), withdrawn(call));

    expect(after).toMatchObject({ contact: 'proved', file: { firstContactOn: on } });
  });

  it('holds where a code has been set that may rest on it, and lets go when the code is taken back', () => {
    const coded = [contact({ channel: 'letter' }), coding('OTUK'), contact(call), coding('OTOV')];

    expect(() => youthAfter({}, ...coded, withdrawn(call))).toThrow('not taken');
    expect(youthAfter({}, ...coded, takenBackTo('OTUK'), withdrawn(call))).toMatchObject({ contact: 'attempted' });
  });

  it('that was only an attempt may go whatever the code is', () =>
    expect(youthAfter({}, contact(call), coding('OTOV'), contact({}), withdrawn({}))).toMatchObject({
      contact: 'proved',
    }));
});
