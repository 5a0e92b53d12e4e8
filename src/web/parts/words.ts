import type { Language } from '#domain/language.ts';
import en from '#texts/en/web.json' with { type: 'json' };
import enCodes from '#texts/en/web-codes.json' with { type: 'json' };
import nb from '#texts/nb/web.json' with { type: 'json' };
import nbCodes from '#texts/nb/web-codes.json' with { type: 'json' };
import nn from '#texts/nn/web.json' with { type: 'json' };
import nnCodes from '#texts/nn/web-codes.json' with { type: 'json' };
import { wording } from '../wording.ts';
import { insideSentence, listed } from './numbers.ts';

/** What stands on every page. */
const shared = wording({ nb, nn, en });
export const sharedWords = shared.words;

const codes = wording({ nb: nbCodes, nn: nnCodes, en: enCodes });

/** The short words beside a status or transfer code; nothing for a code this version does not name. */
export const codeWords = (language: Language, code: string): string =>
  codes.knows(code) ? codes.words(language)(code) : '';

export const groupWords = (language: Language, group: number): string => {
  const key = `group.${group}`;
  return codes.knows(key) ? codes.words(language)(key) : String(group);
};

/** A role by its name in the plan; a county's own role stands as it is written. */
export const roleWords = (language: Language, role: string): string => {
  const key = `role.${role}`;
  return shared.knows(key) ? shared.words(language)(key) : role;
};

/** `Kontortilsett og OT-rådgjevar`: a capital only first. */
export const roleList = (language: Language, roles: readonly string[]): string =>
  listed(
    language,
    roles.map((role, index) => (index === 0 ? roleWords(language, role) : insideSentence(roleWords(language, role)))),
  );
