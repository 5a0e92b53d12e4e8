import en from '#texts/en/web-phase.json' with { type: 'json' };
import nb from '#texts/nb/web-phase.json' with { type: 'json' };
import nn from '#texts/nn/web-phase.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: phaseWords } = wording({ nb, nn, en });
