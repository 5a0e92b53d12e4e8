import { day } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import type { LetterViews } from '#views/letter-views.ts';

const head = { templateId: 'standard-letter', version: 2, channel: 'letter', name: 'Standardbrev' } as const;
const made = { madeOn: day('2026-08-20'), madeBy: 'Siri System' };
const ane = { caseId: caseId('case-1'), name: 'Ane Testdal', unit: 'OT Nordvik' };

/** What the letters' questions answer in tests of pages and API. */
export const letterAnswers: LetterViews = {
  check: async (_actor, _run, on) => ({
    on,
    letters: 12,
    copies: 7,
    faults: [
      { ...ane, addressee: 'youth', why: 'address', faults: [{ code: 'place-differs', facts: { expected: 'VOLDA' } }] },
    ],
    emptyFields: [{ field: 'officePhone', count: 3 }],
  }),
  manual: async (_actor, _run, on) => ({ on, rows: [{ ...ane, to: 'guardian' }] }),
  printPile: async () => ({ waiting: 3, batches: [] }),
  templates: async () => ({ templates: [{ ...head, ...made }], mayMake: true }),
  template: async (templateId) =>
    templateId === head.templateId
      ? { ...head, ...made, texts: { nb: { title: 'Hei', body: 'Hei {navn}', copyIntro: 'Kopi' } }, versions: [2, 1] }
      : undefined,
};
