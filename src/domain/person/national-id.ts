import type { Day } from '#domain/calendar/day.ts';

export const nationalIdKinds = ['ordinary', 'd-number', 'vigo-fictive', 'synthetic'] as const;
export type NationalIdKind = (typeof nationalIdKinds)[number];

/** Eleven digits, what kind of number they are, and the birth day they carry (stored apart: it cannot be relied on from 2032). */
export interface NationalId {
  readonly text: string;
  readonly kind: NationalIdKind;
  readonly born: Day;
}
