import en from '#texts/en/web-youth.json' with { type: 'json' };
import nb from '#texts/nb/web-youth.json' with { type: 'json' };
import nn from '#texts/nn/web-youth.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: youthWords } = wording({ nb, nn, en });
