import en from '#texts/en/web-letters.json' with { type: 'json' };
import nb from '#texts/nb/web-letters.json' with { type: 'json' };
import nn from '#texts/nn/web-letters.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: lettersWords } = wording({ nb, nn, en });
