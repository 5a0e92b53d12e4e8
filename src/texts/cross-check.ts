import type { Language } from '#domain/language.ts';
import en from './en/cross-check.json' with { type: 'json' };
import nb from './nb/cross-check.json' with { type: 'json' };
import nn from './nn/cross-check.json' with { type: 'json' };
import { type Facts, speakers } from './text.ts';

const { speak, knows } = speakers({ nb, nn, en });

/** What the cross-check's own words are called: fields, how they stand to each other, bands and remarks. A word nobody knows stands as it is. */
export const sayCrossCheck = (language: Language, key: string, facts: Facts = {}): string =>
  knows(key) ? speak(language, key, facts) : key;
