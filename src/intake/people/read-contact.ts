import { isPostcode } from '#domain/person/reach.ts';
import type { Address, AddressProtection, ContactPoints } from '#domain/person/youth-record.ts';
import { readPhone, splitPhones } from '../phone.ts';
import type { Whose } from './read-identity.ts';
import type { RowReader } from './source-row.ts';

/** Sorts all numbers of a row by what they can do; a number nobody can dial is kept as written and noted. */
export function readContact(row: RowReader, whose: Whose): ContactPoints {
  const [mobiles, phones, unusable] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const field of [whose('mobile'), whose('phone')]) {
    for (const at of row.all(field)) {
      const text =
        at.cell.kind === 'text' || at.cell.kind === 'number'
          ? String(at.cell.kind === 'text' ? at.cell.text : at.cell.number)
          : '';
      for (const part of splitPhones(text)) {
        const reading = readPhone(part);
        if (reading.ok) (reading.sms ? mobiles : phones).add(reading.number);
        else if (/\d/.test(part)) {
          unusable.add(part.slice(0, 40));
          row.note('intake.note.phoneUnusable', at, { found: reading.fault.found });
        }
      }
    }
  }
  const email = readEmail(row, whose);
  return {
    ...(mobiles.size > 0 && { mobiles: [...mobiles] }),
    ...(phones.size > 0 && { phones: [...phones] }),
    ...(unusable.size > 0 && { unusablePhones: [...unusable] }),
    ...(email !== '' && { email }),
  };
}

function readEmail(row: RowReader, whose: Whose): string {
  const at = row.first(whose('email'));
  const [text = ''] = row
    .text(whose('email'))
    .replace(/^mailto:/i, '')
    .split(/[;,\s]+/);
  if (text === '' || /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(text)) return text;
  row.note('intake.note.emailUnusable', at, { found: text.slice(0, 80) });
  return '';
}

export interface Whereabouts {
  readonly address?: Address;
  readonly addressProtection?: AddressProtection;
}

/** Reads address and protection together: an address line that says it is secret is protection, never a line. */
export function readWhereabouts(row: RowReader, whose: Whose): Whereabouts {
  const said = readProtection(row, whose);
  const lines = (['street', 'street2', 'street3'] as const)
    .flatMap((field) => row.text(whose(field)).split(/\r?\n/))
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const secret = lines.some((line) => secretWords.test(line));
  if (secret) row.note('intake.note.secretAddressLine', row.first(whose('street')));
  const known = lines.filter((line) => !secretWords.test(line) && !unknownWords.test(line));
  const { postcode, place } = readPostcode(row, whose);
  const country = row.text(whose('country'));
  const abroad = country !== '' && !/^(norge|noreg|norway|norga|nor?|578)$/i.test(country);
  const address: Address = {
    lines: known,
    ...(postcode !== '' && { postcode }),
    ...(place !== '' && { place }),
    ...(abroad && { country }),
  };
  const empty = known.length === 0 && postcode === '' && place === '' && !abroad;
  const addressProtection = secret && (said === undefined || said === 'none') ? 'strictly-confidential' : said;
  return { ...(!empty && { address }), ...(addressProtection && { addressProtection }) };
}

const secretWords =
  /(sperr(et|a) adresse|adresse ?sperre|(hemmelig|fortrolig|skjult) adresse|hemmeleg adresse|^\W*kode ?[67]\b|confidential)/i;
const unknownWords = /^(ukjent|ukjend|mangler|manglar|unknown|\?+|-+)( adresse)?$/i;

function readPostcode(row: RowReader, whose: Whose): { readonly postcode: string; readonly place: string } {
  const at = row.first(whose('postcode')) ?? row.first(whose('postcodeAndPlace'));
  const written = row.text(whose('postcode')) || row.text(whose('postcodeAndPlace'));
  const [, code = written, beside = ''] = /^(?:N(?:O)?-)?(\d{3,4})(?:\.0)?[ ,]+(\D.*)$/i.exec(written) ?? [];
  const place = row.text(whose('place')) || beside;
  const digits = code.replace(/^N(?:O)?-/i, '').replace(/\.0$/, '');
  if (/^\d{3}$/.test(digits) && row.text(whose('country')) === '') {
    row.note('intake.note.postcodeZeroRestored', at);
    return { postcode: `0${digits}`, place };
  }
  if (digits !== '' && !isPostcode(digits) && row.text(whose('country')) === '')
    row.note('intake.note.postcodeOdd', at);
  return { postcode: digits, place };
}

/** An unknown word is a fault, never `none`: a wrong reading here could send a letter to a hidden address. */
function readProtection(row: RowReader, whose: Whose): AddressProtection | undefined {
  const at = row.first(whose('addressProtection'));
  const text = row
    .text(whose('addressProtection'))
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ');
  if (at === undefined || at.cell.kind === 'unreadable') return undefined;
  const found = protections.find(([, words]) => words.test(text))?.[0];
  if (found === undefined) row.fault('intake.protection.unknown', at);
  else if (found === 'unsaid') row.note('intake.note.protectionUnsaid', at);
  return found === 'unsaid' ? 'strictly-confidential' : found;
}

/** Register words and code numbers (6 strictly, 7 confidential; 19 is 6 abroad). A bare yes is read as the strictest. */
const protections: readonly (readonly [AddressProtection | 'unsaid', RegExp])[] = [
  ['none', /^(0|nei|ingen|ugradert|none|no|n|false|-|vanlig|vanleg)$/],
  [
    'strictly-confidential',
    /^((kode )?6|(kode )?19|strengt ?fortro?lig( .*)?|strengt ?fortruleg|strictly ?confidential|spsf|sf)$/,
  ],
  ['confidential', /^((kode )?7|fortrolig( adresse)?|fortruleg|confidential|spfo)$/],
  ['client', /^(klient ?adresse|klient|client( address)?)$/],
  ['unsaid', /^(ja|x|j|1|yes|y|true|sperret|sperra|skjermet|skjerma|hemmelig|hemmeleg|protected)$/],
];
