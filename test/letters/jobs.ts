import { day } from '#domain/calendar/day.ts';
import type { Language } from '#domain/language.ts';
import type { MessageText } from '#domain/message/template.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import type { PressJob } from '#ports/letter-press.ts';
import type { MessageFacts } from '#ports/message-facts.ts';

export const facts: MessageFacts = {
  caseId: 'case-1',
  runId: 'run',
  unitId: 'unit-01',
  caseworkerId: 'staff-001',
  isProtected: false,
  youth: { name: { first: 'Ánne-Øydis', last: 'Čáhcesuolu Ærlig' }, languageForm: 'nn', born: day('2009-03-02') },
  sender: {
    county: 'Vestfjord fylkeskommune',
    head: {
      postAddress: ['Postboks 100', '6001 Ålesund'],
      organisationNumber: '999 999 999',
      web: 'vestfjord.example',
      replyAt: 'https://svar.vestfjord.example',
    },
    office: {
      name: 'OT Nordvik',
      visit: ['Skulegata 4', '6001 Ålesund'],
      phone: '68 05 12 34',
      email: 'nordvik@vestfjord.example',
    },
  },
  adviser: 'Kari Rådgivar',
  schoolYear: '2026-2027',
};

export const standardText = (language: Language): MessageText => {
  const text = standardTemplates.find(({ templateId }) => templateId === 'standard-letter')?.texts[language];
  if (!text) throw new Error(`no standard letter in ${language}`);
  return text;
};

/** The youth's own standard letter in nynorsk, unless the test says otherwise. */
export const aJob = (
  given: Omit<Partial<PressJob>, 'facts'> & { readonly facts?: Partial<MessageFacts> } = {},
): PressJob => {
  const all = { ...facts, ...given.facts };
  const language = given.language ?? 'nn';
  return {
    key: 'letter-1',
    piece: {
      addressee: 'youth',
      isCopy: false,
      names: [all.youth.name],
      address: { lines: ['H0201', 'Storgata 12 B'], postcode: '6001', place: 'Ålesund' },
    },
    language,
    text: standardText(language),
    on: day('2026-09-10'),
    returnKey: '7KQF2M9TXW3BA6PD',
    replyKey: 'ANE00000000TEST1',
    ...given,
    facts: all,
  };
};
