import en from '#texts/en/web-filters.json' with { type: 'json' };
import nb from '#texts/nb/web-filters.json' with { type: 'json' };
import nn from '#texts/nn/web-filters.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: filterWords } = wording({ nb, nn, en });
