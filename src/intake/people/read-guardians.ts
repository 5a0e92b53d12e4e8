import type { Guardian } from '#domain/person/youth-record.ts';
import type { GuardianField, GuardianSlot, guardianFields } from '../table/column-field.ts';
import { readContact, readWhereabouts } from './read-contact.ts';
import { readIdentity, readName } from './read-identity.ts';
import { type RowReader, saysYes } from './source-row.ts';

const rules = { idMustBeRight: false, idMustBeThere: false };

/** Reads the guardians a row names; one without a name is left out and noted, since nobody could be written to. */
export function readGuardians(row: RowReader): readonly Guardian[] {
  return row.guardians.flatMap((slot) => {
    const guardian = readGuardian(row, slot);
    return guardian ? [guardian] : [];
  });
}

function readGuardian(row: RowReader, slot: GuardianSlot): Guardian | undefined {
  const whose = <Field extends GuardianField>(field: Field) => `guardian${slot}.${field}` as const;
  const name = readName(row, whose);
  const contact = readContact(row, whose);
  const { nationalId } = readIdentity(row, whose, rules);
  if (!name) {
    const left = row.first(whose('mobile')) ?? row.first(whose('phone')) ?? row.first(whose('nationalId'));
    if (left) row.note('intake.note.guardianWithoutName', left);
    return undefined;
  }
  const relation = row.text(whose('relation')) || relations[slot];
  const responsibility = asResponsibility(row, slot);
  return {
    name,
    ...(nationalId && { nationalId }),
    ...(relation && { relation: relation.toLowerCase() }),
    ...(responsibility !== undefined && { hasParentalResponsibility: responsibility }),
    ...readWhereabouts(row, whose),
    ...stops(row, slot),
    ...contact,
  };
}

/** What keeps a copy from this one. */
function stops(row: RowReader, slot: GuardianSlot): Partial<Guardian> {
  const says = (field: (typeof guardianFields)[number]) => saysYes(row, `guardian${slot}.${field}`);
  return {
    ...(says('addressHidden') && { addressIsHidden: true }),
    ...(says('confidential') && { isConfidential: true }),
    ...(says('deceased') && { deceased: true }),
    ...(says('emigrated') && { emigrated: true }),
  };
}

const relations: Partial<Record<GuardianSlot, string>> = { mother: 'mor', father: 'far' };

function asResponsibility(row: RowReader, slot: GuardianSlot): boolean | undefined {
  const text = row.text(`guardian${slot}.responsibility`);
  if (/^(ja|j|x|1|yes|y|true|felles|delt|har|mor|far|medmor)$/i.test(text)) return true;
  if (/^(nei|n|0|no|false|ingen|har ikke|har ikkje)$/i.test(text)) return false;
  if (text !== '') row.note('intake.note.responsibilityUnknown', row.first(`guardian${slot}.responsibility`));
  return undefined;
}
