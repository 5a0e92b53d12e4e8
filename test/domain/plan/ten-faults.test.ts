import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { schoolYear, schoolYearFrom } from '#domain/calendar/school-year.ts';
import { weekday } from '#domain/calendar/week.ts';
import { dayOff } from '#domain/calendar/working-day.ts';
import type { FindingId } from '#domain/plan/finding.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { lintTemplate } from '#domain/plan/lint-template.ts';
import { datesOf } from '#domain/plan/plan-dates.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { counts } from '#domain/plan/template.ts';
import { whatMoves } from '#domain/plan/what-moves.ts';
import { dateIn, inputs, sheet2017, taskIn, vigoOtto } from './some-plan.ts';

const theYear = schoolYear('2017-2018');
const found = (id: FindingId) =>
  lintTemplate(sheet2017, [theYear], { atRisk: 37 }).filter((finding) => finding.id === id);
const plan = rollForward(inputs());
const everyYear = Array.from({ length: 27 }, (_, index) => schoolYearFrom(2024 + index));

describe('the ten faults of the paper sheet', () => {
  it('F1: a sheet for 2017–2018 with the dates of 2015–16 is told so, date by date, and a rolled plan stays in its year', () => {
    const faults = found('F1');
    expect(faults.map((fault) => [fault.where, ...fault.dates])).toContainEqual([
      'planning.meeting-spring',
      '2015-06-23',
      '2017-06-23',
    ]);
    expect(faults.map((fault) => [fault.where, ...fault.dates])).toContainEqual([
      'report.february',
      '2016-02-15',
      '2018-02-15',
    ]);
    expect(faults).toHaveLength(15);
    for (const date of datesOf(plan).values()) expect(date.day >= '2026-05-01' && date.day <= '2027-07-31').toBe(true);
  });

  it('F2: "Friday 31.10.2015" was a Saturday', () => {
    expect(found('F2')).toEqual([
      expect.objectContaining({
        where: 'phone.report-back',
        severity: 'error',
        dates: ['2015-10-31', '2015-10-30'],
        facts: { day: '2015-10-31', typed: 'friday', weekday: 'saturday' },
      }),
    ]);
  });

  it('F3: what is left of OTUK is not reported before the phone drive is over', () => {
    expect(found('F3')).toEqual([
      expect.objectContaining({
        where: 'phone.report-back',
        dates: ['2015-10-31', '2015-11-15'],
        proposal: '2015-11-15',
      }),
    ]);
    expect(dateIn(plan, 'phone.report-back-november').day > dateIn(plan, 'phone.ring-november').day).toBe(true);
  });

  it('F4: letters do not go before their transfer and review are final', () => {
    expect(found('F4').map((fault) => [fault.where, fault.facts.earlier, ...fault.dates])).toEqual([
      ['letters.send-others', 'transfer.mark-others', '2015-09-25', '2015-09-29'],
      ['letters.send-others', 'review.nav-meeting', '2015-09-25', '2015-09-30'],
    ]);
    expect(dateIn(plan, 'letters.send-others').day > dateIn(plan, 'review.nav-meeting').day).toBe(true);
  });

  it('F5: letters before the cross-check give a warning with the number of people at risk', () => {
    expect(found('F5')).toEqual([
      expect.objectContaining({
        where: 'letters.send-oson',
        severity: 'warning',
        dates: ['2015-09-10', '2015-09-20'],
        facts: expect.objectContaining({ atRisk: 37 }),
      }),
    ]);
    expect(dateIn(plan, 'letters.send-oson').day > dateIn(plan, 'review.cross-check').day).toBe(true);
  });

  it('F6: 20 September and 15 November 2015 are Sundays, and nothing is said of that', () => {
    expect(found('F6').map((fault) => [fault.where, ...fault.dates])).toEqual([
      ['report.november', '2015-11-15', '2015-11-13', '2015-11-16'],
      ['review.cross-check', '2015-09-20', '2015-09-18', '2015-09-21'],
      ['phone.report-back', '2015-10-31', '2015-10-30', '2015-11-02'],
    ]);
    expect(dateIn(plan, 'report.november')).toMatchObject({
      day: '2026-11-13',
      moved: { from: '2026-11-15', because: 'weekend', to: 'previous' },
    });
    expect(dateIn(plan, 'review.cross-check').day).toBe('2026-09-21');
    for (const task of plan.phases.flatMap((phase) => phase.tasks)) expect(dayOff(task.due.day)).toBeUndefined();
  });

  it('F7: an apprentice window of 2010–2013 belongs to 2015, and a rule follows the year', () => {
    expect(found('F7')).toEqual([
      expect.objectContaining({
        where: 'apprentices',
        dates: ['2010-01-01', '2013-12-31', '2012-01-01', '2015-12-31'],
        proposal: '2012-01-01/2015-12-31',
      }),
    ]);
    expect(lintTemplate(sheet2017, [schoolYear('2015-2016')]).filter((fault) => fault.id === 'F7')).toEqual([]);
    const windows = ['2015-2016', '2026-2027'].map((year) =>
      rollForward(inputs({}, schoolYear(year))).cohorts.map(({ id, from, to }) => [id, from, to].join(' ')),
    );
    expect(windows).toEqual([
      ['started-in-september 2015-09-01 2015-09-19', 'apprentices 2010-01-01 2013-12-31'],
      ['started-in-september 2026-09-01 2026-09-19', 'apprentices 2021-01-01 2024-12-31'],
    ]);
  });

  it('F8: SMS 1 is a forecast until the last letter is sent, and two weeks after it then', () => {
    const after = rollForward(inputs({ completions: { 'letters.last-sent': day('2026-10-13') } }));
    expect(dateIn(plan, 'sms.send')).toMatchObject({ day: '2026-10-21', forecast: true, hangsOn: 'sms.first.opens' });
    expect(dateIn(after, 'letters.last-sent')).toMatchObject({ day: '2026-10-13', forecast: false });
    expect(dateIn(after, 'sms.send')).toMatchObject({ day: '2026-10-27', forecast: false });
    expect(whatMoves(plan, after)).toContainEqual({
      kind: 'date',
      key: 'sms.send',
      from: '2026-10-21',
      to: '2026-10-27',
      days: 6,
      forecast: false,
    });
  });

  it('F9: every number of the sheet is one the system counts before or after its phase', () => {
    expect(plan.phases.map((phase) => phase.counters.map((one) => `${one.count} ${one.when}`))).toEqual([
      [],
      ['transferCode before', 'transferCode after'],
      ['transferCode before', 'transferCode after'],
      ['otuk after'],
      ['otuk after'],
      ['otuk after'],
      ['otuk after', 'standardLetters after', 'smsSent after'],
    ]);
    for (const one of plan.phases.flatMap((phase) => phase.counters)) expect(counts).toContain(one.count);
  });

  it('F10: who gets a letter is a choice for each youth, and no task removes a caseworker', () => {
    for (const track of ['oson', 'others'])
      expect(taskIn(plan, `transfer.choose-${track}`)).toMatchObject({
        choices: ['standard-letter', 'own-contact', 'return'],
        kind: { by: 'data', condition: 'no-youth-without-choice' },
        multiplicity: 'each-person',
        role: 'adviser',
        track,
      });
    expect(JSON.stringify(vigoOtto)).not.toMatch(/fjern|remove/i);
  });

  it('the sheet has no other faults, and the mended plan none in any year', () => {
    expect([...new Set(lintTemplate(sheet2017, [theYear]).map((fault) => fault.id))].sort()).toEqual([
      'F1',
      'F2',
      'F3',
      'F4',
      'F5',
      'F6',
      'F7',
    ]);
    expect(lintTemplate(vigoOtto, everyYear)).toEqual([]);
    for (const year of everyYear) expect(lintPlan(rollForward(inputs({}, year)))).toEqual([]);
  });

  it('weekdays are shown from the date in every plan', () => {
    expect(datesOf(plan).size).toBeGreaterThan(60);
    for (const date of datesOf(plan).values()) expect(date.typedWeekday ?? weekday(date.day)).toBe(weekday(date.day));
  });
});
