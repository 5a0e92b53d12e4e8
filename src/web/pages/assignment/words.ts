import en from '#texts/en/web-assignment.json' with { type: 'json' };
import nb from '#texts/nb/web-assignment.json' with { type: 'json' };
import nn from '#texts/nn/web-assignment.json' with { type: 'json' };
import { wording } from '../../wording.ts';

export const { words: assignmentWords } = wording({ nb, nn, en });
