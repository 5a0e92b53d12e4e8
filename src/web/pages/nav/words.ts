import en from '#texts/en/web-nav.json' with { type: 'json' };
import nb from '#texts/nb/web-nav.json' with { type: 'json' };
import nn from '#texts/nn/web-nav.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: navWords } = wording({ nb, nn, en });
