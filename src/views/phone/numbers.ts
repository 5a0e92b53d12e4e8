import { fullName } from '#domain/person/name.ts';
import { isProtected, mayRing } from '#domain/person/reach.ts';
import type { ContactPoints, YouthRecord } from '#domain/person/youth-record.ts';
import type { PhoneNumber } from '../answers/phone.ts';

/** Every number there is to ring, the youth's own first; a protected person's are shown to nobody. */
export function numbersOf(record: YouthRecord): readonly PhoneNumber[] {
  if (isProtected(record.addressProtection)) return [];
  const guardians = (record.guardians ?? []).filter(mayRing);
  return [
    ...numbersIn(record, undefined),
    ...guardians.flatMap((guardian) => numbersIn(guardian, fullName(guardian.name))),
  ];
}

const numbersIn = (points: ContactPoints, guardian: string | undefined): readonly PhoneNumber[] => [
  ...(points.mobiles ?? []).map((number) => ({ number, guardian, kind: 'mobile' as const })),
  ...(points.phones ?? []).map((number) => ({ number, guardian, kind: 'phone' as const })),
  ...(points.unusablePhones ?? []).map((number) => ({ number, guardian, kind: 'unusable' as const })),
];
