import type { Language } from '#domain/language.ts';
import type { Refusal } from '#domain/outcome.ts';
import en from '#texts/en/api.json' with { type: 'json' };
import nb from '#texts/nb/api.json' with { type: 'json' };
import nn from '#texts/nn/api.json' with { type: 'json' };
import { speakers } from '#texts/text.ts';
import type { ApiNeeds } from './needs.ts';

const { speak, knows } = speakers({ nb, nn, en });

/** A refusal with its sentence: the API's own here, the others where their rules live. */
export function saidWith({ explain }: Pick<ApiNeeds, 'explain'>, language: Language, refusal: Refusal) {
  const { code, facts } = refusal;
  const key = code.replace(/^api\./, '');
  const text = code.startsWith('api.') && knows(key) ? speak(language, key, facts) : explain(language, code, facts);
  return { ...refusal, text };
}

export const sayFailure = (language: Language): string => speak(language, 'failed');

export const sayFieldWanted = (language: Language): string => speak(language, 'fieldWanted');
