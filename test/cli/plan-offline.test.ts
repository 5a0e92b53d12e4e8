import { describe, expect, it } from 'vitest';
import { lintFile, rollFile } from '#cli/plan-offline.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import { languages } from '#domain/language.ts';
import { findingIds } from '#domain/plan/finding.ts';
import { sayFinding, stateFinding } from '#texts/say-finding.ts';
import { bytesOf, people, units } from '../domain/plan/some-plan.ts';

const sheet = lintFile(bytesOf('sheet-2017.yaml'), 'sheet-2017.yaml', { language: 'nn', from: 2025, atRisk: 12 });

describe('plan lint', () => {
  it('names the faults of the sheet with both dates and a mend', () => {
    expect(sheet.report.ok).toBe(false);
    expect(sheet.report.faults).toContainEqual({
      fault: 'F4',
      level: 'error',
      at: 'letters.send-others',
      found:
        'letters.send-others is due 2015-09-25 (Friday), before its list is final (transfer.mark-others, 2015-09-29 (Tuesday))',
      wanted: '2015-09-29 (Tuesday) or later',
      mend: 'Move letters.send-others to 2015-09-29 (Tuesday) or later, or make the list final before.',
    });
    expect(sheet.report.faults.find((fault) => fault.fault === 'F5')).toMatchObject({
      level: 'warning',
      mend: expect.stringContaining('12 people may get a letter in vain'),
    });
    expect(sheet.lines[0]).toBe('sheet-2017.yaml: 23 feil, 1 åtvaring');
    expect(sheet.lines.join('\n')).toContain('fredag er skrive ved laur 31.10.2015');
  });

  it('says nothing of a clean template', () => {
    expect(lintFile(bytesOf('vigo-otto.yaml'), 'vigo-otto.yaml', { language: 'nn', from: 2025 })).toEqual({
      report: { ok: true, faults: [] },
      lines: ['vigo-otto.yaml: ingen feil'],
    });
  });

  it.each([
    ['an anchor nobody knows', '{ days: 3, after: nowhere.at-all }', 'unknown-anchor'],
    ['a day the year does not have', '{ date: 29 February, ifDayOff: next }', 'no-such-day'],
    ['dates in a circle', '{ sameDayAs: transfer.oson.opens }', 'circular'],
  ])('tells %s once, and nothing of the dates that hang on it', (_what, due, fault) => {
    const written = '{ date: 20 August, at: "12:30", ifDayOff: next }';
    const broken = new TextDecoder().decode(bytesOf('vigo-otto.yaml')).replace(written, due);
    const options = { language: 'en', from: 2026, schoolYear: schoolYear('2026-2027') } as const;

    const { report } = lintFile(new TextEncoder().encode(broken), 'x.yaml', options);

    expect(report.faults.map((each) => each.fault)).toEqual([fault]);
  });

  const rolled = JSON.stringify(
    rollFile(bytesOf('vigo-otto.yaml'), 'x', { language: 'en', schoolYear: schoolYear('2026-2027') }).report,
  );
  const lintText = (text: string) =>
    lintFile(new TextEncoder().encode(text), 'plan.json', { language: 'en', from: 2025 }).report;

  it('says nothing of a clean template that was rolled, alone or with its report', () => {
    expect(lintText(rolled)).toEqual({ ok: true, faults: [] });
    expect(lintText(JSON.stringify(JSON.parse(rolled).plan))).toEqual({ ok: true, faults: [] });
  });

  it.each([
    [
      '"key":"review.nav-meeting","day":"2026-09-30"',
      '"key":"review.nav-meeting","day":"2026-10-29"',
      'F4',
      'letters.send-others',
    ],
    [
      '"key":"letters.send-oson","day":"2026-09-24"',
      '"key":"letters.send-oson","day":"2026-09-10"',
      'F5',
      'letters.send-oson',
    ],
    [
      '"key":"report.november","day":"2026-11-13"',
      '"key":"report.november","day":"2026-11-15"',
      'F6',
      'report.november',
    ],
    ['"from":"2021-01-01","to":"2024-12-31"', '"from":"2010-01-01","to":"2013-12-31"', 'F7', 'apprentices'],
    ['"role":"review_group"', '"role":"wizard"', 'unknown-role', 'review.cross-check'],
    ['"dependsOn":["review.nav-meeting"]', '"dependsOn":["review.nobody"]', 'unknown-task', 'review.update-register'],
    ['"day":"2026-11-13"', '"day":"2026-02-30"', 'unreadable', expect.stringContaining('plan.reportingDays[0].due')],
  ])('finds what was changed in a rolled plan: %s', (before, after, fault, at) => {
    expect(rolled).toContain(before);
    expect(lintText(rolled.replace(before, after)).faults).toContainEqual(expect.objectContaining({ fault, at }));
  });

  it('says where a file cannot be read', () => {
    const { report } = lintFile(new TextEncoder().encode('id: x\nphases: 3\n'), 'x.yaml', {
      language: 'nb',
      from: 2025,
    });
    expect(report.ok).toBe(false);
    expect(report.faults).toContainEqual({
      fault: 'unreadable',
      level: 'error',
      at: '2:1 phases',
      found: '3',
      wanted: 'something of the kind array',
      mend: 'Mend the file and try again.',
    });
  });

  it('has words for every finding in every language, with no hole left', () => {
    for (const id of findingIds)
      for (const language of languages) {
        const facts = Object.fromEntries(
          'day from to schoolYear typed weekday later laterDay earlier earlierDay because previous next wantedFrom wantedTo opensDay closesDay role anchor task track code circle lacks name rule change'
            .split(' ')
            .map((name) => [name, name]),
        );
        const finding = { id, severity: 'error' as const, where: 'x', dates: [], facts, proposal: '2026-11-13' };
        for (const said of [sayFinding(language, finding), stateFinding(finding)])
          expect(Object.values(said).join(' ')).not.toMatch(/[{}]/);
      }
  });
});

describe('plan roll', () => {
  it('gives the dated plan, and lines a person can read', () => {
    const { report, lines } = rollFile(bytesOf('vigo-otto.yaml'), 'vigo-otto.yaml', {
      language: 'nn',
      schoolYear: schoolYear('2026-2027'),
      county: { units, people },
    });
    expect(report).toMatchObject({ ok: true, plan: { schoolYear: '2026-2027' }, faults: [] });
    expect(lines[0]).toBe('Overføring frå VIGO og oppfølging gjennom året, skuleåret 2026-2027');
    expect(lines).toContain('  ons 21.10.2026, veke 43 (prognose)  Sende SMS 1 [kontortilsett]');
  });

  it('asks for a school year when neither file nor command has one', () => {
    const { report } = rollFile(bytesOf('vigo-otto.yaml'), 'vigo-otto.yaml', { language: 'nn' });
    expect(report).toMatchObject({ ok: false, faults: [{ at: '--school-year' }] });
  });
});
