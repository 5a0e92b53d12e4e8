/** What a column can hold for one person; a guardian has the same fields again. */
export const personFields = [
  'nationalId',
  'firstName',
  'middleName',
  'lastName',
  'fullName',
  'surnameFirst',
  'born',
  'street',
  'street2',
  'street3',
  'postcode',
  'place',
  'postcodeAndPlace',
  'country',
  'addressProtection',
  'mobile',
  'phone',
  'email',
] as const;
export type PersonField = (typeof personFields)[number];

/** What only the youth's own columns hold. */
export const youthFields = [
  'transferCode',
  'municipality',
  'municipalityNumber',
  'municipalityName',
  'languageForm',
  'unit',
  'unitNumber',
  'unitName',
  'school',
  'caseworker',
  'caseworkerLogin',
  'caseworkerName',
  'deceased',
  'emigrated',
  'manualOnly',
  'reserved',
  'personStatus',
  'courseCode',
  'courseName',
  'courseFrom',
  'courseTo',
] as const;
export type YouthField = (typeof youthFields)[number];

/** Which guardian a column is about: by number, or by the word that also gives the relation. */
export const guardianSlots = ['1', '2', '3', '4', 'mother', 'father'] as const;
export type GuardianSlot = (typeof guardianSlots)[number];
/** What only a guardian's columns hold. */
export const guardianFields = [
  'relation',
  'responsibility',
  'addressHidden',
  'confidential',
  'deceased',
  'emigrated',
] as const;
export type GuardianField = PersonField | (typeof guardianFields)[number];

/** The name of a column in a column map, for example `nationalId` or `guardian1.mobile`. */
export type ColumnField = PersonField | YouthField | `guardian${GuardianSlot}.${GuardianField}`;

/** A column map as a person gives it: heading as it stands in the file → field. */
export type GivenColumns = Readonly<Record<string, ColumnField | 'ignore'>>;
