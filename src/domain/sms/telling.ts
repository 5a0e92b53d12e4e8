import { transferCodes } from '../person/youth-record.ts';
import { isRegisteredCode } from '../status-code/report-code.ts';
import { type TellingKind, tellingWords } from './telling-words.ts';

/** A word that should not stand on a lock screen, as it was written. */
export interface Telling {
  readonly kind: TellingKind;
  readonly word: string;
}

/** What in a text would tell a stranger how the youth stands; for a warning, nothing is taken out. */
export function tellingIn(text: string): readonly Telling[] {
  const found: Telling[] = codesIn(text).map((word) => ({ kind: 'code', word }));
  for (const { kind, pattern } of patterns)
    for (const [, word = ''] of text.matchAll(pattern)) found.push({ kind, word });
  return found.filter((each, place) => found.findIndex(({ word }) => word === each.word) === place);
}

/** `Feil` is an everyday word too, and no code that a reader would know. */
const codesIn = (text: string): readonly string[] =>
  (text.match(/[\p{L}\d_]+/gu) ?? []).filter((word) => {
    const code = word.toUpperCase();
    return (
      code.length >= 4 && code !== 'FEIL' && (isRegisteredCode(code) || transferCodes.some((each) => each === code))
    );
  });

const patterns = Object.entries(tellingWords).map(([kind, words]) => ({
  // `as`: the keys of the list are the kinds.
  kind: kind as TellingKind,
  pattern: new RegExp(`(?<![\\p{L}\\d])(${words.map(asPattern).join('|')})(?![\\p{L}\\d])`, 'giu'),
}));

function asPattern(word: string): string {
  return word
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+')
    .replaceAll('*', '[\\p{L}-]*');
}
