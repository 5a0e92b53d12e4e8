import { instant } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import type { ActAnswer, ActHead } from '#views/answers/act.ts';

const theHead: ActHead = {
  actId: 'act-1',
  kind: 'choice',
  state: 'done',
  because: { choice: 'standard-letter' },
  at: instant(Date.UTC(2026, 10, 4, 9)),
  by: 'Jakob Amundsen Berntsen',
  counts: { waiting: 0, done: 38, refused: 2, undone: 0, kept: 0 },
  mayUndo: true,
};

export const theActs = {
  acts: [theHead, { ...theHead, actId: 'act-2', state: 'carryingOut', mayUndo: false } as const],
};

export const theAct = (): ActAnswer => ({
  ...theHead,
  shown: 'refused',
  rows: [
    {
      caseId: caseId('case-7'),
      name: 'Løken, Adrian',
      unit: 'Nordvik',
      did: 'choice.made',
      to: 'standard-letter',
      why: [{ code: 'youth.notNow' }],
    },
  ],
  hidden: 1,
  page: 1,
  pageSize: 50,
  total: 1,
});
