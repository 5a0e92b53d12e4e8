import { describe, expect, it } from 'vitest';
import { checkSms } from '#domain/sms/check.ts';
import { tellingIn } from '#domain/sms/telling.ts';

describe('a text that tells how the youth stands', () => {
  it.each([
    ['Vi ser at du ikkje er sjuk lenger', ['sjuk']],
    ['Du er registrert med OTUK', ['OTUK']],
    ['du er otsy hos oss', ['otsy']],
    ['Møte med NAV på torsdag', ['NAV']],
    ['Vi ser at du er ikke i skole', ['ikke i skole']],
    ['Helsing Oppfølgingstenesta', ['Oppfølgingstenesta']],
    ['You are not in school', ['not in school']],
    ['Psykologen vil snakke med deg', ['Psykologen']],
    ['OSON fra Vigo', ['OSON']],
  ])('%s', (text, words) => {
    expect(tellingIn(text).map(({ word }) => word)).toEqual(words);
  });

  it.each([
    'Hei! Ring oss på 55 00 00 00, så finn vi ut av det saman. Helsing Kari i fylkeskommunen',
    'Feil nummer? Gi oss beskjed.',
    'Vi navngir deg ikkje, rusletur på fjellet',
    'Still going strong, illustrert',
    'Vil du ha ein prat om skule og jobb?',
  ])('but not «%s»', (text) => {
    expect(tellingIn(text)).toEqual([]);
  });

  it('is warned about with what it costs, and nothing is taken out', () => {
    const text = `Hei! NAV – ${'lang tekst '.repeat(20)}`;
    const check = checkSms(text);

    expect(check.warnings).toEqual(['dear-letters', 'several-parts', 'telling']);
    expect(check.parts.join('')).toBe(text);
    expect(checkSms(' ').warnings).toEqual(['empty']);
  });
});
