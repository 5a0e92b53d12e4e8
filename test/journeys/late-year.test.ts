import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { newCampaign } from '#domain/campaign/campaign-file.ts';
import { dueDays } from '../support/memory-runs.ts';
import { at, type County, phase, taskFile, virtualCounty, year } from '../support/virtual-county.ts';

/** The review takes three weeks longer than it should, and the office waits with the letters to those with other codes. */
async function untilTheReviewIsDone(): Promise<County> {
  const county = await virtualCounty();
  const late = day('2026-10-21');
  for (const on of dueDays(await county.plan()).filter((due) => due < late)) {
    await county.world.to(at(on, '10:00'));
    await county.worksOn(on, isLate);
  }
  await county.world.to(at(late, '10:00'));
  return county;
}

const isLate = (id: string): boolean => /^review\.|^letters\..*-others/.test(id);

const windowOf = async (county: County, id: string) => {
  const window = (await county.plan()).phases.find((one) => one.id === id)?.windows[0];
  return { opens: window?.opens.day, closes: window?.closes.day, forecast: window?.opens.forecast };
};

const round = (followsPlan: boolean) => `campaign/${followsPlan ? 'by-plan' : 'own-day'}`;

/** Listed, looked at and approved for the day that the plan has for it now. */
async function approvedRound(county: County, followsPlan: boolean): Promise<void> {
  const subject = round(followsPlan);
  const what = {
    runId: 'run',
    channel: 'sms',
    purpose: 'sms-round',
    sendAt: county.world.now(),
    by: 'office',
  } as const;
  const template = { templateId: 'sms', version: 1 };
  county.world.add(subject, newCampaign({ campaignId: subject.slice(9), ...what, template, followsPlan }));
  const handOverAt = at('2026-11-19', '09:00');
  await county.says(subject, 'preview.asked');
  await county.says(subject, 'recipients.frozen', { list: 1, fingerprint: 'list', recipients: 3 });
  await county.says(subject, 'campaign.approved', {
    ...{ doer: { by: 'another' }, list: 1, fingerprint: 'list', regretUntil: county.world.now() + 60_000, handOverAt },
  });
  await county.world.to(county.world.now() + 120_000);
}

describe('a year in which the review is late', () => {
  let county: County;
  const sent: Day = day('2026-10-22');
  let before: Awaited<ReturnType<typeof windowOf>>;
  let smsBefore: string;

  beforeAll(async () => {
    county = await untilTheReviewIsDone();
    before = await windowOf(county, 'sms');
    smsBefore = county.words(phase('sms'));
  });

  it('shows the review and the letters as overdue, each task by its own date', () => {
    expect(county.told(phase('review'))).toEqual([
      '2026-09-01 00:00 open',
      '2026-09-25 00:00 dueSoon',
      '2026-10-01 00:00 overdue',
    ]);
    expect(county.work('review.nav-meeting@unit:north')).toEqual({ work: 'waiting', timeliness: 'overdue' });
    expect(county.work('letters.send-oson').work).toBe('done');
    expect(county.work('letters.send-others')).toEqual({ work: 'waiting', timeliness: 'overdue' });
  });

  it('moves the SMS when the last letter is sent at last, fourteen days on, and closes it as much later', async () => {
    expect(before).toEqual({ opens: '2026-10-21', closes: '2026-10-28', forecast: true });
    expect(smsBefore).toBe('open');

    await county.worksOn(sent, (id) => id.startsWith('letters.send-others'));
    await county.world.to(at(sent, '12:00'));
    await county.does('letters.send-others');
    await county.world.quiet();

    expect(await windowOf(county, 'sms')).toEqual({ opens: '2026-11-05', closes: '2026-11-12', forecast: false });
    expect(addDays(sent, 14)).toBe('2026-11-05');
    expect(county.words(phase('sms'))).toBe('planned');
    expect(taskFile(county, 'sms.send').dueOn).toBe('2026-11-05');
  });

  it('opens the SMS on its new day, and has what was overdue done late', async () => {
    await county.worksOn(sent);
    await county.world.to(at('2026-11-05', '08:00'));

    expect(county.words(phase('sms'))).toBe('open');
    expect(county.words(phase('review'))).toBe('done');
    expect(county.work('review.nav-meeting@unit:north')).toEqual({ work: 'done', timeliness: 'overdue' });
  });

  it('takes the date back when a letter turns out not to be sent', async () => {
    await county.does('letters.send-others', 'task.reopened');
    await county.world.quiet();

    expect((await county.plan()).anchors[0]?.date.forecast).toBe(true);
    const told = county.world.diary().filter(({ subject }) => subject === year);
    expect(told.map(({ event }) => event.type)).toEqual([
      'anchor.completed',
      'plan.changed',
      'anchor.withdrawn',
      'plan.changed',
    ]);
  });

  it('takes back the approval of an SMS round when the letters before it are opened again, not of one with a day of its own', async () => {
    await county.does('letters.send-others');
    for (const followsPlan of [true, false]) await approvedRound(county, followsPlan);
    const states = () => [true, false].map((followsPlan) => county.state(round(followsPlan)));
    const before = states();
    await county.does('letters.send-others', 'task.reopened');
    await county.world.quiet();
    const opened = states();
    await county.does('letters.send-others');
    await county.world.quiet();

    expect([before, opened, states()]).toEqual([
      ['waiting', 'waiting'],
      ['previewed', 'waiting'],
      ['previewed', 'waiting'],
    ]);
    expect((await windowOf(county, 'sms')).forecast).toBe(false);
  });

  it('is not closed with open phases without a reason', async () => {
    const openPhases = ['sms', 'phone', 'evaluation'];

    const silent = await county.says(year, 'year.closed', { openPhases, reason: '' });
    const reasoned = await county.says(year, 'year.closed', { openPhases, reason: 'The county changes system' });

    expect(silent).toMatchObject({ accepted: false, refusals: [{ code: 'year.openPhases', facts: { openPhases } }] });
    expect(reasoned).toMatchObject({ accepted: true });
  });
});
