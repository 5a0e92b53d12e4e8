import en from '#texts/en/web-start.json' with { type: 'json' };
import nb from '#texts/nb/web-start.json' with { type: 'json' };
import nn from '#texts/nn/web-start.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: startWords } = wording({ nb, nn, en });
