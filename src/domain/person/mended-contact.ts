import type { Address, YouthRecord } from './youth-record.ts';

/** What a person may mend by hand of how a youth is reached; undefined leaves it as it is. */
export interface MendedContact {
  readonly mobile?: string;
  readonly address?: Address;
}
export const mendableFields = ['mobiles', 'address'] as const;
type MendableField = (typeof mendableFields)[number];

/** What the list said of a field when somebody mended it by hand. As long as it says the same, the hand's word stands. */
export type Mended = Readonly<Partial<Record<MendableField, { readonly listSaid: YouthRecord[MendableField] | null }>>>;

/** The record with what was mended, and what must be remembered of the list's word: its first, however often the field is mended. */
export function mendContact<R extends Pick<YouthRecord, MendableField>>(
  record: R,
  { mobile, address }: MendedContact,
  before: Mended = {},
): { readonly record: R; readonly mended: Mended } {
  const mended = {
    ...before,
    ...(mobile === undefined ? {} : { mobiles: before.mobiles ?? { listSaid: record.mobiles ?? null } }),
    ...(address === undefined ? {} : { address: before.address ?? { listSaid: record.address ?? null } }),
  };
  return {
    mended,
    record: {
      ...record,
      ...(mobile === undefined ? {} : { mobiles: [mobile, ...(record.mobiles ?? []).filter((one) => one !== mobile)] }),
      ...(address === undefined ? {} : { address }),
    },
  };
}

/** A mobile as people write it, made E.164: eight digits beginning with 4 or 9, with or without +47; or any number with its country. */
export function mobileFrom(text: string): string | undefined {
  const digits = text.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^(?:\+47)?[49]\d{7}$/.test(digits)) return `+47${digits.slice(-8)}`;
  return /^\+(?!47)[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}
