import { transferCodes } from '../person/youth-record.ts';
import { isStatusCode } from '../status-code/status-code.ts';

/**
 * Words by which whoever sees a letter lying open or a phone's screen learns how a youth stands. Status codes are health and social
 * facts (domain notes §4.3), and an SMS is as open as a postcard (§4.5). Our own list: no public one was found.
 */
const words: readonly string[] = [
  '(kode|code) ?[67]',
  '(fortrolig|fortruleg|hemmelig|hemmeleg|skjermet|skjerma|klient)(e|t)? ?adress\\p{L}*',
  'drop ?outs?|frafall\\p{L}*|fråfall\\p{L}*|falt ut|falle ut|avbr[aou]t\\p{L}*|slutta? på (skolen|skulen)',
  'syk|sykdom|sykmeldt|sjuk|sjukdom|sjukmeld|ill|illness|ruset|rusmid\\p{L}*|psykisk\\p{L}*|barnevern\\p{L}*|gravid\\p{L}*|fengsel|soning',
  'arbeidsledig\\p{L}*|arbeidslaus\\p{L}*|arbeidsløs\\p{L}*|unemployed|NAV',
  '(uten|utan) (skole|skule)?plass',
  'målgruppa?|målgruppen|target group',
];
const revealing = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])(${word})(?![\\p{L}\\p{N}])`, 'giu'));
const inCapitals = /(?<![\p{L}\p{N}])[A-Z]{4}(_[A-Z]+)?(?![\p{L}\p{N}])/gu;

export interface RevealingWord {
  readonly word: string;
  readonly line: number;
}

/** What in a text may tell too much, with the line it stands on. */
export function revealingWords(text: string): readonly RevealingWord[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const codes = [...written.matchAll(inCapitals)].map(([word]) => word).filter(isCode);
    const said = revealing.flatMap((pattern) => [...written.matchAll(pattern)].map(([word]) => word));
    return [...codes, ...said].map((word) => ({ word, line: index + 1 }));
  });
}

const isCode = (word: string): boolean => isStatusCode(word) || transferCodes.some((code) => code === word);
