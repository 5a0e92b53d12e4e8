import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { Contact } from '#domain/coding/situation.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { mergeableOf, mergeFiles, partFiles } from '#domain/youth/merge.ts';

const aCase = (given: Partial<CaseFile> = {}): CaseFile => ({
  ...newCase({
    ...{ caseId: 'case', runId: 'run', transfer: null, track: 'oson', unitId: null, caseworkerId: null, deadlines: {} },
  }),
  ...given,
});
const coded = (status: string, on: string, given: Partial<CaseFile> = {}): CaseFile =>
  aCase({ status: status as CaseFile['status'], statusOn: day(on), ...given });
const contact = (on: string, answeredBy: Contact['answeredBy'] = 'youth'): Contact => ({
  ...{ on: day(on), channel: 'phone', direction: 'out', answeredBy, says: null },
});
const reached = (on: string) => ({ contacts: [contact(on)], firstContactOn: day(on) });

describe('which status stands when two cases of one youth become one', () => {
  it.each<readonly [string, CaseFile, CaseFile, string, string | null]>([
    ['neither has one', aCase(), aCase(), 'neither', null],
    ['only the kept one has one', coded('OTUK', '2026-09-01'), aCase(), 'kept only-one', 'OTUK'],
    ['only the other has one', aCase(), coded('OTUK', '2026-09-01'), 'away only-one', 'OTUK'],
    [
      'the other one’s is newer, and rests on contact',
      coded('OTUK', '2026-09-01'),
      coded('OTOV', '2026-10-01', reached('2026-09-30')),
      'away newest',
      'OTOV',
    ],
    ['both are of the same day', coded('Feil', '2026-09-01'), coded('OTUK', '2026-09-01'), 'kept same-day', 'Feil'],
    [
      'OTUK is the newest, but somebody has answered this school year',
      coded('OTUK', '2026-10-10'),
      coded('OTOV', '2026-09-20', reached('2026-09-19')),
      'away contact-was-made',
      'OTOV',
    ],
    [
      'OTUK is the newest, and the contact was last school year',
      coded('OTUK', '2026-10-10'),
      coded('OTOV', '2026-05-20', reached('2026-05-19')),
      'kept newest',
      'OTUK',
    ],
    [
      'the newest was meant as own contact, and nobody has answered yet',
      coded('OTUK', '2026-09-10', { contacts: [contact('2026-09-12', 'none')] }),
      coded('OTOV', '2026-09-20'),
      'kept no-contact-yet',
      'OTUK',
    ],
    [
      'the newest says that the youth has moved: a register’s fact, that needs no contact',
      coded('OTUK', '2026-09-10'),
      coded('OTFA_IM', '2026-09-20', { reasons: ['moved-county'] }),
      'away newest',
      'OTFA_IM',
    ],
  ])('%s', (_, kept, away, wanted, code) => {
    const { status, now } = mergeFiles(kept, away);

    expect(status.stands === 'neither' ? 'neither' : `${status.stands} ${status.why}`).toBe(wanted);
    expect(now.status).toBe(code);
  });
});

describe('two histories as one', () => {
  const kept = aCase({
    transfer: 'OSON',
    contacts: [contact('2026-10-02')],
    firstContactOn: day('2026-10-02'),
    unitId: 'north',
  });
  const away = aCase({
    ...{ transfer: 'OESL', caseworkerId: 'adviser', choice: 'own-contact', contacts: [contact('2026-09-03', 'none')] },
    leaving: { leftOn: day('2026-09-01'), noticeOn: null, meetingHeldOn: null, planMadeOn: null },
  });

  it('has the contacts of both by their days, and the first day anybody answered', () => {
    const { now } = mergeFiles(kept, away);
    expect(now.contacts.map(({ on }) => on)).toEqual(['2026-09-03', '2026-10-02']);
    expect(now.firstContactOn).toBe('2026-10-02');
  });

  it('has what only one of the two knows, and the kept one’s word where both know', () => {
    expect(mergeFiles(kept, away).now).toMatchObject({
      ...{ transfer: 'OSON', unitId: 'north', caseworkerId: 'adviser', choice: 'own-contact' },
      leaving: { leftOn: '2026-09-01' },
    });
  });

  it('undone at once is as it was', () => {
    const { now } = mergeFiles(kept, away);
    expect(partFiles({ ...kept, ...now }, mergeableOf(kept), now)).toEqual(mergeableOf(kept));
  });

  it('undone later keeps what was done since', () => {
    const { now } = mergeFiles(kept, away);
    const since = contact('2026-11-01');
    const later = {
      ...kept,
      ...now,
      status: 'OTOV',
      statusOn: day('2026-11-01'),
      contacts: [...now.contacts, since],
    } as CaseFile;

    const parted = partFiles(later, mergeableOf(kept), now);

    expect(parted).toMatchObject({
      status: 'OTOV',
      statusOn: '2026-11-01',
      caseworkerId: null,
      choice: null,
      leaving: null,
    });
    expect(parted.contacts).toEqual([...kept.contacts, since]);
  });
});
