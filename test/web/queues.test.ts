import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, signedIn } from './support/client.ts';
import { type Fixture, fixture } from './support/fixture.ts';

let site: Fixture;
let reader: Client;
beforeAll(async () => {
  site = await fixture();
  reader = await signedIn(site, { language: 'en' });
});
beforeEach(() => {
  site.told.length = 0;
  site.reads.length = 0;
});
afterAll(() => site.web.close());

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a list that leaves the house', () => {
  it('is a file with the columns its receiver needs, and every youth in it is in the read log', async () => {
    const file = await reader.post('/returns/export', { receiver: '' });

    expect(file.headers['content-type']).toBe(workbook);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
    expect(JSON.parse(file.body)).toEqual({
      sheet: 'Back to VIGO',
      headings: ['National id', 'Name', 'Code', 'Since', 'Receiver'],
      rows: [
        ['02830912345', 'Isak Borge Gran', 'Feil', '2026-09-02', 'VIGO, and word to the admissions office'],
        ['02830912345', 'Amalie Løken', 'OTFU_IM', '2026-10-20', 'VIGO'],
      ],
    });
    expect(site.reads).toEqual([
      expect.objectContaining({
        what: 'returns.export',
        route: 'POST /returns/export',
        subjects: ['case-6', 'case-8'],
      }),
    ]);
  });

  it('for NAV has no number of anybody’s, and an empty column to write in', async () => {
    const file = await reader.post('/nav-meeting/export', { area: 'unit:unit-1' });

    const { headings, rows } = JSON.parse(file.body);
    expect(headings.at(-1)).toBe('Checked');
    expect(rows.map((row: string[]) => row.at(-1))).toEqual(['', '']);
    expect(JSON.stringify(rows)).not.toMatch(/\d{11}(?!\d)/);
    expect(site.reads.map(({ what }) => what)).toEqual(['nav.export']);
  });
});

describe('a return', () => {
  it('is marked for all that are ticked, with its day and its proof', async () => {
    const answer = await reader.post('/returns/sent', {
      case: ['case-6', 'case-8'],
      on: '2026-11-03',
      reference: 'sak 12',
    });

    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/returns']);
    expect(site.told).toMatchObject([
      { command: 'returns.sent', wish: { cases: ['case-6', 'case-8'], on: '2026-11-03', reference: 'sak 12' } },
    ]);
  });

  it('cannot have been sent tomorrow: the form comes back with what was typed', async () => {
    const answer = await reader.post('/returns/sent', { case: 'case-6', on: '2026-11-05', reference: 'sak 12' });

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="sak 12"');
    expect(site.told).toEqual([]);
  });
});

describe('an early leaver', () => {
  const form = {
    ...{ noticeOn: '2026-09-19', leftOn: '2026-09-18', reason: 'FV', school: 'Fjord', meeting: 'held' },
    ...{
      meetingHeldOn: '2026-10-01',
      tookPart: ['pupil', 'ot', 'somebody'],
      plan: 'will-not-be',
      planMadeOn: '2026-10-02',
    },
  };

  it('is noted as the school has told, with roles that we know, and no day for what was not done', async () => {
    await reader.post('/youth/case-6/leaving', form);

    expect(site.told).toMatchObject([
      {
        command: 'earlyLeavers.note',
        wish: {
          ...{ caseId: 'case-6', school: 'Fjord' },
          leaving: {
            ...{
              noticeOn: '2026-09-19',
              leftOn: '2026-09-18',
              reason: 'FV',
              meetingHeldOn: '2026-10-01',
              meetingNotHeld: null,
            },
            ...{ tookPart: ['pupil', 'ot'], planMadeOn: null, planNotMade: 'will-not-be' },
          },
        },
      },
    ]);
  });

  it('whose meeting was held needs the day it was held', async () => {
    const answer = await reader.post('/youth/case-6/leaving', { ...form, meetingHeldOn: '' });

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/id="meetingHeldOn"[^>]*aria-invalid="true"/);
    expect(site.told).toEqual([]);
  });

  it('is not named in the words to the school', async () => {
    const { body } = await reader.get('/youth/case-6/leaving?text=en');

    const words = /<textarea[^>]*id="reminder-text"[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
    expect(words).toContain('I.B.G.');
    expect(words).toContain('born in 2009');
    expect(words).not.toMatch(/Isak|Gran|2\. mars|03-02/);
  });
});

it('what NAV knew is an entry, with a new phone and an address where there are some', async () => {
  await reader.post('/nav-meeting/enter', {
    ...{ meeting: 'meeting-1', case: 'case-8', found: 'in-measure', runBy: ['nav', 'nobody'], mobile: '90 00 00 01' },
    ...{ street: 'Fjordvegen 9', postcode: '6900', place: 'Florø', back: '/nav-meeting?area=unit%3Aunit-1' },
  });

  expect(site.told).toMatchObject([
    {
      command: 'navMeetings.enter',
      wish: {
        ...{ meetingId: 'meeting-1', caseId: 'case-8', found: 'in-measure', runBy: ['nav'], mobile: '90 00 00 01' },
        address: { street: 'Fjordvegen 9', postcode: '6900', place: 'Florø' },
      },
    },
  ]);
});

it('two are made one, are remembered as two, and a merge is taken back', async () => {
  await reader.post('/doubles/merge', { keep: 'case-12', away: 'case-13' });
  await reader.post('/doubles/apart', { keep: 'case-12', away: 'case-13' });
  await reader.post('/doubles/undo', { merge: 'merge-1' });

  expect(site.told).toMatchObject([
    { command: 'doubles.merge', wish: { keep: 'case-12', away: 'case-13' } },
    { command: 'doubles.keepApart', wish: { keep: 'case-12', away: 'case-13' } },
    { command: 'doubles.part', wish: { mergeId: 'merge-1' } },
  ]);
});

it('an old link to a case that was made part of another leads there', async () => {
  const answer = await reader.get('/youth/case-merged');

  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/youth/case-6']);
});

it('a manager, who sees numbers, comes to none of these pages', async () => {
  site.state.roles = ['manager'];
  for (const path of ['/returns', '/early-leavers', '/nav-meeting', '/doubles', '/youth/case-6/leaving'])
    expect((await reader.get(path)).statusCode, path).toBe(403);
  for (const path of ['/returns/export', '/nav-meeting/export', '/doubles/merge'])
    expect((await reader.post(path, {})).statusCode, path).toBe(403);
  expect(site.told).toEqual([]);
});
