import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import { replyDays } from '#domain/letter/reply-form.ts';
import type { FieldValues } from '#domain/message/field.ts';
import { fillBlocks, plainText, readMarkup } from '#domain/message/markup.ts';
import { fullName } from '#domain/person/name.ts';
import type { MessageFacts } from '#ports/message-facts.ts';
import type { MessageWriter } from '#ports/message-writer.ts';
import { plainDate } from '#texts/dates.ts';

/** Facts into fields, and fields into an SMS. */
export const messageWriter: MessageWriter = {
  values: fieldValues,
  letter: (facts, { title, body, copyIntro }, isCopy, language, on) =>
    [title, ...(isCopy ? [copyIntro] : []), body].map((text) => filled(text, facts, language, on)).join('\n\n'),
  sms: (facts, text, language, on) => filled(text.body, facts, language, on),
};

const filled = (text: string, facts: MessageFacts, language: Language, on: Day): string =>
  plainText(fillBlocks(readMarkup(text).blocks, fieldValues(facts, language, on)));

export function fieldValues(
  { youth, sender, adviser, schoolYear }: MessageFacts,
  language: Language,
  on: Day,
): FieldValues {
  return {
    name: fullName(youth.name),
    firstName: youth.name.first || youth.name.last,
    office: sender.office.name,
    officePhone: sender.office.phone,
    officeEmail: sender.office.email,
    adviser,
    county: sender.county,
    schoolYear: schoolYear.replace('-', '–'),
    date: plainDate(language, on),
    replyBy: plainDate(language, addDays(on, replyDays)),
  };
}
