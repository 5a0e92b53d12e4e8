import en from './en/sending.json' with { type: 'json' };
import nb from './nb/sending.json' with { type: 'json' };
import nn from './nn/sending.json' with { type: 'json' };
import { speakers } from './text.ts';

/** What sendings, their recipients and the reasons are called: for pages and commands alike. */
export const sendingTexts = speakers({ nb, nn, en });
