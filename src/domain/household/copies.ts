import { faultsOfAddress } from '../address/address-fault.ts';
import { addressKey, mayShareBox } from '../address/same-address.ts';
import type { Day } from '../calendar/day.ts';
import { fullName } from '../person/name.ts';
import { searchKey } from '../person/name-keys.ts';
import type { Address, Guardian } from '../person/youth-record.ts';
import { isMinorOn } from '../target-group.ts';
import { type Hold, heldByAddress, standingOf } from './hold.ts';
import type { HouseholdLetters, LetterKnowledge, LetterPiece, LetterYouth } from './letter-piece.ts';

/** A guardian with the place in the record, which is what the addressee is called by. */
interface Placed {
  readonly guardian: Guardian;
  readonly place: number;
}
type Sendable = Placed & { readonly address: Address };

/** Copies to the guardians of a youth who is under 18 on the send day: a letter each, one where they share a letter box. */
export function copiesFor(youth: LetterYouth, sendDay: Day, known: LetterKnowledge): HouseholdLetters {
  if (youth.born === undefined)
    return { pieces: [], holds: [{ addressee: 'guardians', list: 'work', why: 'birth-unknown' }] };
  if (!isMinorOn(youth.born, sendDay)) return { pieces: [], holds: [] };
  const placed = onceEach(youth.guardians ?? []);
  if (placed.length === 0)
    return { pieces: [], holds: [{ addressee: 'guardians', list: 'work', why: 'guardian-unknown' }] };

  const judged = placed.map((one) => ({ ...one, hold: holdOf(one, placed, known) }));
  const holds = judged.flatMap(({ hold }) => (hold ? [hold] : []));
  const sendable = judged.flatMap(({ guardian, place, hold }) =>
    hold || !guardian.address ? [] : [{ guardian, place, address: guardian.address }],
  );
  const nobodyHasIt = placed.every(({ guardian }) => guardian.hasParentalResponsibility === false);
  return {
    pieces: byLetterBox(sendable),
    holds: nobodyHasIt ? [...holds, { addressee: 'guardians', list: 'work', why: 'nobody-responsible' }] : holds,
  };
}

/** A list may name the same person in two columns: as `mor` and as guardian 1. */
function onceEach(guardians: readonly Guardian[]): readonly Placed[] {
  const seen = new Map<string, Placed>();
  for (const [index, guardian] of guardians.entries()) {
    const key =
      guardian.nationalId?.text ?? `${searchKey(fullName(guardian.name))}|${addressKey(guardian.address) ?? index}`;
    const before = seen.get(key);
    seen.set(
      key,
      before ? { ...before, guardian: strictest(before.guardian, guardian) } : { guardian, place: index + 1 },
    );
  }
  return [...seen.values()];
}

/** What one of two rows about the same person forbids is forbidden. */
const strictest = (one: Guardian, other: Guardian): Guardian => ({
  ...other,
  ...one,
  ...((one.addressIsHidden || other.addressIsHidden) && { addressIsHidden: true }),
  ...((one.isConfidential || other.isConfidential) && { isConfidential: true }),
  ...((one.deceased || other.deceased) && { deceased: true }),
  ...(standingOf(other) === 'protected' && other.addressProtection && { addressProtection: other.addressProtection }),
});

/** Why this one gets no copy by itself; nobody learns of a youth by sharing a letter box with somebody who may. */
function holdOf({ guardian, place }: Placed, all: readonly Placed[], known: LetterKnowledge): Hold | undefined {
  const addressee = `guardian-${place}` as const;
  const { name, address } = guardian;
  if (guardian.addressIsHidden) return { addressee, list: 'none', why: 'address-hidden' };
  if (guardian.isConfidential) return { addressee, list: 'none', why: 'confidential' };
  if (guardian.hasParentalResponsibility === false) return { addressee, list: 'none', why: 'no-responsibility' };
  const standing = standingOf(guardian);
  if (standing !== 'reachable') return { addressee, list: 'manual', why: standing };
  if (guardian.hasParentalResponsibility === undefined)
    return { addressee, list: 'work', why: 'responsibility-unknown' };
  const shares = all.some(
    (other) => other.place !== place && mustNotLearn(other.guardian) && mayShareBox(other.guardian.address, address),
  );
  if (shares) return { addressee, list: 'manual', why: 'shares-address' };
  const faults = faultsOfAddress(name, address, {
    ...known,
    hasReturned: address !== undefined && known.hasReturned(name, address),
  });
  return faults.length > 0 ? heldByAddress(addressee, faults) : undefined;
}

const mustNotLearn = (guardian: Guardian): boolean =>
  guardian.addressIsHidden === true || guardian.isConfidential === true;

function byLetterBox(sendable: readonly Sendable[]): readonly LetterPiece[] {
  const boxes = new Map<string, readonly Sendable[]>();
  for (const one of sendable) {
    const key = addressKey(one.address) ?? String(one.place);
    boxes.set(key, [...(boxes.get(key) ?? []), one]);
  }
  return [...boxes.values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const places = together.map(({ place }) => place);
    return [
      {
        addressee:
          places.length === 1 ? (`guardian-${first.place}` as const) : (`guardians-${places.join('-')}` as const),
        isCopy: true,
        names: together.map(({ guardian }) => guardian.name),
        address: first.address,
      },
    ];
  });
}
