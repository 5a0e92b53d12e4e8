import en from '#texts/en/web-sign-in.json' with { type: 'json' };
import nb from '#texts/nb/web-sign-in.json' with { type: 'json' };
import nn from '#texts/nn/web-sign-in.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: signInWords } = wording({ nb, nn, en });
