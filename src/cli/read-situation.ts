import { z } from 'zod';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import {
  activityKinds,
  ageFacts,
  channels,
  directions,
  firstContactStatuses,
  reasons,
  responders,
  runners,
  type Situation,
  situationOn,
  statements,
  viaOtAnswers,
} from '#domain/coding/situation.ts';
import { transferCodes } from '#domain/person/youth-record.ts';
import { isRegisteredCode } from '#domain/status-code/report-code.ts';
import { isMinorOn } from '#domain/target-group.ts';

/** What stood where, and what was wanted there. */
export interface SituationFault {
  /** Path of the field, for example `contacts[0].channel`; empty for the line as a whole. */
  readonly at: string;
  readonly found: string;
  readonly wanted: string;
}

export type ReadSituation =
  | { readonly ok: true; readonly situation: Situation }
  | { readonly ok: false; readonly faults: readonly SituationFault[] };

const missing = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const oneOf = <const T extends readonly string[]>(values: T) =>
  missing(z.enum(values, { error: () => values.join('|') }));
const listOf = <const T extends readonly string[]>(values: T) =>
  z.array(z.enum(values, { error: () => values.join('|') }), { error: () => `list of ${values.join('|')}` }).nullish();

const dayWanted = 'YYYY-MM-DD, a day that exists';
const aDay = z.string({ error: () => dayWanted }).transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: dayWanted });
  return z.NEVER;
});

const object = <T extends z.core.$ZodLooseShape>(shape: T) => z.object(shape, { error: () => 'object {…}' });

const contact = object({
  on: missing(aDay),
  channel: oneOf(channels),
  direction: oneOf(directions),
  answeredBy: oneOf(responders),
  says: oneOf(statements),
});

const statusWanted = 'status code of any version (OTUK, OTOV, …, Feil)';
/** A transfer code in `from` is how "no OT status yet" is often written; it is read as that. */
const presentStatus = missing(z.string({ error: () => statusWanted })).transform((text, context) => {
  if (text === null || transferCodes.some((code) => code === text)) return null;
  if (isRegisteredCode(text)) return text;
  context.addIssue({ code: 'custom', message: statusWanted });
  return z.NEVER;
});

/** Fields we do not know are left alone: a line may carry a caller's own id. */
const line = object({
  on: aDay,
  born: missing(aDay),
  transfer: oneOf(transferCodes),
  from: presentStatus,
  to: missing(z.string({ error: () => 'status code' })),
  contacts: z.array(contact, { error: () => 'list of contacts' }).nullish(),
  atFirstContact: oneOf(firstContactStatuses),
  activity: missing(object({ kind: oneOf(activityKinds), runBy: listOf(runners) })),
  reasons: listOf(reasons),
  viaOt: oneOf(viaOtAnswers),
}).refine(({ on, born }) => born === null || born <= on, { path: ['born'], error: () => 'a day not after `on`' });

/** Reads one situation from JSON that has been parsed; collects every fault, throws none. The birth date becomes age facts here and goes no further. */
export function readSituation(json: unknown): ReadSituation {
  const read = line.safeParse(json);
  if (!read.success) return { ok: false, faults: read.error.issues.map((issue) => faultOf(issue, json)) };
  const { on, born, contacts, activity, reasons: given, ...rest } = read.data;
  return {
    ok: true,
    situation: situationOn(on, {
      ...rest,
      age: ageFacts(born, on),
      reasons: given ?? null,
      activity: activity && { kind: activity.kind, runBy: activity.runBy ?? [] },
      contacts: (contacts ?? []).map((one) =>
        born !== null && one.on !== null ? { ...one, minor: isMinorOn(born, one.on) } : one,
      ),
    }),
  };
}

function faultOf(issue: z.core.$ZodIssue, json: unknown): SituationFault {
  return { at: pathOf(issue.path), found: shown(valueAt(json, issue.path)), wanted: issue.message };
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (at, step) => (typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`),
    '',
  );

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    json,
  );

/** At most 80 characters, and nothing that may be a national id: somebody may paste the wrong column. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : asJson(value);
  const masked = text.replaceAll(/\d[\d ]{9,}\d/g, '***********');
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
}

/** JSON can be read far deeper than it can be written again. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    if (cause instanceof RangeError) return `${Array.isArray(value) ? '[' : '{'}…`;
    throw cause;
  }
}
