import en from '#texts/en/web-leave.json' with { type: 'json' };
import nb from '#texts/nb/web-leave.json' with { type: 'json' };
import nn from '#texts/nn/web-leave.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: leaveWords } = wording({ nb, nn, en });
