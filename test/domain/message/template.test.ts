import { describe, expect, it } from 'vitest';
import type { FieldValues } from '#domain/message/field.ts';
import { fillBlocks, plainText, readMarkup } from '#domain/message/markup.ts';
import { revealingWords } from '#domain/message/revealing.ts';
import { emptyFields, faultsOfTemplate, type MessageText, refuseTemplate } from '#domain/message/template.ts';

const values: FieldValues = {
  name: 'Ane Testdal',
  firstName: 'Ane',
  office: 'Nordvik',
  officePhone: '',
  officeEmail: 'nordvik@fylke.example',
  adviser: '',
  county: 'Vestfjord fylkeskommune',
  schoolYear: '2026–2027',
  date: '10. september 2026',
  replyBy: '24. september 2026',
};
const filled = (text: string, given = values) => plainText(fillBlocks(readMarkup(text).blocks, given));
const text = (body: string, more: Partial<MessageText> = {}): MessageText => ({
  title: 'Hei',
  copyIntro: 'Kopi',
  body,
  ...more,
});
const letter = (body: string, more: Partial<MessageText> = {}) => ({
  channel: 'letter' as const,
  texts: { nb: text(body, more), nn: text('Hei {fornamn}') },
});

describe('a template’s text', () => {
  it('is paragraphs, headings, lists, emphasis and fields, and nothing else', () => {
    const { blocks, faults } = readMarkup('# Hei\nDette er\nett avsnitt.\n\n- ring *nå*\n- skriv til {epost}\nTakk');

    expect(faults).toEqual([]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'paragraph']);
    expect(filled('Dette er\nett avsnitt.')).toBe('Dette er ett avsnitt.');
  });

  it.each([
    ['Hei {fornavn}', 'Hei Ane'],
    ['Hei {fornamn} og {FORNAVN}', 'Hei Ane og Ane'],
    ['Hei {firstName}', 'Hei Ane'],
    ['*{navn}*', 'Ane Testdal'],
    ['5 \\* 3, \\{ikke felt\\}, \\\\', '5 * 3, {ikke felt}, \\'],
    ['Árjjat, Čáhcesuolu, đ ŋ ŧ ž', 'Árjjat, Čáhcesuolu, đ ŋ ŧ ž'],
    ['#ikke overskrift', '#ikke overskrift'],
    ['#include "/etc/passwd"', '#include "/etc/passwd"'],
    ['<script>alert(1)</script> $x^2$ `kode` @ref', '<script>alert(1)</script> $x^2$ `kode` @ref'],
  ])('%s becomes %s', (written, wanted) => expect(filled(written)).toBe(wanted));

  it('a value is only ever text', () => {
    expect(filled('Hei {fornavn}', { ...values, firstName: '*{navn}* # #set' })).toBe('Hei *{navn}* # #set');
  });

  it.each([
    ['Hei {fornvn}', 'unknown-field', '{fornvn}'],
    ['Hei {}', 'unknown-field', '{}'],
    ['Hei {fornavn', 'unclosed-field', 'Hei {fornavn'],
    ['Hei fornavn}', 'unclosed-field', 'Hei fornavn}'],
    ['*Hei', 'unclosed-emphasis', '*Hei'],
    ['Hei\u0007', 'unreadable-sign', 'U+0007'],
    ['Hei\u202e', 'unreadable-sign', 'U+202E'],
  ])('%j is faulty: %s', (written, code, found) => {
    expect(readMarkup(`Fine line\n${written}`).faults).toEqual([{ code, line: 2, found }]);
  });
});

describe('before a template is kept', () => {
  it('each language’s texts are whole, and both written forms are there', () => {
    expect(faultsOfTemplate(letter('Hei'))).toEqual([]);
    expect(faultsOfTemplate({ channel: 'letter', texts: { nb: text('Hei') } })).toMatchObject([
      { code: 'no-language', language: 'nn' },
    ]);
    expect(faultsOfTemplate(letter(' '))).toMatchObject([{ code: 'empty', part: 'body' }]);
    expect(faultsOfTemplate(letter('Hei', { title: '# Stor\n\nog to' }))).toMatchObject([{ code: 'blocks-in-title' }]);
    expect(
      faultsOfTemplate({ channel: 'sms', texts: { nb: text('Hei', { title: '', copyIntro: '' }), nn: text('Hei') } }),
    ).toEqual([]);
  });

  it('a fault refuses it with language, part and line; a word that tells too much only warns', () => {
    expect(refuseTemplate(faultsOfTemplate(letter('Hei\n{x}')))).toEqual({
      ok: false,
      refusals: [{ code: 'template.unknown-field', facts: { language: 'nb', part: 'body', line: 2, found: '{x}' } }],
    });
    expect(faultsOfTemplate(letter('Du er kodet OTUK'))).toMatchObject([{ code: 'revealing', found: 'OTUK' }]);
  });

  it.each([
    ['Du står som OTUK hos oss', ['OTUK']],
    ['Du kom over som OSON', ['OSON']],
    ['Du har hemmelig adresse', ['hemmelig adresse']],
    ['Du er syk', ['syk']],
    ['Du sykler i Oslo med ELEV-kort fra OSLO', []],
    ['Du står utan skuleplass', ['utan skuleplass']],
    ['NAV har bedt oss', ['NAV']],
    ['Navnet ditt', []],
    ['We would like to hear how you are doing', []],
  ])('%s', (written, wanted) => expect(revealingWords(written).map(({ word }) => word)).toEqual(wanted));
});

it('a field that is empty is counted for those whose text uses it', () => {
  const template = letter('Ring {telefon} eller skriv til {epost}, hilsen {rådgiver}');
  const nb = { language: 'nb', values } as const;
  const nn = { language: 'nn', values } as const;

  expect([...emptyFields(template, [nb, nb, nn])]).toEqual([
    ['officePhone', 2],
    ['adviser', 2],
  ]);
});
