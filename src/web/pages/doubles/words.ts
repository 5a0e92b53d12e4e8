import en from '#texts/en/web-doubles.json' with { type: 'json' };
import nb from '#texts/nb/web-doubles.json' with { type: 'json' };
import nn from '#texts/nn/web-doubles.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: doublesWords, knows: knowsDoubles } = wording({ nb, nn, en });
