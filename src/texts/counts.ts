import type { Count, Words } from '#domain/plan/template.ts';
import en from './en/counts.json' with { type: 'json' };
import nb from './nb/counts.json' with { type: 'json' };
import nn from './nn/counts.json' with { type: 'json' };

const named = (count: Count): Words => ({ nb: nb[count], nn: nn[count], en: en[count] });

/** What the counters of the phases are called. */
export const countNames: Readonly<Record<Count, Words>> = {
  transferCode: named('transferCode'),
  otuk: named('otuk'),
  standardLetters: named('standardLetters'),
  smsSent: named('smsSent'),
};
