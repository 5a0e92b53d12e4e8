import type { Language } from '#domain/language.ts';
import { whyOf } from './coding.ts';
import en from './en/refusals.json' with { type: 'json' };
import { sayRefusal } from './intake.ts';
import nb from './nb/refusals.json' with { type: 'json' };
import nn from './nn/refusals.json' with { type: 'json' };
import { type Facts, speakers } from './text.ts';

const { speak, knows } = speakers({ nb, nn, en });

/** The words of a refusal by its code, wherever its rule lives; the code itself only where nobody has words for it. */
export function explain(language: Language, code: string, facts: Facts = {}): string {
  if (knows(code)) return speak(language, code, facts);
  const [room, id = '', why = ''] = code.split('.');
  if (room === 'coding') return whyOf(language, { id, why, facts });
  if (room === 'intake') return sayRefusal(language, { code, facts });
  return speak(language, 'unknown', { code });
}
