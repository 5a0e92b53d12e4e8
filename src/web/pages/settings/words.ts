import en from '#texts/en/web-settings.json' with { type: 'json' };
import nb from '#texts/nb/web-settings.json' with { type: 'json' };
import nn from '#texts/nn/web-settings.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: settingsWords } = wording({ nb, nn, en });
