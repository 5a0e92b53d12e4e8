import en from '#texts/en/web-inbound.json' with { type: 'json' };
import nb from '#texts/nb/web-inbound.json' with { type: 'json' };
import nn from '#texts/nn/web-inbound.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: inboundWords } = wording({ nb, nn, en });
