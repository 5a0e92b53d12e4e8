import en from '#texts/en/web-errors.json' with { type: 'json' };
import nb from '#texts/nb/web-errors.json' with { type: 'json' };
import nn from '#texts/nn/web-errors.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: errorWords } = wording({ nb, nn, en });
