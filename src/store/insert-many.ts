import { type Insertable, sql, type Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Rows go in by thousands: a longer text costs memory and saves nothing. */
const atOnce = 2_000;

/** Columns that hold JSON, whose values are JSON text already. A test holds this list against the database. */
export const jsonColumns: { readonly [T in keyof Tables]?: readonly (keyof Tables[T] & string)[] } = {
  county: ['municipality_numbers'],
  unit: ['municipalities'],
  session: ['kept'],
  run: ['inputs'],
  plan: ['plan', 'changes', 'completions'],
  counter: ['cases'],
  person: ['record', 'mended'],
  standing: ['input', 'snapshot'],
  journal: ['event'],
  orders: ['params', 'answer'],
  intake: ['summary'],
  read_log: ['subjects'],
  cross_check_list: ['remarks'],
  cross_check_row: ['prints'],
  cross_check_pair: ['agrees', 'disagrees', 'hows', 'remarks', 'proposal'],
  cross_check_standing: ['agrees', 'disagrees', 'hows', 'remarks', 'proposal', 'other_codes'],
  setting: ['value'],
  act: ['because'],
  assignment_rules: ['rules'],
  act_part: ['event', 'before', 'why'],
  campaign: ['filter'],
  inbound: ['understood'],
  letter_post: ['address_indexes'],
  letterhead: ['head'],
  message_template: ['texts'],
  leaving: ['took_part', 'gaps'],
  nav_meeting: ['took_part'],
  nav_entry: ['run_by', 'changed'],
  person_merge: ['before', 'now', 'away_row', 'ledger'],
  likely_double: ['agrees', 'disagrees', 'remarks'],
  phone_drive: ['units'],
  phone_caller: ['units'],
  phone_call: ['card_before'],
  phone_report: ['cases'],
};

/**
 * Inserts any number of rows of the same columns. They go over as one JSON text a statement, which the database takes apart by the
 * table's own types: with a parameter for each value the driver alone took most of the time.
 */
export async function insertMany<T extends keyof Tables>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const json: ReadonlySet<string> = new Set(jsonColumns[table]);
  for (let from = 0; from < rows.length; from += atOnce) {
    const text = rows.slice(from, from + atOnce).map((row) => rowText(row, columns, json));
    await sql`
      insert into ${sql.table(table)} (${list})
      select ${list} from json_populate_recordset(null::${sql.table(table)}, ${`[${text.join(',')}]`}::json)`.execute(
      tx,
    );
  }
}

function rowText(row: object, columns: readonly string[], json: ReadonlySet<string>): string {
  const values: Readonly<Record<string, unknown>> = { ...row };
  const members = columns.map((column) => `"${column}":${valueText(values[column], json.has(column))}`);
  return `{${members.join(',')}}`;
}

function valueText(value: unknown, isJson: boolean): string {
  if (value === undefined || value === null) return 'null';
  if (isJson && typeof value === 'string') return value;
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  return JSON.stringify(value);
}
