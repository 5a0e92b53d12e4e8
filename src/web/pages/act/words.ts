import en from '#texts/en/web-act.json' with { type: 'json' };
import nb from '#texts/nb/web-act.json' with { type: 'json' };
import nn from '#texts/nn/web-act.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: actWords, knows: knowsActWord } = wording({ nb, nn, en });
