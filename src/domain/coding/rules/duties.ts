import type { StatusCode } from '../../status-code/status-code.ts';
import { allowed, rule, sources } from '../rule.ts';

const isOneOf = (code: StatusCode, ...codes: readonly StatusCode[]): boolean => codes.includes(code);

/** OTNO: follow-up must be offered again every school year (briefing). */
export const offerAgainNextYear = rule({
  id: 'offer-again-next-year',
  source: sources.briefing,
  whys: ['each-school-year'],
  judge: ({ code }) => (code === 'OTNO' ? allowed('each-school-year') : undefined),
});

/** OTBA and OTSY: OT must offer guidance where no application for deferment was sent (briefing). */
export const deferment = rule({
  id: 'deferment',
  source: sources.briefing,
  whys: ['offer-guidance'],
  judge: ({ code }) => (isOneOf(code, 'OTBA', 'OTSY') ? allowed('offer-guidance') : undefined),
});

/** OTMI: service does not follow the school year; remind the youth of the right afterwards (briefing). */
export const afterService = rule({
  id: 'after-service',
  source: sources.briefing,
  whys: ['remind'],
  judge: ({ code }) => (code === 'OTMI' ? allowed('remind') : undefined),
});

/** Feil and OTFU go back to VIGO, Feil with word to the admissions office (flowchart); OTFA goes by way of the own admissions office (briefing). */
export const returnToVigo = rule({
  id: 'return-to-vigo',
  source: `${sources.county}; ${sources.briefing}`,
  whys: ['send-back', 'send-back-and-tell', 'through-admissions-office'],
  judge: ({ code }) => {
    if (code === 'Feil') return allowed('send-back-and-tell');
    if (isOneOf(code, 'OTFU', 'OTFU_IM')) return allowed('send-back');
    return isOneOf(code, 'OTFA', 'OTFA_IM') ? allowed('through-admissions-office') : undefined;
  },
});
