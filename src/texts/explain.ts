import { parseDay } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import { whyOf } from './coding.ts';
import { numericDate } from './dates.ts';
import en from './en/refusals.json' with { type: 'json' };
import { sayRefusal } from './intake.ts';
import nb from './nb/refusals.json' with { type: 'json' };
import nn from './nn/refusals.json' with { type: 'json' };
import { sendingTexts } from './sending.ts';
import { type Facts, speakers } from './text.ts';

const { speak, knows } = speakers({ nb, nn, en });

/** The words of a refusal by its code, wherever its rule lives; the code itself only where nobody has words for it. */
export function explain(language: Language, code: string, facts: Facts = {}): string {
  if (knows(code)) return speak(language, code, said(language, code, facts));
  const [room, id = '', why = ''] = code.split('.');
  if (room === 'coding') return whyOf(language, { id, why, facts });
  if (room === 'intake') return sayRefusal(language, { code, facts });
  return speak(language, 'unknown', { code });
}

/** Days as they are written, and where a sending stands by its name. */
const said = (language: Language, code: string, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const state = `state.${fact}`;
      if (name === 'state' && code.startsWith('campaign.') && sendingTexts.knows(state))
        return [name, sendingTexts.speak(language, state)];
      const day = typeof fact === 'string' ? parseDay(fact) : undefined;
      return [name, day === undefined ? fact : numericDate(language, day)];
    }),
  );
