import { z } from 'zod';
import { parseClockTime } from '#domain/calendar/clock-time.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { type Weekday, weekdays } from '#domain/calendar/week.ts';
import { type DateRule, moves } from '#domain/plan/template.ts';
import { say } from './issue.ts';

const days = z.int().min(0).max(400);
/** Another date's key, as in `letters.last-sent` or `transfer.oson.closes`. */
export const keySchema = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/);

const weekdayNames: Readonly<Record<string, Weekday>> = Object.fromEntries(
  [
    weekdays,
    ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'],
  ].flatMap((names) => names.map((name, index) => [name, weekdays[index] ?? 'monday'])),
);

/** Norwegian, English, and the first three letters of either. */
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'januar februar mars april mai juni juli august september oktober november desember',
    'january february march april may june july august september october november december',
  ].flatMap((line) =>
    line.split(' ').flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
  ),
);

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const weekdaySchema = z.string().transform((text, context) => {
  const found = weekdayNames[text.toLowerCase()];
  return found ?? say(context, text, 'template.notWeekday');
});

const timeSchema = z
  .string()
  .transform((text, context) => parseClockTime(text) ?? say(context, text, 'template.notTime'));

/** One date of a template as a caseworker writes it. */
export const dateSchema = z
  .strictObject({
    date: z.string().exactOptional(),
    springBefore: z.boolean().exactOptional(),
    week: z.int().min(1).max(53).exactOptional(),
    weekday: weekdaySchema.exactOptional(),
    days: days.exactOptional(),
    workingDays: days.exactOptional(),
    after: keySchema.exactOptional(),
    before: keySchema.exactOptional(),
    sameDayAs: keySchema.exactOptional(),
    at: timeSchema.exactOptional(),
    ifDayOff: z.enum(moves).exactOptional(),
  })
  .transform((written, context): DateRule => {
    const rest = {
      ...(written.ifDayOff === undefined ? {} : { move: written.ifDayOff }),
      ...(written.at === undefined ? {} : { time: written.at }),
    };
    const rule = ruleOf(written);
    if (typeof rule === 'string') return say(context, JSON.stringify(written), rule);
    return { ...rule, ...rest };
  });

type Written = {
  readonly date?: string;
  readonly springBefore?: boolean;
  readonly week?: number;
  readonly weekday?: Weekday;
  readonly days?: number;
  readonly workingDays?: number;
  readonly after?: string;
  readonly before?: string;
  readonly sameDayAs?: string;
};

const ways: readonly { readonly has: readonly string[]; readonly read: (written: Written) => DateRule | string }[] = [
  { has: ['date'], read: ({ date = '', weekday, springBefore }) => dateOf(date, weekday, springBefore) },
  {
    has: ['week', 'weekday'],
    read: ({ week = 0, weekday = 'monday' }) => ({ kind: 'iso-week', week, weekday }),
  },
  { has: ['sameDayAs'], read: ({ sameDayAs = '' }) => ({ kind: 'offset', anchor: sameDayAs, amount: 0, unit: 'day' }) },
  { has: ['days', 'after'], read: ({ days: n = 0, after = '' }) => offset(after, n, 'day') },
  { has: ['days', 'before'], read: ({ days: n = 0, before = '' }) => offset(before, -n, 'day') },
  { has: ['workingDays', 'after'], read: ({ workingDays: n = 0, after = '' }) => offset(after, n, 'working-day') },
  { has: ['workingDays', 'before'], read: ({ workingDays: n = 0, before = '' }) => offset(before, -n, 'working-day') },
];

/** The one way the keys fit; the name of what is wrong when none or more than one does. */
function ruleOf(written: Written): DateRule | string {
  const keys = Object.keys(written).filter((key) => !['at', 'ifDayOff'].includes(key));
  const optional = new Set(keys.includes('date') ? ['weekday', 'springBefore'] : []);
  const way = ways.find(
    ({ has }) => has.every((key) => keys.includes(key)) && keys.every((key) => has.includes(key) || optional.has(key)),
  );
  return way?.read(written) ?? 'template.notDateRule';
}

// Minus zero would not equal zero when plans are compared.
const offset = (anchor: string, amount: number, unit: 'day' | 'working-day'): DateRule => ({
  kind: 'offset',
  anchor,
  amount: amount === 0 ? 0 : amount,
  unit,
});

/** `2015-10-31`, or `31 October` in the school year or the spring before it; perhaps with a weekday, which lint compares. */
function dateOf(text: string, weekday: Weekday | undefined, springBefore: boolean | undefined): DateRule | string {
  const day = parseDay(text);
  if (day) {
    const inReach = day >= '1990-01-01' && day < '2101-01-01';
    if (!inReach || springBefore !== undefined) return 'template.notDateRule';
    return { kind: 'plain', day, ...(weekday === undefined ? {} : { weekday }) };
  }
  const [, number, name] = /^(\d{1,2})\.? ([a-zæøå]+)$/i.exec(text) ?? [];
  const month = months[name?.toLowerCase() ?? ''];
  const dayOfMonth = Number(number);
  if (month === undefined || dayOfMonth < 1 || dayOfMonth > (longest[month - 1] ?? 0)) return 'template.notDate';
  if (springBefore && (month < 5 || month > 7)) return 'template.notDateRule';
  const beside = { ...(springBefore ? { springBefore } : {}), ...(weekday === undefined ? {} : { weekday }) };
  return { kind: 'month-day', month, day: dayOfMonth, ...beside };
}
