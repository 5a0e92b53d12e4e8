import { addDays } from '#domain/calendar/arithmetic.ts';
import { caseId } from '#domain/ids.ts';
import type { TemplateAnswer } from '#views/answers/letters.ts';
import type { LetterViews } from '#views/letter-views.ts';
import { today } from './year-answer.ts';

const text = (title: string, body: string) => ({ title, body, copyIntro: 'Dette er ein kopi til føresette.' });

export const theTemplate: TemplateAnswer = {
  templateId: 'standard-letter',
  version: 2,
  channel: 'letter',
  name: 'Standardbrev',
  madeOn: addDays(today, -40),
  madeBy: 'Kristine Karlsen',
  versions: [2, 1],
  texts: {
    nb: text('Tilbud til deg', 'Hei {fornavn}.\n\nVi kan hjelpe deg.'),
    nn: text('Tilbod til deg', 'Hei {fornamn}.\n\nVi kan hjelpe deg.\n\n- skule\n- lære\n- *arbeid*'),
  },
};

export const mailingAnswers: LetterViews = {
  check: async (_actor, _run, on) => ({
    on,
    letters: 1388,
    copies: 412,
    faults: [
      {
        caseId: caseId('case-3'),
        name: 'Bjørn Danielsen',
        unit: 'Nordvik',
        addressee: 'youth',
        why: 'address',
        faults: [{ code: 'place-differs', facts: { expected: 'HAVNEBY' } }, { code: 'no-street' }],
      },
      {
        caseId: caseId('case-4'),
        name: 'Elida Nordskaug',
        unit: 'Havneby',
        addressee: 'guardians',
        why: 'guardian-unknown',
        faults: [],
      },
    ],
    emptyFields: [{ field: 'officePhone', count: 12 }],
  }),
  manual: async (_actor, _run, on) => ({
    on,
    rows: [{ caseId: caseId('case-5'), name: 'Frøydis Løken', unit: 'Havneby', to: 'youth' }],
  }),
  printPile: async () => ({
    waiting: 14,
    batches: [{ batchId: 'batch-0', madeAt: Date.UTC(2026, 9, 2, 9), madeBy: 'Mina Krogh', letters: 40, pages: 104 }],
  }),
  templates: async () => ({
    templates: [
      theTemplate,
      { ...theTemplate, templateId: 'sms-1', channel: 'sms', name: 'SMS 1', madeOn: undefined, madeBy: undefined },
    ],
    mayMake: true,
  }),
  template: async (templateId, version) =>
    templateId === 'standard-letter'
      ? { ...theTemplate, version: version ?? 2 }
      : templateId === 'sms-1'
        ? { ...theTemplate, templateId, channel: 'sms', name: 'SMS 1' }
        : undefined,
};
