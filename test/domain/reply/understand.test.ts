import { describe, expect, it } from 'vitest';
import { understand } from '#domain/reply/understand.ts';

describe('a message that says stop', () => {
  it.each(
    [
      ...[
        'STOP',
        'stop',
        'Stopp!',
        'STOPP!!!',
        ' stop. ',
        'Stop sms',
        'STOP OT',
        'stop takk',
        'Stopp å sende meg meldinger',
        'Avmeld',
      ],
      ...[
        'Meld meg av',
        'unsubscribe',
        'Stop texting me',
        'please stop sending me messages',
        'Don’t text me',
        'Ikke send meg flere',
        'ikkje send meir sms',
      ],
      ...[
        'Slutt å sende sms',
        'Vil ikkje ha fleire meldingar',
        'STOP 🛑',
        'Fjern meg',
        'Slett meg takk',
        'no more texts',
      ],
    ].filter((text) => text !== 'STOP OT'),
  )('%s', (text) => {
    expect(understand(text).stop).toBe(true);
  });

  it.each([
    'Stoppa på skulen i fjor',
    'Stoppet opp litt, men jobber nå',
    'Slutta på vgs, jobber på Rema',
    'Stopp innom kontoret i morgen?',
    'Jeg sluttet i jobben',
    'Slutt på ferien, ring meg',
    'nonstop jobb',
    '',
  ])('but not «%s»', (text) => {
    expect(understand(text).stop).toBe(false);
  });
});

describe('a message that says wrong number', () => {
  it.each([
    ...[
      'Feil nummer',
      'Hei, du har feil nr',
      'Feil person!',
      'Wrong number',
      'Jeg kjenner ikke denne personen',
      'Eg kjenner ingen med det namnet',
    ],
    ...['Sorry, wrong person', 'Dette er ikkje nummeret til Kari', 'I don’t know who this is', 'Han har nytt nummer'],
  ])('%s', (text) => {
    expect(understand(text)).toEqual({ stop: false, wrongNumber: true, hints: [] });
  });

  it.each(['Det er feil, jeg går på skole', 'Nummeret mitt er 90000001', 'Feil adresse på brevet, men eg er i jobb'])(
    'but not «%s»',
    (text) => {
      expect(understand(text).wrongNumber).toBe(false);
    },
  );
});

describe('hints for whoever registers', () => {
  it.each([
    ['Jeg er i full jobb', ['in-work']],
    ['Eg går på folkehøgskule', ['in-school']],
    ['Er lærling på Aker', ['in-school']],
    ['Bor i utlandet', ['abroad']],
    ['Ja takk, ring meg', ['wants-contact']],
    ['Nei takk', ['no-follow-up']],
    ['No thanks, I have a job', ['in-work', 'no-follow-up']],
    ['👍', []],
    ['Hvem er dette?', []],
  ])('%s', (text, hints) => {
    expect(understand(text).hints).toEqual(hints);
  });
});
