import en from '#texts/en/web-plan.json' with { type: 'json' };
import nb from '#texts/nb/web-plan.json' with { type: 'json' };
import nn from '#texts/nn/web-plan.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: planWords } = wording({ nb, nn, en });
