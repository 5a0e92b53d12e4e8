import type { Day } from '#domain/calendar/day.ts';
import en from '#texts/en/web-cross-check.json' with { type: 'json' };
import nb from '#texts/nb/web-cross-check.json' with { type: 'json' };
import nn from '#texts/nn/web-cross-check.json' with { type: 'json' };
import type { CheckListHead } from '#views/answers/cross-check.ts';
import type { PageContext } from '../../page-context.ts';
import { wording } from '../../wording.ts';

export const { words: checkWords, knows: knowsCheckWord } = wording({ nb, nn, en });

/** What a list is called: by its kind, or as whoever brought it has named it. */
export const listName = ({ language }: PageContext, { kind, title }: Pick<CheckListHead, 'kind' | 'title'>): string =>
  title ?? checkWords(language)(`kind.${kind}`);

/** `17.05.2008`: days that are held against each other, without a weekday. */
export const plainDate = (day: Day): string => day.split('-').reverse().join('.');
