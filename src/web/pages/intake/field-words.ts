import type { Language } from '#domain/language.ts';
import { intakeKnows, intakeWords } from './words.ts';

/** A field of the register by its name in the code; an unknown one stands as it is. */
export const fieldWords = (language: Language, field: string): string => {
  const key = `field.${field}`;
  return intakeKnows(key) ? intakeWords(language)(key) : field;
};
