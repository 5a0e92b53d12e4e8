import type { DemoYouth } from './county-shape.ts';
import { norwegianDate } from './cross-check-lists.ts';
import type { ListTable } from './table-file.ts';

const people = ['Fødselsnummer', 'Fornavn', 'Mellomnavn', 'Etternavn', 'Fødselsdato'];
const homes = ['Adresse', 'Postnummer', 'Poststed', 'Land', 'Kommunenummer', 'Kommune', 'Adressesperre'];
const contacts = ['Mobil', 'E-post', 'Målform'];
const service = ['Kode', 'OT-enhetsnr', 'OT-enhet', 'Skole', 'Saksbehandler', 'Død', 'Utvandret'];
const stops = ['Manuell stopp', 'Reservert mot digitalt'];
const guardian = [
  ...['navn', 'fødselsnummer', 'relasjon', 'foreldreansvar', 'adresse', 'postnummer', 'poststed', 'mobil'],
  ...['skal ikke kjenne adressen', 'taushet', 'død'],
];
const guardians = [1, 2].flatMap((nth) => guardian.map((fact) => `Foresatt ${nth} ${fact}`));

/** A transfer list as the county's export would write it; the layout is our own, since no public one exists (domain notes §2.1). */
export function transferList(name: string, youths: readonly DemoYouth[]): ListTable {
  return {
    name,
    headings: [...people, ...homes, ...contacts, ...service, ...stops, ...guardians],
    rows: youths.map(transferRow),
  };
}

function transferRow({ record }: DemoYouth): string[] {
  return [
    record.nationalId?.text ?? '',
    record.name.first,
    record.name.middle ?? '',
    record.name.last,
    record.born ? norwegianDate(record.born) : '',
    ...homeCells(record),
    record.municipalityNumber ?? '',
    record.municipalityName ?? '',
    protectionWord[record.addressProtection ?? 'none'],
    phoneCell(record),
    record.email ?? '',
    record.languageForm === 'nn' ? 'N' : 'B',
    record.transferCode ?? '',
    record.unitNumber ?? '',
    record.unitName ?? '',
    record.school ?? '',
    record.caseworkerLogin ?? '',
    record.deceased ? 'Ja' : '',
    record.emigrated ? 'Ja' : '',
    record.manualOnly ? 'Ja' : '',
    record.reserved ? 'Ja' : '',
    ...[0, 1].flatMap((at) => guardianCells(record, at)),
  ];
}

type Listed = DemoYouth['record'];

const protectionWord = { none: '', confidential: '7', 'strictly-confidential': '6', client: 'Klientadresse' } as const;

const phoneCell = (of: Pick<Listed, 'mobiles' | 'phones' | 'unusablePhones'>) =>
  of.mobiles?.[0]?.slice(3) ?? of.phones?.[0]?.slice(3) ?? of.unusablePhones?.[0] ?? '';

function homeCells({ address }: Pick<Listed, 'address'>): string[] {
  return [address?.lines.join(', ') ?? '', address?.postcode ?? '', address?.place ?? '', address?.country ?? ''];
}

function guardianCells(record: Listed, at: number): string[] {
  const grown = record.guardians?.[at];
  if (!grown) return guardian.map(() => '');
  return [
    `${grown.name.first} ${grown.name.last}`,
    grown.nationalId?.text ?? '',
    grown.relation ?? '',
    responsibilityWord(grown.hasParentalResponsibility),
    grown.address?.lines.join(', ') ?? '',
    grown.address?.postcode ?? '',
    grown.address?.place ?? '',
    phoneCell(grown),
    grown.addressIsHidden ? 'Ja' : '',
    grown.isConfidential ? 'Ja' : '',
    grown.deceased ? 'Ja' : '',
  ];
}

const responsibilityWord = (has: boolean | undefined) => (has === undefined ? '' : has ? 'Ja' : 'Nei');
