import type { RecordField } from '#domain/person/youth-record.ts';
import { type ColumnField, personFields, youthFields } from '../table/column-field.ts';

/** Which parts of a record a set of columns speaks of: an empty cell there means "nothing", not "not said". */
export function carriedFields(columns: Iterable<ColumnField>): readonly RecordField[] {
  return [
    ...new Set(
      [...columns].flatMap((column) => (column.startsWith('guardian') ? ['guardians' as const] : ofColumn(column))),
    ),
  ];
}

function ofColumn(column: ColumnField): readonly RecordField[] {
  const own = [...personFields, ...youthFields].find((field) => field === column);
  return own ? parts[own] : [];
}

const name: readonly RecordField[] = ['name'];
const address: readonly RecordField[] = ['address'];
const numbers: readonly RecordField[] = ['mobiles', 'phones', 'unusablePhones'];
const course: readonly RecordField[] = ['course'];

const parts: Readonly<Record<(typeof personFields)[number] | (typeof youthFields)[number], readonly RecordField[]>> = {
  nationalId: ['nationalId', 'born'],
  firstName: name,
  middleName: name,
  lastName: name,
  fullName: name,
  surnameFirst: name,
  born: ['born'],
  street: address,
  street2: address,
  street3: address,
  postcode: address,
  place: address,
  postcodeAndPlace: address,
  country: address,
  addressProtection: ['addressProtection'],
  mobile: numbers,
  phone: numbers,
  email: ['email'],
  transferCode: ['transferCode', 'activityCode'],
  municipality: ['municipalityNumber', 'municipalityName'],
  municipalityNumber: ['municipalityNumber'],
  municipalityName: ['municipalityName'],
  languageForm: ['languageForm'],
  unit: ['unitNumber', 'unitName'],
  unitNumber: ['unitNumber'],
  unitName: ['unitName'],
  school: ['school'],
  caseworker: ['caseworkerLogin', 'caseworkerName'],
  caseworkerLogin: ['caseworkerLogin'],
  caseworkerName: ['caseworkerName'],
  deceased: ['deceased'],
  emigrated: ['emigrated'],
  manualOnly: ['manualOnly'],
  reserved: ['reserved'],
  personStatus: ['deceased', 'emigrated'],
  courseCode: course,
  courseName: course,
  courseFrom: course,
  courseTo: course,
};
