import type { County, DemoYouth } from './county-shape.ts';
import { norwegianDate } from './cross-check-lists.ts';

const programmes = [
  ['STUSP', 'Studiespesialisering'],
  ['HSHEA', 'Helse- og oppvekstfag'],
  ['TPTIP', 'Teknologi- og industrifag'],
  ['BABAT', 'Bygg- og anleggsteknikk'],
  ['RMRMF', 'Restaurant- og matfag'],
] as const;

/** The youths in the shape of VIGO's OT service (domain notes §2.2): `antall` declares how many there should be. */
export function vigoFeed(county: County, youths: readonly DemoYouth[]) {
  return { errorMessage: '', antall: youths.length, otungdommer: youths.map((youth) => feedYouth(county, youth)) };
}

function feedYouth(county: County, { record, leaving, id }: DemoYouth) {
  const year = Number(county.schoolYear.slice(0, 4));
  const [code, name] = programmes[Number(id.slice(-2)) % programmes.length] ?? programmes[0];
  const { first, middle, last } = record.name;
  return {
    person: {
      fornavn: middle === undefined ? first : `${first} ${middle}`,
      etternavn: last,
      fdato: record.born ? norwegianDate(record.born) : '',
      fnr: record.nationalId?.text ?? '',
      epost: record.email ?? '',
      mobilnr: record.mobiles?.[0] ?? record.phones?.[0] ?? record.unusablePhones?.[0] ?? '',
    },
    otData: {
      tilknytningnr: record.unitNumber ?? '',
      tilknytningnavn: record.unitName ?? '',
      aktivitetskode: record.transferCode ?? '',
    },
    ...(leaving
      ? { elevkurs: { promrkode: code, promrnavn: name, start: `18.08.${year}`, slutt: norwegianDate(leaving.leftOn) } }
      : {}),
  };
}
