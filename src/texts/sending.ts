import type { Language } from '#domain/language.ts';
import en from './en/sending.json' with { type: 'json' };
import nb from './nb/sending.json' with { type: 'json' };
import nn from './nn/sending.json' with { type: 'json' };
import { speakers } from './text.ts';

/** What sendings, their recipients and the reasons are called: for pages and commands alike. */
export const sendingTexts = speakers({ nb, nn, en });

/** `guardians-1-2`: a copy to the guardians. */
export function sayAddressee(language: Language, addressee: string): string {
  const { speak } = sendingTexts;
  if (addressee === 'youth') return speak(language, 'to.youth');
  return speak(language, addressee.startsWith('guardians-') ? 'to.guardians' : 'to.guardian');
}
