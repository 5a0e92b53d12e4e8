import { afterStop, hintWords, stopPhrases, stopWords, wrongNumberPhrases } from './reply-words.ts';
import type { ReplyStatement } from './statement.ts';

const hinting = ['in-work', 'in-school', 'abroad', 'wants-contact', 'no-follow-up'] as const;

/** What the words of a message are understood as. `stop` and `wrongNumber` are acted on; hints only shown. */
export interface Understood {
  readonly stop: boolean;
  readonly wrongNumber: boolean;
  readonly hints: readonly ReplyStatement[];
}

/** Reads a message as a person would at a glance. */
export function understand(text: string): Understood {
  const said = plain(text);
  const stop = isStop(said);
  const wrongNumber = has(said, wrongNumberPhrases);
  const hints = stop || wrongNumber ? [] : hinting.filter((says) => has(said, hintWords[says]));
  return { stop, wrongNumber, hints };
}

/** Small letters, signs and emoji to spaces; `don't` and `dont` are one word. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

function isStop(said: string): boolean {
  if (has(said, stopPhrases)) return true;
  const word = stopWords.find((each) => said === each || said.startsWith(`${each} `));
  if (word === undefined) return false;
  const rest = said.slice(word.length).trim();
  return rest === '' || rest.split(' ').every((each) => afterStop.some((allowed) => matches(each, allowed)));
}

const has = (said: string, phrases: readonly string[]): boolean => phrases.some((phrase) => wordsIn(said, phrase));

function wordsIn(said: string, phrase: string): boolean {
  const bare = phrase.replace('*', '');
  const at = ` ${said} `.indexOf(` ${bare}${phrase.endsWith('*') ? '' : ' '}`);
  return at >= 0;
}

const matches = (word: string, allowed: string): boolean =>
  allowed.endsWith('*') ? word.startsWith(allowed.slice(0, -1)) : word === allowed;
