import { speakers } from '#texts/text.ts';
import en from '../texts/en/setup.json' with { type: 'json' };
import nb from '../texts/nb/setup.json' with { type: 'json' };
import nn from '../texts/nn/setup.json' with { type: 'json' };

export const setup = speakers({ nb, nn, en });

/** Tells whoever started us what is being done, one line at a time. */
export type Say = (line: string) => void;
