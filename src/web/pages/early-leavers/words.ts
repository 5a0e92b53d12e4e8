import en from '#texts/en/web-early-leavers.json' with { type: 'json' };
import nb from '#texts/nb/web-early-leavers.json' with { type: 'json' };
import nn from '#texts/nn/web-early-leavers.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: leaversWords } = wording({ nb, nn, en });
