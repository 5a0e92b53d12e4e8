import en from '#texts/en/web-tasks.json' with { type: 'json' };
import nb from '#texts/nb/web-tasks.json' with { type: 'json' };
import nn from '#texts/nn/web-tasks.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: tasksWords } = wording({ nb, nn, en });
