import { addDays } from '#domain/calendar/arithmetic.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import { writtenKey } from '#domain/letter/letter-key.ts';
import type { Letterhead } from '#domain/letter/letterhead.ts';
import { replyDays, replyQuestions } from '#domain/letter/reply-form.ts';
import { type FilledBlock, fillBlocks, plainText, readMarkup } from '#domain/message/markup.ts';
import { fullName } from '#domain/person/name.ts';
import type { PressJob } from '#ports/letter-press.ts';
import { plainDate } from '#texts/dates.ts';
import { qrPicture } from './qr.ts';
import { boxWords, lettersIn } from './words.ts';
import { fieldValues } from './writer.ts';

/** A letter in words, as the page template takes it. */
export interface LetterSheet {
  readonly title: string;
  readonly language: Language;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly dateWritten: string;
  readonly sender: ReturnType<typeof senderOn>;
  readonly names: readonly string[];
  readonly address: readonly string[];
  readonly addressSize: number;
  readonly isCopy: boolean;
  readonly words: Readonly<Record<'copy' | 'greeting', string>>;
  readonly mark: { readonly picture: string; readonly key: readonly string[] };
  readonly blocks: readonly FilledBlock[];
  readonly signed: readonly string[];
  readonly form: ReturnType<typeof formOf> | null;
}

/** Puts a letter into words. Everything that is said of somebody comes from the job. */
export function composeLetter(job: PressJob): LetterSheet {
  const { piece, facts, language, on } = job;
  const say = lettersIn(language);
  const values = fieldValues(facts, language, on);
  const fill = (text: string) => fillBlocks(readMarkup(text).blocks, values);
  const title = plainText(fill(job.text.title));
  const { postcode = '', place = '', lines } = piece.address;
  const names = piece.names.map(fullName);
  const address = [...lines, `${postcode} ${place}`.trim()];
  return {
    title: piece.isCopy ? say('title.copy', { title }) : title,
    language,
    date: { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8)) },
    dateWritten: plainDate(language, on),
    sender: senderOn(facts.sender, language),
    names,
    address,
    addressSize: sizeFor([...names, ...address]),
    isCopy: piece.isCopy,
    words: { copy: say('copy'), greeting: say('greeting') },
    mark: { picture: qrPicture(job.returnKey), key: inTwo(writtenKey(job.returnKey)) },
    blocks: piece.isCopy ? [...fill(job.text.copyIntro), ...fill(job.text.body)] : fill(job.text.body),
    signed: [facts.adviser, facts.sender.office.name].filter((line) => line !== ''),
    form: job.replyKey === null || piece.isCopy ? null : formOf(job, job.replyKey),
  };
}

/** Points at which the longest line of name and address stays unbroken in the window, by its letters: measuring took a third of a letter's time. */
function sizeFor(lines: readonly string[]): number {
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest <= 30) return 10.5;
  return longest <= 35 ? 9.5 : 8.5;
}

/** The window has room for half a key on a line. */
const inTwo = (key: string): readonly string[] => [key.slice(0, 10), key.slice(10)];

function senderOn({ county, head, office }: Letterhead, language: Language) {
  const say = lettersIn(language);
  const said = (lines: readonly string[]) => lines.filter((line) => line !== '');
  return {
    county,
    office: office.name,
    lines: said([...office.visit, office.phone && say('head.phone', { phone: office.phone }), office.email]),
    foot: said([
      county,
      head.postAddress.join(', '),
      head.organisationNumber && say('head.org', { number: head.organisationNumber }),
      head.web,
    ]),
  };
}

/** The reply form. Its code is the key alone: who replies is known by the key, and the key says nothing. */
function formOf({ facts, language, on }: PressJob, replyKey: string) {
  const say = lettersIn(language);
  const { head, county } = facts.sender;
  const address = head.replyAt === '' ? null : `${head.replyAt}/r/${replyKey}`;
  const by: Day = addDays(on, replyDays);
  return {
    title: say('form.title'),
    intro: `${say(address === null ? 'form.introPaper' : 'form.intro')} ${say('form.freely')}`,
    replyBy: say('form.replyBy', { day: plainDate(language, by) }),
    nameLabel: say('form.name'),
    name: fullName(facts.youth.name),
    picture: qrPicture(address ?? replyKey),
    pictureAlt: say('form.code'),
    key: writtenKey(replyKey),
    at: address === null ? '' : `${head.replyAt.replace(/^https?:\/\//, '')}/r/`,
    questions: replyQuestions.map(({ question, choices }) => ({
      title: say(`form.${question}`),
      choices: Object.keys(choices).map((choice) => boxWords(language, question, choice)),
    })),
    reachTitle: say('form.reach'),
    reach: [say('form.reach.phone'), say('form.reach.time')],
    moreTitle: say('form.more'),
    sendTo: say('form.sendTo', { address: [county, ...head.postAddress].join(', ') }),
  };
}
