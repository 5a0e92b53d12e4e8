import type { Verdict } from '#domain/coding/rule.ts';

/** One day in each version of the list. */
export const versionDays = ['2013-10-15', '2015-10-15', '2018-10-15', '2026-10-15'] as const;
export const [in2013, in2015, in2018, in2026] = versionDays;

/** A situation as `code decide` reads it; `contacts` may leave out the day: it is then 20 September before. */
export type Given = Readonly<Record<string, unknown>>;

export interface Expect {
  /** `<rule>.<why>` that must be among the rules. */
  readonly rule?: string;
  readonly code?: string;
  readonly reportCode?: string;
  readonly group?: number;
  readonly target?: boolean;
  readonly fits?: readonly string[];
  readonly lacks?: readonly string[];
}

/** `<from>><to>`, `-` for no status or no code; then the facts; the verdict; what else must hold; the days (all four when left out). */
export type Row = readonly [change: string, given: Given, verdict: Verdict, expect?: Expect, on?: readonly string[]];

export interface Case {
  readonly source: string;
  readonly name: string;
  readonly line: Given;
  readonly verdict: Verdict;
  readonly expect: Expect;
}

/** Rows under one line of a source, told in our own words. */
export const cases = (source: string, rows: readonly Row[]): readonly Case[] =>
  rows.flatMap(([change, given, verdict, expect = {}, days = versionDays]) =>
    days.map((on) => ({
      source,
      name: `${on} ${change} ${brief(given)}`,
      line: lineOf(on, change, given),
      verdict,
      expect,
    })),
  );

function lineOf(on: string, change: string, given: Given): Given {
  const [from, to] = change.split('>').map((code) => (code === '-' ? null : code));
  const contacts = Array.isArray(given.contacts)
    ? given.contacts.map((contact) => ({ on: septemberBefore(on), ...contact }))
    : given.contacts;
  return { on, from, to, ...given, contacts };
}

const septemberBefore = (on: string): string => {
  const year = Number(on.slice(0, 4));
  return `${on.slice(5) < '09-20' ? year - 1 : year}-09-20`;
};

const brief = (given: Given): string => JSON.stringify(given).replaceAll('"', '').slice(0, 160);

// Contacts as the rows need them.
export const letter = { channel: 'letter', direction: 'out', answeredBy: 'none' };
export const sms = { channel: 'sms', direction: 'out', answeredBy: 'none' };
export const email = { channel: 'email', direction: 'out', answeredBy: 'none' };
export const call = { channel: 'phone', direction: 'out', answeredBy: 'none' };
export const says = (what: string, channel = 'phone') => ({
  channel,
  direction: 'out',
  answeredBy: 'youth',
  says: what,
});
export const wrote = (what: string, channel = 'sms') => ({ channel, direction: 'in', answeredBy: 'youth', says: what });
export const guardian = (what = 'other') => ({
  channel: 'phone',
  direction: 'out',
  answeredBy: 'guardian',
  says: what,
});
/** The youth has answered; nothing in it that points to a code. */
export const reached = { contacts: [says('other')] };
/** 17 on every one of the four days is not possible: the birth date for being 17, or 18, on that day. */
export const seventeen: Readonly<Record<string, string>> = {
  [in2013]: '1996-03-02',
  [in2015]: '1998-03-02',
  [in2018]: '2001-03-02',
  [in2026]: '2009-03-02',
};
export const eighteen: Readonly<Record<string, string>> = {
  [in2013]: '1995-03-02',
  [in2015]: '1997-03-02',
  [in2018]: '2000-03-02',
  [in2026]: '2008-03-02',
};

/** The same row on all four days, with a youth of that age. */
export const aged = (
  born: Readonly<Record<string, string>>,
  change: string,
  given: Given,
  verdict: Verdict,
  expect: Expect = {},
): readonly Row[] => versionDays.map((on) => [change, { born: born[on], ...given }, verdict, expect, [on]] as const);
