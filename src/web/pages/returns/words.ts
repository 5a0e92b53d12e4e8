import en from '#texts/en/web-returns.json' with { type: 'json' };
import nb from '#texts/nb/web-returns.json' with { type: 'json' };
import nn from '#texts/nn/web-returns.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: returnsWords } = wording({ nb, nn, en });
