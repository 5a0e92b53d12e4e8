import type { ChangedField } from '#domain/intake/import-plan.ts';
import { fullName } from '#domain/person/name.ts';
import { maskNationalId } from '#domain/person/national-id.ts';

type Value = ChangedField['to'];

/** A field's value as one line: names and addresses joined, a national id masked, yes and no as `true` and `false`. */
export function fieldText(value: Value): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map(lineOf).join(', ');
  if ('kind' in value) return maskNationalId(value.text);
  if ('first' in value) return fullName(value);
  if ('lines' in value) {
    const place = [value.postcode, value.place].filter(isSaid).join(' ');
    return [...value.lines, place, value.country].filter(isSaid).join(', ');
  }
  return [value.code, value.name, value.from, value.to].filter(isSaid).join(' ');
}

type Line = Extract<Value, readonly unknown[]>[number];

const lineOf = (line: Line): string =>
  typeof line === 'string' ? line : [fullName(line.name), line.relation].filter(isSaid).join(' ');

// `Array.isArray` forgets that the lists are read-only.
const isList = (value: object): value is Extract<Value, readonly unknown[]> => Array.isArray(value);

const isSaid = (part: string | undefined): part is string => part !== undefined && part !== '';
