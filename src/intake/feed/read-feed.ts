import { z } from 'zod';
import type { Refusal } from '#domain/outcome.ts';
import { type PlacedFault, shown } from '../fault.ts';
import type { Limits } from '../limits.ts';
import { namedOtherwise } from '../named-otherwise.ts';
import { carriedFields } from '../people/carried-fields.ts';
import type { PeopleSource } from '../people/people-source.ts';
import type { SourceColumns, SourceRow } from '../people/source-row.ts';
import { type Cell, textCell } from '../table/cell.ts';
import type { ColumnField } from '../table/column-field.ts';
import { decodeText } from '../table/decode-text.ts';

type FeedReading = PeopleSource | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The live VIGO OT answer, field names as the FINT adapter reads them (domain notes §2.2). */
const value = z.union([z.string(), z.number(), z.boolean()]).nullish();
const entry = z.object({
  person: z.object({
    fornavn: value,
    mellomnavn: value,
    etternavn: value,
    fdato: value,
    fnr: value,
    epost: value,
    mobilnr: value,
  }),
  otData: z.object({ tilknytningnr: value, tilknytningnavn: value, aktivitetskode: value }).nullish(),
  elevkurs: z.object({ promrkode: value, promrnavn: value, start: value, slutt: value }).nullish(),
});
const failure = z.object({ errorMessage: z.string().trim().min(1) });
const feed = z.object({
  antall: z.union([z.number(), z.string().regex(/^\d+$/)]).nullish(),
  otungdommer: z.array(z.unknown()),
});

const fields: Readonly<Record<string, ColumnField>> = {
  'person.fornavn': 'firstName',
  'person.mellomnavn': 'middleName',
  'person.etternavn': 'lastName',
  'person.fdato': 'born',
  'person.fnr': 'nationalId',
  'person.epost': 'email',
  'person.mobilnr': 'mobile',
  'otData.tilknytningnr': 'unitNumber',
  'otData.tilknytningnavn': 'unitName',
  'otData.aktivitetskode': 'transferCode',
  'elevkurs.promrkode': 'courseCode',
  'elevkurs.promrnavn': 'courseName',
  'elevkurs.start': 'courseFrom',
  'elevkurs.slutt': 'courseTo',
};

/** Reads the feed's JSON: refused when it is cut off, is something else, or carries an error message. */
export function readFeed(bytes: Uint8Array, name: string, limits: Limits): FeedReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const json = parseJson(decoded.value.text);
  if (!json.ok) return json;
  // First of all: an answer that is an error seldom has the rest.
  const failed = failure.safeParse(json.value);
  if (failed.success) return refuse({ code: 'intake.feed.error', facts: { message: shown(failed.data.errorMessage) } });
  const answer = feed.safeParse(json.value);
  if (!answer.success) return refuse({ code: 'intake.feed.shape', facts: { wanted: 'antall, otungdommer[]' } });
  const { antall, otungdommer } = answer.data;
  if (otungdommer.length > limits.rows) {
    return refuse({ code: 'intake.table.tooManyRows', facts: { rows: otungdommer.length, limit: limits.rows } });
  }
  const read = otungdommer.map(asSource);
  return {
    ok: true,
    format: 'vigo-feed',
    columns,
    rows: read.filter((row) => 'cells' in row),
    faults: read.filter((row) => 'code' in row),
    notes: [
      ...namedOtherwise(name, 'vigo-feed'),
      ...(antall === undefined || antall === null ? [{ code: 'intake.note.noDeclaredCount' }] : []),
    ],
    doubts: [],
    carries: carriedFields(Object.values(fields)),
    ...(antall !== undefined && antall !== null && { declaredCount: Number(antall) }),
  };
}

function asSource(raw: unknown, index: number): SourceRow | PlacedFault {
  const place = `otungdommer[${index}]`;
  const row = index + 1;
  const parsed = entry.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    return {
      code: 'intake.feed.entry',
      place: path === '' ? place : `${place}.${path}`,
      row,
      column: path,
      found: kindAt(raw, issue?.path ?? []),
    };
  }
  const { person, otData, elevkurs } = parsed.data;
  const values = { ...under('person', person), ...under('otData', otData), ...under('elevkurs', elevkurs) };
  return { row, cells: Object.keys(fields).map((path) => asCell(values[path])) };
}

/** What kind of thing stands there; never the thing, which is about a person. */
function kindAt(raw: unknown, path: readonly PropertyKey[]): string {
  const there = path.reduce<unknown>(
    (above, key) => (typeof above === 'object' && above !== null ? Reflect.get(above, key) : undefined),
    raw,
  );
  if (there === undefined) return '';
  return there === null ? 'null' : Array.isArray(there) ? 'array' : typeof there;
}

const columns: SourceColumns = {
  byField: new Map(Object.entries(fields).map(([column, field], at) => [field, [{ at, column }]])),
  guardians: [],
  placeOf: (row, column) => `otungdommer[${row - 1}]${column === undefined ? '' : `.${column}`}`,
};

type Value = z.infer<typeof value>;

function under(prefix: string, object: Readonly<Record<string, Value>> | null | undefined): Record<string, Value> {
  return Object.fromEntries(Object.entries(object ?? {}).map(([key, found]) => [`${prefix}.${key}`, found]));
}

function asCell(found: Value): Cell {
  if (typeof found === 'number') return { kind: 'number', number: found };
  return found === null || found === undefined ? { kind: 'empty' } : textCell(String(found));
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | Extract<FeedReading, { ok: false }> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const line = text.slice(0, Number(position ?? text.length)).split('\n').length;
    return refuse({ code: 'intake.feed.json', facts: { line } });
  }
}

const refuse = (refusal: Refusal): Extract<FeedReading, { ok: false }> => ({ ok: false, refusals: [refusal] });
