import en from '#texts/en/web-own.json' with { type: 'json' };
import nb from '#texts/nb/web-own.json' with { type: 'json' };
import nn from '#texts/nn/web-own.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: ownWords } = wording({ nb, nn, en });
