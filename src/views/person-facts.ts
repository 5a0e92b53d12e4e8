import { fullName } from '#domain/person/name.ts';
import { mayRing } from '#domain/person/reach.ts';
import type { Address } from '#domain/person/youth-record.ts';
import type { Person } from '#ports/register.ts';
import type { Guardian, YouthAnswer } from './answers/youth.ts';

type PersonFacts = Pick<
  YouthAnswer,
  'name' | 'nationalId' | 'languageForm' | 'address' | 'mobile' | 'email' | 'guardians'
>;

/** Who the youth is, as far as the reader may see; where and how to reach a protected person is shown to nobody. */
export function personFacts(
  { name, record, mobile }: Person,
  seen: { readonly seesNumber: boolean; readonly isProtected: boolean },
): PersonFacts {
  const id = record.nationalId?.text;
  const { address } = record;
  return {
    name,
    nationalId: id === undefined ? undefined : `${id.slice(0, 6)} ${seen.seesNumber ? id.slice(6) : '•••••'}`,
    languageForm: record.languageForm,
    address: seen.isProtected || !address ? undefined : addressLines(address),
    mobile: seen.isProtected ? undefined : (mobile ?? undefined),
    email: seen.isProtected ? undefined : record.email,
    guardians: (record.guardians ?? []).map((guardian, index): Guardian => {
      const hides = seen.isProtected || !mayRing(guardian);
      return {
        id: String(index + 1),
        name: fullName(guardian.name),
        mobile: hides ? undefined : guardian.mobiles?.[0],
      };
    }),
  };
}

const addressLines = ({ lines, postcode, place, country }: Address): readonly string[] =>
  [...lines, [postcode, place].filter((part) => part !== undefined).join(' '), country ?? ''].filter(
    (line) => line !== '',
  );
