import type { ColumnField, GivenColumns, GuardianField, GuardianSlot } from './column-field.ts';
import { guardianWords, personWords, youthWords } from './heading-words.ts';

/** Gives a heading's field: from the map given by a person, else by its words; undefined when nobody knows it. */
export function recogniseHeading(text: string, given: GivenColumns = {}): ColumnField | undefined {
  const told = Object.entries(given).find(([heading]) => joined(heading) === joined(text))?.[1];
  if (told !== undefined) return told === 'ignore' ? undefined : told;
  return byWords(wordsOf(text)) ?? byWords(wordsOf(text.replaceAll(/\([^)]*\)/g, ' ')));
}

function byWords(words: readonly string[]): ColumnField | undefined {
  return guardianColumn(words) ?? ownFields.get(words.join(''));
}

/** `Foresatt 1 navn`, `Mobil foresatt 2`, `Mors e-post`, `Far`: the guardian's word, its number, and what is left. */
function guardianColumn(words: readonly string[]): ColumnField | undefined {
  const at = words.findIndex((word) => guardianWord.test(word));
  const [, word = '', ownNumber = ''] = guardianWord.exec(words[at] ?? '') ?? [];
  if (word === '') return undefined;
  const [before, after] = [words[at - 1] ?? '', words[at + 1] ?? ''];
  const near = ownNumber !== '' ? at : isNumber(after) ? at + 1 : isNumber(before) ? at - 1 : at;
  const number = ownNumber !== '' ? ownNumber : near === at ? '1' : (words[near] ?? '1');
  const rest = words.filter((_, place) => place !== at && place !== near).join('');
  const slot = slotOf(word, number);
  const field = rest === '' ? 'fullName' : guardianFields.get(rest);
  return slot && field ? `guardian${slot}.${field}` : undefined;
}

const guardianWord =
  /^(foresatt|foresatte|foresett|foresette|forelder|foreldre|guardian|parent|verge|verje|mor|mors|far|fars|mother|father)(\d?)$/;
const isNumber = (word: string): boolean => /^\d$/.test(word);

function slotOf(word: string, number: string): GuardianSlot | undefined {
  if (/^(mors?|mother)$/.test(word)) return 'mother';
  if (/^(fars?|father)$/.test(word)) return 'father';
  return (['1', '2', '3', '4'] as const).find((slot) => slot === number);
}

/** Words of a heading: folded to plain letters, split at whatever is neither letter nor digit. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

const joined = (text: string): string => wordsOf(text).join('');

function lookup<Field extends string>(tables: readonly Readonly<Record<Field, string>>[]): ReadonlyMap<string, Field> {
  const pairs = tables.flatMap((table) =>
    // `as`: the table's own keys are its fields.
    (Object.entries(table) as [Field, string][]).flatMap(([field, words]) =>
      words.split(' ').map((word) => [word, field] as const),
    ),
  );
  return new Map(pairs);
}

const ownFields: ReadonlyMap<string, ColumnField> = lookup<ColumnField>([
  { ...personWords, ...youthWords } as Record<ColumnField, string>,
]);
const guardianFields: ReadonlyMap<string, GuardianField> = lookup<GuardianField>([
  { ...personWords, ...guardianWords },
]);
