import type { Mended } from '#domain/person/mended-contact.ts';
import type { RecordField, YouthRecord } from '#domain/person/youth-record.ts';
import type { ChangedField } from './import-plan.ts';

/** A list that is silent about these says nothing: who a person is, and why they came, is never emptied by a list. */
const neverEmptied: ReadonlySet<RecordField> = new Set(['name', 'nationalId', 'born', 'transferCode']);
/** Used for the first assignment only; afterwards the county decides (domain notes §7, item 22). */
const neverCompared: ReadonlySet<RecordField> = new Set(['caseworkerLogin', 'caseworkerName']);

/** The fields a list compares with: those it has columns for and those the row itself has. */
export function comparedFields(carries: readonly RecordField[]): ReadonlySet<RecordField> {
  return new Set(carries.filter((field) => !neverCompared.has(field)));
}

/** Lays a row over what is known and names every field that becomes another; the known record itself when none does. */
export function layOver(
  known: YouthRecord,
  read: YouthRecord,
  carried: ReadonlySet<RecordField>,
  mended: Mended = {},
): { readonly after: YouthRecord; readonly fields: readonly ChangedField[] } {
  // `as`: the keys of a record are its fields; `carried` holds fields only.
  const own = (Object.keys(read) as RecordField[]).filter((field) => !carried.has(field) && !neverCompared.has(field));
  const fields: ChangedField[] = [];
  for (const field of [...carried, ...own]) {
    const [from, to] = [known[field], read[field]];
    if (to === undefined && neverEmptied.has(field)) continue;
    if (isOldWord(mended, field, to)) continue;
    if (alike(from, to) || (saysNo(from) && saysNo(to))) continue;
    fields.push({ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  }
  return fields.length === 0 ? { after: known, fields } : { after: withChanges(known, fields), fields };
}

/** What the list said when somebody mended the field by hand: the hand knew better. */
function isOldWord(mended: Mended, field: RecordField, to: unknown): boolean {
  if (field !== 'mobiles' && field !== 'address') return false;
  const before = mended[field];
  return before !== undefined && alike(before.listSaid ?? undefined, to);
}

/** Never said, and said to be no, are the same. */
const saysNo = (value: unknown): boolean => value === undefined || value === false || value === 'none';

function withChanges(known: YouthRecord, fields: readonly ChangedField[]): YouthRecord {
  const after: Partial<Record<RecordField, ChangedField['to']>> = { ...known };
  for (const { field, to } of fields) {
    if (to === undefined) delete after[field];
    else after[field] = to;
  }
  // `as`: each field got the value the row has for that same field, and the name is never emptied.
  return after as YouthRecord;
}

/** Whether two values of a record say the same; lists keep their order. */
export function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, place) => alike(value, other[place]));
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && alike(one[key], other[key]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
