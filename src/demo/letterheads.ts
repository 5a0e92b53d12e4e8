import type { CountyHead, OfficeHead } from '#domain/letter/letterhead.ts';
import type { County, DemoUnit } from './county-shape.ts';

/** What a made-up county writes on its letters: no street, number or address that is anybody's. */
export const countyHead = ({ units }: Pick<County, 'units'>): CountyHead => ({
  postAddress: ['Postboks 100', placeOf(units[0])],
  organisationNumber: '999 999 999',
  web: 'vestfjord.example',
  replyAt: 'https://svar.vestfjord.example',
});

/** The phone is in the series kept for fiction (domain notes §4.5). */
export const officeHead = (unit: DemoUnit): OfficeHead => ({
  visit: ['Skulegata 4', placeOf(unit)],
  phone: `68 05 ${unit.number.slice(-4, -2)} ${unit.number.slice(-2)}`,
  email: `ot.${unit.id}@vestfjord.example`,
});

const placeOf = (unit: DemoUnit | undefined): string =>
  unit?.posts[0] ? `${unit.posts[0].code} ${unit.posts[0].place}` : '';
