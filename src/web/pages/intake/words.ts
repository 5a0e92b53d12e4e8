import en from '#texts/en/web-intake.json' with { type: 'json' };
import nb from '#texts/nb/web-intake.json' with { type: 'json' };
import nn from '#texts/nn/web-intake.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: intakeWords, knows: intakeKnows } = wording({ nb, nn, en });
