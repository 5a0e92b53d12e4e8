import type { YouthRecord } from '#domain/person/youth-record.ts';
import type { MessageFacts } from '#ports/message-facts.ts';
import type { StoredRecord } from '../register/stored-record.ts';

/** A youth as letters and SMS see one, from the columns of the person. National ids stay sealed: no letter needs one. */
export function letterYouth(stored: unknown, bornOn: string | null): MessageFacts['youth'] {
  // `as`, twice: the columns hold what the register put there.
  const { guardians, ...record } = stored as StoredRecord & Pick<YouthRecord, 'name'>;
  const born = record.born ?? (bornOn as MessageFacts['youth']['born'] | null) ?? undefined;
  return {
    ...record,
    ...(born && { born }),
    ...(guardians && { guardians: guardians.map(({ idSealed: _, ...guardian }) => guardian) }),
  };
}
