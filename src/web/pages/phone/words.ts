import en from '#texts/en/web-phone.json' with { type: 'json' };
import nb from '#texts/nb/web-phone.json' with { type: 'json' };
import nn from '#texts/nn/web-phone.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: phoneWords } = wording({ nb, nn, en });
