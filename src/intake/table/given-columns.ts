import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import {
  type ColumnField,
  type GivenColumns,
  guardianFields,
  guardianSlots,
  personFields,
  youthFields,
} from './column-field.ts';
import { recogniseHeading } from './recognise-heading.ts';

const own = [...personFields, ...youthFields] as const;
const guardians = guardianSlots.flatMap((slot) =>
  [...personFields, ...guardianFields].map((field) => `guardian${slot}.${field}` as const),
);
/** Words that people use for a field beside its name. */
const otherWords = { birthDate: 'born', address: 'street', startedOn: 'courseFrom', endedOn: 'courseTo' } as const;

const named: ReadonlyMap<string, ColumnField> = new Map<string, ColumnField>([
  ...[...own, ...guardians].map((field) => [field, field] as const),
  ...Object.entries(otherWords),
]);

const fieldOf = (word: string): ColumnField | undefined =>
  word === 'ignore' ? undefined : (named.get(word) ?? recogniseHeading(word));

/** A column map as a person writes it: heading → a heading that is known, the name of a field, or `ignore`; refused with each that is none. */
export function givenColumns(written: Readonly<Record<string, string>>): Outcome<GivenColumns> {
  const given = Object.entries(written).map(([heading, field]) => [heading, field, fieldOf(field)] as const);
  const unknown = given.filter(([, field, known]) => known === undefined && field !== 'ignore');
  if (unknown.length > 0) {
    const fields = [...own, ...Object.keys(otherWords), 'guardian1.fullName', '…'];
    const facts = unknown.map(([heading, field]) => ({ heading, field, fields }));
    return refused(...facts.map((each) => ({ code: 'intake.columns.noSuchField', facts: each })));
  }
  return accepted(Object.fromEntries(given.map(([heading, , known]) => [heading, known ?? ('ignore' as const)])));
}
