import type { Day } from '#domain/calendar/day.ts';
import type { CaseId, StaffId, UnitId } from '#domain/ids.ts';

/** Ready-made lists; each has its count beside its name. */
export const youthLists = [
  'otuk',
  'mine',
  'unassigned',
  'no-mobile',
  'otuk-minor',
  'transfer-code',
  'left-early',
  'old-code',
  'closed',
  'all',
] as const;
export type YouthList = (typeof youthLists)[number];

export const youthSorts = ['name', 'age', 'unit', 'code', 'last'] as const;
export type YouthSort = (typeof youthSorts)[number];

/** What an address may say about a list: no names, no numbers of persons. */
export interface YouthFilter {
  readonly list?: YouthList;
  readonly code?: string;
  readonly unit?: UnitId;
  readonly transfer?: string;
  /** `none` asks for those without a caseworker. */
  readonly caseworker?: StaffId | 'none';
  /** A list that something counted, by its name (`counted-list.ts`): `review.before.transferCode`, `now.smsSent`, `left.no-youth-without-choice.oson`. */
  readonly frozen?: string;
  readonly sort?: YouthSort;
  readonly page?: number;
}

export interface YouthRow {
  readonly caseId: CaseId;
  readonly name: string;
  /** Undefined where no list has told the birth date. */
  readonly age: number | undefined;
  readonly minor: boolean;
  readonly unit: string;
  /** Undefined until the first status code is set. */
  readonly code: string | undefined;
  readonly transfer: string | undefined;
  readonly caseworker: string | undefined;
  readonly mobile: string | undefined;
  /** Sent back to VIGO: no open work. */
  readonly closed: boolean;
  /** The address or number must not be shown to this reader. */
  readonly protected: boolean;
  readonly last: { readonly on: Day; readonly what: LastSeen } | undefined;
}

/** The last thing that happened between the service and the youth. */
export const lastSeen = [
  'transferred',
  'coded',
  'chosen',
  'assigned',
  'letter-out',
  'letter-back',
  'sms-out',
  'email-out',
  'phone-out',
  'letter-in',
  'sms-in',
  'email-in',
  'phone-in',
  'reply-form-in',
  'meeting',
  'drop-in',
] as const;
export type LastSeen = (typeof lastSeen)[number];

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface YouthsAnswer {
  readonly today: Day;
  readonly filter: YouthFilter;
  /** The words searched for, kept by the session and never in the address. */
  readonly searched: string | undefined;
  readonly ready: readonly { readonly list: YouthList; readonly count: number }[];
  readonly units: readonly Choice<UnitId>[];
  readonly caseworkers: readonly Choice<StaffId>[];
  readonly codes: readonly string[];
  readonly transfers: readonly string[];
  readonly total: number;
  /** Of the own units and in the list, but not for this reader's eyes: protected persons. Not in `total`. */
  readonly hidden?: number;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly YouthRow[];
  readonly mayAssign: boolean;
}
