import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import { isRegisteredCode, reportCode } from '#domain/status-code/report-code.ts';
import {
  codeSetOn,
  codeSets,
  entryOn,
  isInTargetGroup,
  isStatusCode,
  mainGroupOf,
} from '#domain/status-code/status-code.ts';
import en from '#texts/en/codes.json' with { type: 'json' };

const codesOn = (on: string) => codeSetOn(day(on))?.codes.map((entry) => entry.code) ?? [];

describe('the lists of status codes', () => {
  it.each([
    ['2011-09-14', undefined],
    ['2011-09-15', '2011-09'],
    ['2014-12-31', '2011-09'],
    ['2015-01-01', '2015-01'],
    ['2016-06-30', '2015-01'],
    ['2016-07-01', '2016-07'],
    ['2021-03-31', '2016-07'],
    ['2021-04-01', '2021-04'],
    ['2026-10-01', '2021-04'],
  ])('on %s the list in force is %s', (on, version) => {
    expect(codeSetOn(day(on))?.version).toBe(version);
  });

  it('has 23 codes from July 2016, the same in 2021', () => {
    expect(codesOn('2016-07-01')).toHaveLength(23);
    expect(codesOn('2021-04-01')).toEqual(codesOn('2016-07-01'));
  });

  it('has OTVF before 2015, not from January 2015, and again from July 2016', () => {
    expect(['2014-12-31', '2015-01-01', '2016-06-30', '2016-07-01'].map((on) => codesOn(on).includes('OTVF'))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each(codeSets)('$version has each code once, with a twin in the same list, and a text', ({ codes }) => {
    expect(new Set(codes.map((entry) => entry.code)).size).toBe(codes.length);
    for (const entry of codes) {
      expect(Object.keys(en), entry.code).toContain(`code.${entry.text ?? entry.code}`);
      if (entry.twin !== undefined) expect(codes.find(({ code }) => code === entry.twin)?.group).toBe(5);
    }
  });

  it('never moves a code from one main group to another', () => {
    for (const { codes } of codeSets) {
      for (const { code, group } of codes) expect(mainGroupOf(code), code).toBe(group);
    }
  });

  it('counts group 5 outside the target group and all others in it', () => {
    expect(isInTargetGroup('OTNO')).toBe(true);
    expect(isInTargetGroup('OTAR')).toBe(true);
    expect(isInTargetGroup('OTAR_IM')).toBe(false);
    expect(isInTargetGroup('Feil')).toBe(false);
  });

  it('knows no transfer code as a status', () => {
    expect(transferCodes.filter((code) => isStatusCode(code) || isRegisteredCode(code))).toEqual([]);
  });

  it('writes Feil as the authority does', () => {
    expect(isStatusCode('Feil')).toBe(true);
    expect(isStatusCode('FEIL')).toBe(false);
  });
});

describe('what a registered code counts as', () => {
  it.each([
    ['OTVE', '2014-12-31', 'OTVE'],
    ['OTVE', '2015-01-01', 'OTEV'],
    ['OTVE', '2026-10-01', 'OTEV'],
    ['OTVA', '2015-10-01', 'OTEV'],
    ['OTVU', '2015-10-01', 'OTEV'],
    ['OTVF', '2014-10-01', 'OTVF'],
    ['OTVF', '2015-10-01', 'OTEV'],
    ['OTVF', '2016-07-01', 'OTVF'],
    ['OTLE', '2015-10-01', 'OTLL'],
    ['OTLA', '2015-10-01', 'OTLL'],
    ['OTGK', '2015-10-01', 'OTLL'],
    ['OTIL', '2014-10-01', 'OTIL'],
    ['OTIL', '2015-10-01', 'OTOV'],
    ['OTVE_FEIL', '2014-10-01', 'OTVE_FEIL'],
    ['OTVE_FEIL', '2015-10-01', 'OTEV_IM'],
    ['OTLE_FEIL', '2018-10-01', 'OTLL_IM'],
    ['OTVF_FEIL', '2014-10-01', 'OTVF_IM'],
    ['OTVF_FEIL', '2015-10-01', 'OTEV_IM'],
    ['OTVF_FEIL', '2018-10-01', 'OTVF_IM'],
    ['OTAR_FEIL', '2018-10-01', 'OTAR_IM'],
    ['OTEV_FEIL', '2015-10-01', 'OTEV_IM'],
    ['OTFA', '2015-10-01', 'OTFA'],
    ['OTFA', '2016-07-01', 'OTFA_IM'],
    ['OTFU', '2026-10-01', 'OTFU_IM'],
    ['ELGS', '2026-10-01', 'ELGS_IM'],
    ['ELVG', '2026-10-01', 'ELVG_IM'],
    ['OTFA_IM', '2015-10-01', 'OTFA'],
    ['Feil', '2012-10-01', 'Feil'],
    ['Feil', '2026-10-01', 'Feil'],
    ['OTAR_IM', '2015-10-01', 'OTAR_IM'],
    ['OTUK', '2026-10-01', 'OTUK'],
  ] as const)('%s on %s is %s', (registered, on, wanted) => {
    expect(reportCode(registered, day(on))).toBe(wanted);
  });

  it('is always in the list of the day, once the codes of 2015 are there', () => {
    for (const on of ['2015-01-01', '2016-07-01', '2021-04-01'].map(day)) {
      for (const code of codeSets.flatMap(({ codes }) => codes.map((entry) => entry.code))) {
        expect(entryOn(reportCode(code, on), on), `${code} on ${on}`).toBeDefined();
      }
    }
  });
});
