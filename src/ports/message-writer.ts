import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import type { FieldValues } from '#domain/message/field.ts';
import type { MessageText } from '#domain/message/template.ts';
import type { MessageFacts } from './message-facts.ts';

/** Puts one recipient's facts into a template's words. */
export interface MessageWriter {
  readonly values: (facts: MessageFacts, language: Language, on: Day) => FieldValues;
  /** An SMS as it is sent. */
  /** A letter's title and text, without head and form. */
  readonly letter: (facts: MessageFacts, text: MessageText, isCopy: boolean, language: Language, on: Day) => string;
  readonly sms: (facts: MessageFacts, text: MessageText, language: Language, on: Day) => string;
}
