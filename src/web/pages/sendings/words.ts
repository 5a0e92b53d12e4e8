import type { Language } from '#domain/language.ts';
import en from '#texts/en/web-sendings.json' with { type: 'json' };
import nb from '#texts/nb/web-sendings.json' with { type: 'json' };
import nn from '#texts/nn/web-sendings.json' with { type: 'json' };
import { sendingTexts } from '#texts/sending.ts';
import { wording } from '../../wording.ts';

export const { words: sendingWords } = wording({ nb, nn, en });

/** A state, a channel, a reason: words that the commands have too. A provider's own word stands as it is written. */
export const nameOf = (
  language: Language,
  kind: 'state' | 'channel' | 'purpose' | 'recipient' | 'reason',
  name: string,
) => {
  const key = `${kind}.${name}`;
  return sendingTexts.knows(key) ? sendingTexts.speak(language, key) : name;
};
