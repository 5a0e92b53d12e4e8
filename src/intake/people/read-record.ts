import type { NationalId, NationalIdHints } from '#domain/person/national-id.ts';
import { type LanguageForm, type TransferCode, transferCodes, type YouthRecord } from '#domain/person/youth-record.ts';
import type { Note, PlacedFault } from '../fault.ts';
import { readContact, readWhereabouts } from './read-contact.ts';
import { readGuardians } from './read-guardians.ts';
import { readIdentity, readName } from './read-identity.ts';
import { readCourse, readUnit } from './read-school.ts';
import { type RowReader, rowReader, type SourceColumns, type SourceRow, saysYes } from './source-row.ts';

/** `transfer`: every row must have a right national id. `compare`: a row may be matched by name, and a wrong id is left out. */
export type Purpose = 'transfer' | 'compare';

export interface RecordRules {
  readonly purpose: Purpose;
  /** A person's decision on numbers that may be fictive or D-numbers, by the number. */
  readonly treatAs?: ReadonlyMap<string, NonNullable<NationalIdHints['treatAs']>>;
}

export interface ReadRow {
  readonly row: number;
  /** Absent when the row has a fault: a row is read whole or not at all. */
  readonly record?: YouthRecord;
  readonly nationalId?: NationalId;
  readonly faults: readonly PlacedFault[];
  readonly notes: readonly Note[];
}

/** Reads one row to a youth record, with every fault of the row, each placed. */
export function readRecord(columns: SourceColumns, source: SourceRow, rules: RecordRules): ReadRow {
  const row = rowReader(columns, source);
  const transfer = rules.purpose === 'transfer';
  const treatAs = rules.treatAs?.size ? rules.treatAs.get(row.text('nationalId').replaceAll(/\s/g, '')) : undefined;
  const identity = readIdentity(row, own, {
    idMustBeRight: transfer,
    idMustBeThere: transfer,
    ...(treatAs && { treatAs }),
  });
  const name = readName(row, own);
  if (!name && (transfer || !identity.nationalId))
    row.fault('intake.name.missing', row.columnOf('lastName', 'fullName', 'surnameFirst', 'firstName'));
  const guardians = readGuardians(row);
  const languageForm = readLanguageForm(row);
  const record: YouthRecord = {
    ...identity,
    name: name ?? { first: '', last: '' },
    ...readCodes(row),
    ...readWhereabouts(row, own),
    ...readMunicipality(row),
    ...readContact(row, own),
    ...(languageForm && { languageForm }),
    ...readUnit(row),
    ...readCourse(row),
    ...(guardians.length > 0 && { guardians }),
    ...readStanding(row),
  };
  return {
    row: source.row,
    ...(row.faults.length === 0 && { record }),
    ...(identity.nationalId && { nationalId: identity.nationalId }),
    faults: row.faults,
    notes: row.notes,
  };
}

const own = <Field extends string>(field: Field): Field => field;

/** A transfer code, or (from the feed) an OT code that is kept for information; anything else is a fault. */
function readCodes(row: RowReader): Pick<YouthRecord, 'transferCode' | 'activityCode'> {
  const text = row.text('transferCode').toUpperCase();
  if (text === '') return {};
  const transferCode = transferCodes.find((code): code is TransferCode => code === text);
  if (transferCode) return { transferCode };
  if (/^((OT|EL)[A-Z]{2}(_IM|_FEIL)?|FEIL)$/.test(text)) return { activityCode: text === 'FEIL' ? 'Feil' : text };
  row.fault('intake.transferCode.unknown', row.first('transferCode'), { allowed: transferCodes });
  return {};
}

function readMunicipality(row: RowReader): Pick<YouthRecord, 'municipalityNumber' | 'municipalityName'> {
  const either = row.text('municipality');
  const [, eitherNumber = '', eitherName = ''] = /^(\d{3,4})?[ ,-]*(.*)$/s.exec(either) ?? [];
  const number = row.text('municipalityNumber') || eitherNumber;
  const name = row.text('municipalityName') || eitherName;
  if (number !== '' && !/^\d{3,4}$/.test(number)) {
    row.note('intake.note.municipalityOdd', row.first('municipalityNumber'));
    return name === '' ? {} : { municipalityName: name };
  }
  return {
    ...(number !== '' && { municipalityNumber: number.padStart(4, '0') }),
    ...(name !== '' && { municipalityName: name }),
  };
}

function readLanguageForm(row: RowReader): LanguageForm | undefined {
  const text = row.text('languageForm').toLowerCase();
  if (/^(b|bm|bokm(å|a|aa)l|nb|nob|nb-no)$/.test(text)) return 'nb';
  if (/^(n|nyn|nynorsk|nn|nno|nn-no)$/.test(text)) return 'nn';
  if (text !== '') row.note('intake.note.languageForm', row.first('languageForm'), { found: text.slice(0, 20) });
  return undefined;
}

function readStanding(row: RowReader): Pick<YouthRecord, 'deceased' | 'emigrated' | 'manualOnly' | 'reserved'> {
  const status = row.text('personStatus').toLowerCase();
  const deceased = saysYes(row, 'deceased') || /^(død|doed|dead|deceased)/.test(status);
  const emigrated = saysYes(row, 'emigrated') || /^(utvandre|utflytt|emigrated)/.test(status);
  return {
    ...(row.has('manualOnly') && { manualOnly: saysYes(row, 'manualOnly') }),
    ...(row.has('reserved') && { reserved: saysYes(row, 'reserved') }),
    ...((row.has('deceased') || row.has('personStatus')) && { deceased }),
    ...((row.has('emigrated') || row.has('personStatus')) && { emigrated }),
  };
}
