import en from '#texts/en/web-sending-settings.json' with { type: 'json' };
import nb from '#texts/nb/web-sending-settings.json' with { type: 'json' };
import nn from '#texts/nn/web-sending-settings.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: sendingSettingsWords } = wording({ nb, nn, en });
