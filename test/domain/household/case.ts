import { day } from '#domain/calendar/day.ts';
import type { LetterYouth } from '#domain/household/letter-piece.ts';
import type { Address, Guardian } from '#domain/person/youth-record.ts';

/** The day the letters go in every case that names no other. */
export const sendDay = day('2026-09-10');

export const home: Address = { lines: ['Storgata 1'], postcode: '6001', place: 'Ålesund' };
export const away: Address = { lines: ['Fjordvegen 22 B'], postcode: '6100', place: 'Volda' };
export const third: Address = { lines: ['Postboks 12'], postcode: '6200', place: 'Stranda' };
export const sweden: Address = { lines: ['Exempelgatan 7', '411 01 Göteborg'], country: 'SE' };
export const places: Readonly<Record<string, string>> = {
  6001: 'ÅLESUND',
  6100: 'VOLDA',
  6200: 'STRANDA',
  '0150': 'OSLO',
};

type Given = Partial<LetterYouth>;
type GivenGuardian = Partial<Guardian>;

/** A youth of 17 who lives at home, unless the case says otherwise. */
export const aYouth = (given: Given = {}): LetterYouth => ({
  name: { first: 'Ane', last: 'Testdal' },
  born: day('2009-03-02'),
  address: home,
  addressProtection: 'none',
  ...given,
});
export const adult = day('2008-03-02');

const grown =
  (first: string, relation: string) =>
  (given: GivenGuardian = {}): Guardian => ({
    name: { first, last: 'Testdal' },
    relation,
    hasParentalResponsibility: true,
    address: home,
    ...given,
  });
export const mor = grown('Mona', 'mor');
export const far = grown('Finn', 'far');
export const verje = grown('Vera', 'verje');
/** What nobody has said. */
export const unsaid = { hasParentalResponsibility: undefined } as unknown as GivenGuardian;

/**
 * Who gets what, as one line: the envelopes, then `|` and those held: `guardian-2:manual.protected`. Nothing for nobody.
 * What is left out says itself: a youth of 17, the ordinary send day.
 */
export type Row = readonly [situation: string, youth: LetterYouth, wanted: string, on?: string];

export interface Case {
  readonly source: string;
  readonly situation: string;
  readonly youth: LetterYouth;
  readonly wanted: string;
  readonly on: string;
}

export const cases = (source: string, rows: readonly Row[]): readonly Case[] =>
  rows.map(([situation, youth, wanted, on = sendDay]) => ({ source, situation, youth, wanted, on }));
