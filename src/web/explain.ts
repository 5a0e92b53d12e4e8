import type { Language } from '#domain/language.ts';
import type { Facts } from '#domain/outcome.ts';
import en from '#texts/en/web-faults.json' with { type: 'json' };
import nb from '#texts/nb/web-faults.json' with { type: 'json' };
import nn from '#texts/nn/web-faults.json' with { type: 'json' };
import { wording } from './wording.ts';

const own = wording({ nb, nn, en });

type Explain = (language: Language, code: string, facts?: Facts) => string;

/** The web's own faults are `web.…`; the others are explained where their rules live. */
export const explainWith =
  (others: Explain): Explain =>
  (language, code, facts) => {
    const key = code.startsWith('web.') ? code.slice(4) : '';
    return own.knows(key) ? own.words(language)(key, facts) : others(language, code, facts);
  };
