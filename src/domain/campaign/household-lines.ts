import type { AddressFault } from '../address/address-fault.ts';
import type { Hold } from '../household/hold.ts';
import type { Addressee, LetterKnowledge } from '../household/letter-piece.ts';
import { lettersFor } from '../household/letters-for.ts';
import type { Exclusion } from './recipient.ts';
import type { Household, Line } from './sort-out.ts';

/** The household's rule as a sending's lines. Who rightly gets nothing has no line: nobody has anything to do with it. */
export const householdLines =
  (known: LetterKnowledge): Household =>
  (record, on) => {
    const { pieces, holds } = lettersFor(record, on, known);
    const lines = [
      ...pieces.map(({ addressee }): Line => ({ addressee, stands: 'planned' })),
      ...holds.flatMap(heldLine),
    ];
    return [...lines.filter(isOwn), ...lines.filter((line) => !isOwn(line))];
  };

const isOwn = ({ addressee }: Line): boolean => addressee === 'youth';

function heldLine(hold: Hold): readonly Line[] {
  // Guardians nobody knows are one line.
  const addressee: Addressee = hold.addressee === 'guardians' ? 'guardians-unknown' : hold.addressee;
  switch (hold.list) {
    case 'none':
      return [];
    case 'manual':
      return [{ addressee, stands: 'manual' }];
    case 'work':
      return [{ addressee, stands: 'excluded', reason: hold.why === 'address' ? faultOf(hold.faults) : hold.why }];
  }
}

const faultOf = (faults: readonly AddressFault[]): Exclusion =>
  faults.some(({ code }) => code === 'returned') ? 'letter-came-back' : 'address-fault';
