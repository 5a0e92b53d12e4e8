import type { Language } from '#domain/language.ts';
import en from '#texts/en/up.json' with { type: 'json' };
import nb from '#texts/nb/up.json' with { type: 'json' };
import nn from '#texts/nn/up.json' with { type: 'json' };
import { type Facts, speakers } from '#texts/text.ts';

const { speak } = speakers({ nb, nn, en });

export type UpKey = keyof typeof nb;

/** What the start of the embedded engine says, in one language. */
export const upWords =
  (language: Language) =>
  (key: UpKey, facts: Facts = {}): string =>
    speak(language, key, facts);
