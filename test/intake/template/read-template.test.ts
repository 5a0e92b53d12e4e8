import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '#intake/template/read-template.ts';
import { planTexts } from '#texts/plan.ts';
import { bytesOf } from '../../domain/plan/some-plan.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const original = new TextDecoder().decode(bytesOf('vigo-otto.yaml')).replaceAll(/^#.*\n/gm, '');
const faultsOf = (input: Uint8Array) => {
  const read = readTemplate(input);
  return read.ok ? [] : read.faults.map(({ code, place, found }) => [code, place, found]);
};
const changed = (from: string, to: string) => {
  if (!original.includes(from)) throw new Error(`the template has no ${from}`);
  return faultsOf(bytes(original.replace(from, to)));
};

describe('a template file', () => {
  it.each(['vigo-otto.yaml', 'sheet-2017.yaml'] as const)('%s is read', (file) => {
    expect(readTemplate(bytesOf(file)).ok).toBe(true);
  });

  it.each<[string, string, string, string, RegExp, string]>([
    [
      'a key nobody knows',
      'allYear: true',
      'allyear: true',
      'template.unknownKey',
      /^\d+:\d+ tracks\[2\]\.allyear$/,
      'allyear',
    ],
    [
      'a condition nobody knows',
      'no-youth-without-choice',
      'all-good',
      'template.notOneOf',
      /phases\[1\]\.tasks\[1\]\.by\.data$/,
      'all-good',
    ],
    [
      'a count filled in by hand',
      'count: transferCode',
      'count: byHand',
      'template.notOneOf',
      /counters\[0\]\.count$/,
      'byHand',
    ],
    [
      'a missing title',
      'id: vigo-otto\nversion: 1\ntitle:',
      'id: vigo-otto\nversion: 1\ntitel:',
      'template.missing',
      /title$/,
      '',
    ],
    [
      'a day that never comes',
      'date: 23 June, springBefore: true, ifDayOff: next }\n        closes',
      'date: 31 June, ifDayOff: next }\n        closes',
      'template.notDate',
      /opens$/,
      '{ date: 31 June, ifDayOff: next }',
    ],
    ['a month in no language', 'date: 25 August', 'date: 25 Augustus', 'template.notDate', /closes$/, ''],
    ['a time no clock shows', '"08:30"', '"08:75"', 'template.notTime', /due\.at$/, '08:75'],
    [
      'two ways of saying a date',
      'week: 50, weekday: monday,',
      'week: 50, weekday: monday, sameDayAs: report.june,',
      'template.notDateRule',
      /opens$/,
      '{ week: 50, weekday: monday, sameDayAs: report.june,',
    ],
    [
      'a weekday in no language',
      'week: 50, weekday: friday',
      'week: 50, weekday: freitag',
      'template.notWeekday',
      /closes\.weekday$/,
      'freitag',
    ],
    ['week 60', 'week: 50, weekday: friday', 'week: 60, weekday: friday', 'template.tooMuch', /closes\.week$/, '60'],
    ['a number for a text', 'id: vigo-otto', 'id: 7', 'template.wrongType', / id$/, '7'],
    ['an id with spaces', 'id: vigo-otto', 'id: Vigo Otto', 'template.wrongForm', / id$/, 'Vigo Otto'],
    [
      'an anchor that is neither date nor event',
      'completionOf: [letters.send]',
      'version: 2',
      'template.unknownKey',
      /anchors\[0\]\.version$/,
      'version',
    ],
    [
      'a cohort said two ways',
      'startedYearsBack: { from: 5, to: 2 }',
      'startedYearsBack: { from: 2, to: 5 }',
      'template.notCohort',
      /cohorts\[1\]$/,
      'startedYearsBack: { from: 2, to: 5 }',
    ],
    ['a key twice', 'id: vigo-otto', 'id: vigo-otto\nid: again', 'template.keyTwice', /^2:1$/, 'id'],
    ['a broken line', 'tracks:', 'tracks: [', 'template.yaml', /^\d+:\d+$/, ''],
    [
      'an unsafe link',
      'title: { nb: OTTO-håndboka',
      'link: javascript:alert(1)\n        title: { nb: OTTO-håndboka',
      'template.wrongForm',
      /link$/,
      'javascript:alert(1)',
    ],
  ])('with %s gets a fault with its place', (_, from, to, code, place, found) => {
    const faults = changed(from, to);
    const fault = faults.find(([one]) => one === code);
    expect(fault, JSON.stringify(faults)).toBeDefined();
    expect(fault?.[1]).toMatch(place);
    if (found) expect(fault?.[2]).toContain(found);
    for (const [one] of faults) expect(planTexts.knows(one ?? ''), one).toBe(true);
  });

  it('gives the line of the fault as an editor counts it', () => {
    const line = original.split('\n').findIndex((text) => text.includes('allYear: true')) + 1;
    expect(changed('allYear: true', 'allyear: true')).toContainEqual([
      'template.unknownKey',
      `${line}:5 tracks[2].allyear`,
      'allyear',
    ]);
  });

  it('may name months and weekdays in Norwegian', () => {
    const norwegian = original
      .replaceAll('August,', 'august,')
      .replace('15 June', '15. juni')
      .replaceAll('weekday: friday', 'weekday: fredag');
    expect(readTemplate(bytes(norwegian))).toEqual(readTemplate(bytes(original)));
  });
});

describe('a file that is no template', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
    .split('')
    .map((name, index) => {
      const before = 'abcdefghij'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join()}]`;
    })
    .join('\n')}\n`;

  it.each<[string, Uint8Array, string]>([
    ['empty', bytes(''), 'template.empty'],
    ['only a comment', bytes('# nothing\n'), 'template.wrongType'],
    ['too large', new Uint8Array(1024 * 1024 + 1).fill(35), 'template.tooLarge'],
    ['Windows-1252', Uint8Array.from([...bytes('id: '), 0xe6, 0xf8, 0xe5]), 'template.notUtf8'],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffid: x', 'utf16le')), 'template.notUtf8'],
    ['a PDF', bytes('%PDF-1.7\n%\u0000\u0001'), 'template.notUtf8'],
    ['a list', bytes('- a\n- b\n'), 'template.wrongType'],
    ['two documents', bytes('id: a\n---\nid: b\n'), 'template.yaml'],
    ['a tag that makes code', bytes('id: !!js/function "x"\n'), 'template.yaml'],
    ['aliases that swell', bytes(bomb), 'template.swells'],
    ['nesting without end', bytes('['.repeat(200_000)), 'template.'],
    ['nesting by dashes', bytes('- '.repeat(300_000)), 'template.tooDeep'],
    [
      'thirty thousand keys',
      bytes(Array.from({ length: 30_000 }, (_, at) => `k${at}: 1`).join('\n')),
      'template.unknownKey',
    ],
    ['a prototype', bytes('__proto__: { polluted: true }\n'), 'template.unknownKey'],
  ])('%s is refused, not thrown', (_, input, code) => {
    const started = performance.now();
    const faults = faultsOf(input);
    expect(
      faults.some(([one]) => one?.includes(code)),
      JSON.stringify(faults),
    ).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('with a byte order mark and Windows line ends is still a template', () => {
    expect(readTemplate(bytes(`\ufeff${original.replaceAll('\n', '\r\n')}`)).ok).toBe(true);
  });

  it('never throws, however a template is cut or bent', () => {
    fc.assert(
      fc.property(fc.nat(original.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
        const bent = original.slice(0, at) + put + original.slice(at + cut);
        const read = readTemplate(bytes(bent));
        if (!read.ok) expect(read.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        expect(readTemplate(any).ok).toBe(false);
      }),
    );
  });
});
