import type { BoundLetter, ControlSheet } from '#ports/letter-press.ts';
import { plainDate } from '#texts/dates.ts';
import { lettersIn } from './words.ts';

/** What the control sheet says: a line a unit, in the order of the pile, and the sums. */
export function controlSheet(letters: readonly Omit<BoundLetter, 'pdf'>[], sheet: ControlSheet) {
  const say = lettersIn(sheet.language);
  const placed = letters.map((letter, index) => ({ ...letter, number: index + 1 }));
  const units = [...new Set(letters.map(({ unit }) => unit))].map((unit) => placed.filter((one) => one.unit === unit));
  const pages = letters.reduce((sum, letter) => sum + letter.pages, 0);
  const last = letters.at(-1);
  return {
    title: `${sheet.county}: ${say('control.title')}`,
    language: sheet.language,
    date: {
      year: Number(sheet.on.slice(0, 4)),
      month: Number(sheet.on.slice(5, 7)),
      day: Number(sheet.on.slice(8)),
    },
    how: say('control.how'),
    facts: [
      [say('control.batch'), sheet.batch],
      [say('control.day'), plainDate(sheet.language, sheet.on)],
      [say('control.letters'), String(letters.length)],
      [say('control.pages'), String(pages)],
      [say('control.first'), letters[0] ? placeOf(letters[0], 1) : '–'],
      [say('control.last'), last ? placeOf(last, letters.length) : '–'],
    ],
    heads: [
      ...[say('control.unit'), say('control.letters'), say('control.pages')],
      ...[say('control.from'), say('control.to'), say('control.postcodes')],
    ],
    rows: units.map((together) => [
      together[0]?.unit ?? '',
      String(together.length),
      String(together.reduce((sum, letter) => sum + letter.pages, 0)),
      String(together[0]?.number ?? ''),
      String(together.at(-1)?.number ?? ''),
      `${together[0]?.postcode ?? ''} – ${together.at(-1)?.postcode ?? ''}`,
    ]),
  };
}

const placeOf = ({ unit, postcode }: Omit<BoundLetter, 'pdf'>, number: number): string =>
  `${number}: ${unit}, ${postcode}`;
