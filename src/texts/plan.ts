import en from './en/plan.json' with { type: 'json' };
import nb from './nb/plan.json' with { type: 'json' };
import nn from './nn/plan.json' with { type: 'json' };
import { speakers } from './text.ts';

/** What the calendar and the plan say, in the reader's language. */
export const planTexts = speakers({ nb, nn, en });
