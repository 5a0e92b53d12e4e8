import en from '#texts/en/web-youths.json' with { type: 'json' };
import nb from '#texts/nb/web-youths.json' with { type: 'json' };
import nn from '#texts/nn/web-youths.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: youthsWords } = wording({ nb, nn, en });
