import type { ClockTime } from '../calendar/clock-time.ts';
import type { Day } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { Weekday } from '../calendar/week.ts';
import type { Language } from '../language.ts';
import type { Condition } from './condition.ts';

/** The same words in every language of the service. */
export type Words = Readonly<Record<Language, string>>;

/** What becomes of a date that falls on a day off: kept as it is, or the nearest working day before or after. */
export const moves = ['keep', 'previous', 'next'] as const;
export type Move = (typeof moves)[number];

/** How a date is found from the school year. Without `move` nothing is said about days off, and lint asks (F6). */
export type DateRule = { readonly move?: Move; readonly time?: ClockTime } & (
  | {
      readonly kind: 'month-day';
      readonly month: number;
      readonly day: number;
      readonly springBefore?: boolean;
      readonly weekday?: Weekday;
    }
  | { readonly kind: 'iso-week'; readonly week: number; readonly weekday: Weekday }
  | {
      readonly kind: 'offset';
      /** Key of another date, or of a completion event. */
      readonly anchor: string;
      /** Negative before, positive after. */
      readonly amount: number;
      readonly unit: 'day' | 'working-day';
    }
  /** Old sheets and moved dates. A weekday that was typed, here or above, must agree (F2). */
  | { readonly kind: 'plain'; readonly day: Day; readonly weekday?: Weekday }
);

/** A date other dates hang on. A completion is known when all of `of` are done; until then the latest of them is the forecast (F8). */
export type Anchor = { readonly id: string; readonly title: Words } & (
  | { readonly kind: 'date'; readonly date: DateRule }
  | { readonly kind: 'completion'; readonly of: readonly string[] }
);

/** Youths with these transfer codes are worked together; a track that runs all year has no dates of its own. */
export interface Track {
  readonly id: string;
  readonly title: Words;
  readonly codes: readonly string[];
  readonly allYear: boolean;
}

export const multiplicities = ['once', 'each-person', 'each-unit'] as const;
export type Multiplicity = (typeof multiplicities)[number];

export const taskGroups = ['before-start', 'do', 'finish'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/**
 * Who says that the task is done: a person, the system that did it, or the register itself. One with a condition closes when
 * nothing is left of it and reopens when something is; `byHand`: a person may tick it too.
 */
export type TaskKind =
  | { readonly by: 'person' }
  | { readonly by: 'system' | 'data'; readonly condition: Condition; readonly byHand?: boolean };

/** The explicit answers to "who gets the standard letter" (F10). */
export const choices = ['standard-letter', 'own-contact', 'return'] as const;
export type Choice = (typeof choices)[number];

/** Where in the system a task is done, for a link from the task. */
export const areas = [
  'templates',
  'intake',
  'own-list',
  'cleaning',
  'cross-check',
  'nav-meeting',
  'returns',
  'letter-check',
  'sendings',
  'inbound',
  'no-mobile',
  'phone',
  'phone-drive',
  'phone-report',
  'plan',
] as const;
export type Area = (typeof areas)[number];

export interface Reference {
  readonly title: Words;
  readonly link?: string;
}

export interface TaskRule {
  readonly id: string;
  readonly group: TaskGroup;
  readonly title: Words;
  readonly note?: Words;
  /** A role id; one that is not known is a finding, not a crash. */
  readonly role: string;
  readonly multiplicity: Multiplicity;
  /** Keys of tasks, `<phase>.<task>`, that must be done first. */
  readonly dependsOn: readonly string[];
  readonly required: boolean;
  readonly kind: TaskKind;
  readonly doneIn?: Area;
  readonly due: DateRule;
  readonly track?: string;
  /** One task for each of these windows of the phase: `<phase>.<task>-<window>`; `window.opens` and `window.closes` are then anchors. */
  readonly eachWindow?: readonly string[];
  readonly choices?: readonly Choice[];
  readonly references?: readonly Reference[];
}

export interface WindowRule {
  readonly id: string;
  readonly title?: Words;
  readonly track?: string;
  readonly opens: DateRule;
  readonly closes: DateRule;
}

/** What the system counts, never filled in by hand (F9); each is the length of a list. */
export const counts = ['transferCode', 'otuk', 'standardLetters', 'smsSent'] as const;
export type Count = (typeof counts)[number];

export interface Counter {
  readonly count: Count;
  readonly when: 'before' | 'after';
  readonly per: 'unit' | 'county';
}

export interface PhaseRule {
  readonly id: string;
  readonly title: Words;
  readonly what: Words;
  readonly owner: string;
  readonly participants: readonly string[];
  readonly place: Words;
  readonly references: readonly Reference[];
  readonly windows: readonly WindowRule[];
  readonly counters: readonly Counter[];
  readonly tasks: readonly TaskRule[];
}

export interface ReportingDay {
  readonly id: string;
  readonly title: Words;
  readonly date: DateRule;
}

/** A window that says which youths or contracts a list holds; rules, so that it goes forward with the year (F7). */
export type CohortRule = { readonly id: string; readonly title: Words } & (
  | { readonly kind: 'between'; readonly from: DateRule; readonly to: DateRule }
  /** Calendar years counted back from the year the school year starts in. */
  | { readonly kind: 'years-back'; readonly from: number; readonly to: number }
  /** Old sheets: years as typed, and the first year of training the list is meant to hold. */
  | { readonly kind: 'years'; readonly from: number; readonly to: number; readonly trainingYear: number }
);

/** What may not come before what. The keys are those of dates: tasks, windows (`<phase>.<window>.closes`), anchors. */
export type OrderRule =
  /** F3: what is reported is not due before the work it reports on is over. */
  | { readonly kind: 'output-after-work'; readonly output: string; readonly work: string }
  /** F4: a list is final before its mailing. */
  | { readonly kind: 'mailing-after-list'; readonly mailing: string; readonly list: string }
  /** F5: a check that takes people out comes before the mailing; else somebody may get a letter in vain. */
  | { readonly kind: 'mailing-after-check'; readonly mailing: string; readonly check: string };

/** A year's plan as rules: the same for every year. An old sheet is the same with plain dates and its own `schoolYear`. */
export interface Template {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly schoolYear?: SchoolYear;
  readonly tracks: readonly Track[];
  readonly reportingDays: readonly ReportingDay[];
  readonly anchors: readonly Anchor[];
  readonly cohorts: readonly CohortRule[];
  readonly phases: readonly PhaseRule[];
  readonly order: readonly OrderRule[];
}
