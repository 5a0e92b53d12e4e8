import { type Language, languages } from '#domain/language.ts';
import en from '#texts/en/cli.json' with { type: 'json' };
import enActs from '#texts/en/cli-acts.json' with { type: 'json' };
import enAssignment from '#texts/en/cli-assignment.json' with { type: 'json' };
import enCrossCheck from '#texts/en/cli-cross-check.json' with { type: 'json' };
import enLetters from '#texts/en/cli-letters.json' with { type: 'json' };
import enPhone from '#texts/en/cli-phone.json' with { type: 'json' };
import enQueues from '#texts/en/cli-queues.json' with { type: 'json' };
import enReplies from '#texts/en/cli-replies.json' with { type: 'json' };
import enSendings from '#texts/en/cli-sendings.json' with { type: 'json' };
import nb from '#texts/nb/cli.json' with { type: 'json' };
import nbActs from '#texts/nb/cli-acts.json' with { type: 'json' };
import nbAssignment from '#texts/nb/cli-assignment.json' with { type: 'json' };
import nbCrossCheck from '#texts/nb/cli-cross-check.json' with { type: 'json' };
import nbLetters from '#texts/nb/cli-letters.json' with { type: 'json' };
import nbPhone from '#texts/nb/cli-phone.json' with { type: 'json' };
import nbQueues from '#texts/nb/cli-queues.json' with { type: 'json' };
import nbReplies from '#texts/nb/cli-replies.json' with { type: 'json' };
import nbSendings from '#texts/nb/cli-sendings.json' with { type: 'json' };
import nn from '#texts/nn/cli.json' with { type: 'json' };
import nnActs from '#texts/nn/cli-acts.json' with { type: 'json' };
import nnAssignment from '#texts/nn/cli-assignment.json' with { type: 'json' };
import nnCrossCheck from '#texts/nn/cli-cross-check.json' with { type: 'json' };
import nnLetters from '#texts/nn/cli-letters.json' with { type: 'json' };
import nnPhone from '#texts/nn/cli-phone.json' with { type: 'json' };
import nnQueues from '#texts/nn/cli-queues.json' with { type: 'json' };
import nnReplies from '#texts/nn/cli-replies.json' with { type: 'json' };
import nnSendings from '#texts/nn/cli-sendings.json' with { type: 'json' };
import { type Facts, speakers } from '#texts/text.ts';

/** The commands' words, an area's in a file of its own. */
const texts = {
  nb: {
    ...nb,
    ...nbActs,
    ...nbAssignment,
    ...nbCrossCheck,
    ...nbLetters,
    ...nbPhone,
    ...nbQueues,
    ...nbSendings,
    ...nbReplies,
  },
  nn: {
    ...nn,
    ...nnActs,
    ...nnAssignment,
    ...nnCrossCheck,
    ...nnLetters,
    ...nnPhone,
    ...nnQueues,
    ...nnSendings,
    ...nnReplies,
  },
  en: {
    ...en,
    ...enActs,
    ...enAssignment,
    ...enCrossCheck,
    ...enLetters,
    ...enPhone,
    ...enQueues,
    ...enSendings,
    ...enReplies,
  },
};

export const { speak, knows } = speakers(texts);
export type Key = keyof (typeof texts)['nb'];
export type Words = (key: Key, facts?: Facts) => string;

/** Binds the words to a language. */
export const wordsIn =
  (language: Language): Words =>
  (key, facts) =>
    speak(language, key, facts);

/** As `--lang` says, else as AARSHJUL_LANG says, else bokmål: known before anything is parsed, since parsing may complain. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const written = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const known = (text: string | undefined) => languages.find((language) => language === text?.toLowerCase());
  return known(written) ?? known(env.AARSHJUL_LANG) ?? 'nb';
}
