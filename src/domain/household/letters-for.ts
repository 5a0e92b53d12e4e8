import { faultsOfAddress } from '../address/address-fault.ts';
import { mayShareBox } from '../address/same-address.ts';
import type { Day } from '../calendar/day.ts';
import { copiesFor } from './copies.ts';
import { type Hold, heldByAddress, type Standing, standingOf } from './hold.ts';
import type { HouseholdLetters, LetterKnowledge, LetterYouth } from './letter-piece.ts';

/**
 * Who gets a letter by itself if it is sent that day, and everybody else with the reason. Age is judged on the send day: who has turned
 * 18 by then has no copies (domain notes §4.2). Nothing that concerns a protected, dead or stopped youth goes by itself, copies neither.
 */
export function lettersFor(youth: LetterYouth, sendDay: Day, known: LetterKnowledge): HouseholdLetters {
  const wholeHousehold = standingOfYouth(youth);
  if (wholeHousehold !== undefined)
    return { pieces: [], holds: [{ addressee: 'youth', list: 'manual', why: wholeHousehold }] };
  const own = ownLetter(youth, known);
  const copies = copiesFor(youth, sendDay, known);
  return { pieces: [...own.pieces, ...copies.pieces], holds: [...own.holds, ...copies.holds] };
}

/** What stops everything to a household, gravest first. */
function standingOfYouth(youth: LetterYouth): Extract<Standing, 'protected' | 'deceased' | 'stopped'> | undefined {
  const standing = standingOf(youth);
  if (standing === 'protected' || standing === 'deceased') return standing;
  return youth.manualOnly ? 'stopped' : undefined;
}

function ownLetter(youth: LetterYouth, known: LetterKnowledge): HouseholdLetters {
  const { name, address, guardians = [] } = youth;
  if (standingOf(youth) === 'abroad') return held({ addressee: 'youth', list: 'manual', why: 'abroad' });
  // The list contradicts itself: a letter would lie in the box of the one who must not know.
  if (guardians.some((one) => one.addressIsHidden && mayShareBox(one.address, address)))
    return held({ addressee: 'youth', list: 'manual', why: 'shares-address' });
  const faults = faultsOfAddress(name, address, {
    ...known,
    hasReturned: address !== undefined && known.hasReturned(name, address),
  });
  if (!address || faults.length > 0) return held(heldByAddress('youth', faults));
  return { pieces: [{ addressee: 'youth', isCopy: false, names: [name], address }], holds: [] };
}

const held = (hold: Hold): HouseholdLetters => ({ pieces: [], holds: [hold] });
