import { describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { codeMend } from '#domain/status-code/code-mend.ts';
import { isRegisteredCode, reportCode } from '#domain/status-code/report-code.ts';
import { codeSets, entryOn } from '#domain/status-code/status-code.ts';

const everyCode = [...new Set(codeSets.flatMap(({ codes }) => codes.map(({ code }) => code)))];
const olderSpellings = ['OTAR_FEIL', 'OTVF_FEIL', 'OTEV_FEIL', 'OTLL_FEIL'].filter(isRegisteredCode);
/** The day before a version, its first day, and a day well inside it. */
const borders = codeSets.flatMap(({ validFrom }) => [validFrom, `${validFrom.slice(0, 8)}28`]).map(day);

describe('a code that a new version of the list does not have', () => {
  it.each([
    // The code, the last day it is valid, the first day it is not, what it counts as from then, and what became of it.
    ['OTVE', '2014-12-31', '2015-01-01', 'OTEV', 'joined'],
    ['OTVA', '2014-12-31', '2015-01-01', 'OTEV', 'joined'],
    ['OTVU', '2014-12-31', '2015-01-01', 'OTEV', 'joined'],
    ['OTVF', '2014-12-31', '2015-01-01', 'OTEV', 'joined'],
    ['OTLE', '2014-12-31', '2015-01-01', 'OTLL', 'joined'],
    ['OTLA', '2014-12-31', '2015-01-01', 'OTLL', 'joined'],
    ['OTGK', '2014-12-31', '2015-01-01', 'OTLL', 'joined'],
    ['OTIL', '2014-12-31', '2015-01-01', 'OTOV', 'taken-out'],
    ['OTVE_FEIL', '2014-12-31', '2015-01-01', 'OTEV_IM', 'joined'],
    ['OTVF_IM', '2014-12-31', '2015-01-01', 'OTEV_IM', 'joined'],
    ['ELGS', '2016-06-30', '2016-07-01', 'ELGS_IM', 'renamed'],
    ['ELVG', '2016-06-30', '2016-07-01', 'ELVG_IM', 'renamed'],
    ['OTFA', '2016-06-30', '2016-07-01', 'OTFA_IM', 'renamed'],
    ['OTFU', '2016-06-30', '2016-07-01', 'OTFU_IM', 'renamed'],
  ] as const)('%s is valid to %s and from %s counts as %s: %s', (code, last, first, reads, change) => {
    expect(codeMend(code, day(last))).toBeUndefined();
    expect(codeMend(code, day(first))).toEqual({ reads, change });
  });

  it.each([
    ['OTVF', '2016-07-01', 'came back in July 2016'],
    ['OTVF_IM', '2016-07-01', 'came back with it'],
    ['OTUK', '2026-10-01', 'has been in every list'],
    ['Feil', '2026-10-01', 'has been in every list, and has nothing to do with the suffix'],
    ['OTKO', '2021-04-01', 'kept its name when its meaning grew'],
  ] as const)('%s needs no mend on %s: it %s', (code, on, _why) => {
    expect(codeMend(code, day(on))).toBeUndefined();
  });

  it('in April 2021 needs no mend at all: the codes stayed, only words grew', () => {
    const valid = everyCode.filter((code) => entryOn(code, day('2021-03-31')));
    expect(valid.filter((code) => codeMend(code, day('2021-04-01')) !== undefined)).toEqual([]);
  });

  it('reads, on every border of every version, as a code that is valid there', () => {
    for (const on of borders)
      for (const code of [...everyCode, ...olderSpellings]) {
        const mend = codeMend(code, on);
        expect(mend === undefined, `${code} on ${on}`).toBe(entryOn(code, on) !== undefined);
        // Codes that came later than the list have no name in the first of them.
        if (mend && on >= '2015-01-01') expect(entryOn(mend.reads, on), `${code} on ${on}`).toBeDefined();
        if (mend) expect(mend.reads).toBe(reportCode(code, on));
      }
  });

  it.each(olderSpellings)('%s, an older spelling that no list shows, is only another name', (code) => {
    expect(codeMend(code, day('2026-10-01'))?.change).toBe('renamed');
  });

  it('before the first list there was nothing to hold a code against', () => {
    expect(codeMend('OTVE', day('2011-09-14'))).toBeUndefined();
  });
});
