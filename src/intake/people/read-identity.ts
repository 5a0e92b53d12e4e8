import type { Day } from '#domain/calendar/day.ts';
import { splitName, splitSurnameFirst, tidyName } from '#domain/person/name.ts';
import { maskNationalId, type NationalId, type NationalIdHints, readNationalId } from '#domain/person/national-id.ts';
import type { PersonName } from '#domain/person/youth-record.ts';
import { cellText } from '../table/cell.ts';
import type { ColumnField, PersonField } from '../table/column-field.ts';
import { numberInTwo } from './number-in-two.ts';
import { daysIn } from './read-day.ts';
import type { RowReader } from './source-row.ts';

/** Whose columns are read: the youth's own, or a guardian's. */
export type Whose = (field: PersonField) => ColumnField;

export interface Identity {
  readonly nationalId?: NationalId;
  readonly born?: Day;
}

export interface IdentityRules {
  /** In a transfer list an id that cannot be read makes the row faulty; in a list to compare with it is left out and noted. */
  readonly idMustBeRight: boolean;
  readonly idMustBeThere: boolean;
  readonly treatAs?: NationalIdHints['treatAs'];
}

/** Reads number and birth day together: each is checked by the other, and the row is faulty when they disagree. */
export function readIdentity(row: RowReader, whose: Whose, rules: IdentityRules): Identity {
  const at = row.first(whose('nationalId'));
  const written = row.text(whose('nationalId'));
  const joined = numberInTwo(written, row.first(whose('born'))?.cell);
  const days = readDays(row, whose, rules, joined !== undefined);
  const text = joined ?? written;
  if (at === undefined || text === '') {
    if (at === undefined && rules.idMustBeThere)
      row.fault('intake.nationalId.missing', row.columnOf(whose('nationalId')));
    return days[0] ? { born: days[0] } : {};
  }
  const hints: NationalIdHints = rules.treatAs ? { treatAs: rules.treatAs } : {};
  const agreeing = days
    .map((born) => ({ born, reading: readNationalId(text, { ...hints, born }) }))
    .find(({ born, reading }) => reading.ok && reading.id.born === born)?.reading;
  const reading = agreeing ?? readNationalId(text, hints);
  if (!reading.ok) {
    const { code, facts } = reading.fault;
    if (rules.idMustBeRight) row.fault(code, at, facts, maskNationalId(text));
    else row.note('intake.note.idLeftOut', at, { why: code });
    return days[0] ? { born: days[0] } : {};
  }
  for (const note of reading.notes) row.note(`intake.note.${note}`, at);
  if (days.length > 0 && !agreeing) {
    const bornAt = row.first(whose('born'));
    if (rules.idMustBeRight) row.fault('intake.born.otherThanNumber', bornAt);
    else row.note('intake.note.bornOtherThanNumber', bornAt);
    return rules.idMustBeRight || !days[0] ? { nationalId: reading.id } : { nationalId: reading.id, born: days[0] };
  }
  return { nationalId: reading.id, born: reading.id.born };
}

function readDays(row: RowReader, whose: Whose, rules: IdentityRules, isPartOfNumber: boolean): readonly Day[] {
  const at = row.first(whose('born'));
  if (at === undefined || row.text(whose('born')) === '') return [];
  const days = daysIn(at.cell);
  // The first six digits of a D-number or a test person's number are no day, and need not be one.
  if (days.length === 0 && !isPartOfNumber) {
    // Some systems put the whole number in the column for the birth day; the number is then read from its own column.
    if (rules.idMustBeRight) row.fault('intake.born.notADay', at, undefined, maskNationalId(cellText(at.cell)));
    else row.note('intake.note.bornLeftOut', at);
  }
  return days;
}

/** Reads the name from its own columns, or from one column in either order; undefined when the row has none. */
export function readName(row: RowReader, whose: Whose): PersonName | undefined {
  const [first, middle, last] = (['firstName', 'middleName', 'lastName'] as const).map((field) =>
    tidyName(row.text(whose(field))),
  );
  if (last) return { first: first ?? '', ...(middle && { middle }), last };
  const whole = row.text(whose('fullName'));
  if (whole !== '') return splitName(whole);
  const turned = row.text(whose('surnameFirst'));
  return turned === '' ? undefined : splitSurnameFirst(turned);
}
