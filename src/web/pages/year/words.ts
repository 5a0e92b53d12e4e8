import en from '#texts/en/web-year.json' with { type: 'json' };
import nb from '#texts/nb/web-year.json' with { type: 'json' };
import nn from '#texts/nn/web-year.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: yearWords } = wording({ nb, nn, en });
