import type { PhoneDrives } from '#ports/phone-drives.ts';
import type { Performer } from './carry-out.ts';
import { closePhoneCards, dealPhoneCards } from './phone-cards.ts';

/** Who carries out a phone drive's orders. */
export const createPhonePerformers = (drives: PhoneDrives): Readonly<Record<string, Performer>> => ({
  dealCards: dealPhoneCards(drives),
  closeCards: closePhoneCards(drives),
});
