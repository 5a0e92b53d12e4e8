import type { Day } from '#domain/calendar/day.ts';
import type { CommandId } from '#domain/ids.ts';
import type { Language } from '#domain/language.ts';
import type { Facts } from '#domain/outcome.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { Permission } from './permissions.ts';

export const schemes = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** What was done, said once on the page one comes to. */
export interface Receipt {
  readonly id: string;
  readonly text: string;
}

/** What every page gets beside its own answer. */
export interface PageContext {
  readonly language: Language;
  readonly scheme: Scheme;
  /** Keyboard shortcuts; can be switched off (WCAG 2.1.4). */
  readonly keys: boolean;
  /** Path and query of this page: where a form comes back to. */
  readonly path: string;
  readonly csrf: string;
  /** A new wish's id: one for each form, so that a form sent twice is one wish. */
  readonly newCommand: () => CommandId;
  readonly county: string;
  readonly run: RunHead | undefined;
  readonly today: Day;
  readonly reader: { readonly name: string; readonly roles: readonly string[] } | undefined;
  readonly may: (permission: Permission) => boolean;
  readonly openTasks: number;
  readonly receipt: Receipt | undefined;
  /** Address of a built file: `asset('app.css')`. */
  readonly asset: (name: string) => string;
  /** Words of a refusal, a fault, a rule: the texts live where the rules live. */
  readonly explain: (language: Language, code: string, facts?: Facts) => string;
}
