import { day } from '#domain/calendar/day.ts';
import { ageFacts } from '#domain/coding/situation.ts';
import { proposalFor } from '#domain/cross-check/proposal.ts';
import { caseId } from '#domain/ids.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import type {
  CheckCounts,
  CheckListAnswer,
  CheckListHead,
  CheckListsAnswer,
  CheckPair,
  CheckShow,
  ComparedValue,
} from '#views/answers/cross-check.ts';

const today = day('2026-11-04');
const title = {
  nb: 'Elever som begynte 1.–19. september',
  nn: 'Elevar som byrja 1.–19. september',
  en: 'Pupils who started 1–19 September',
};
const counts: CheckCounts = {
  ...{ rows: 312, matched: 61, none: 249, outside: 3, special: 2, waiting: 48, undecided: 4, accepted: 6 },
  ...{ 'taken-back': 1, overtaken: 2, refused: 1, nothing: 3, 'not-same': 2 },
};
const theHead: CheckListHead = {
  listId: 'list-1',
  kind: 'started',
  title: undefined,
  file: 'starta-september.xlsx',
  format: 'xlsx',
  received: day('2026-09-20'),
  by: 'Jakob Amundsen Berntsen',
  matched: day('2026-09-21'),
  registerSize: 2000,
  window: { from: day('2026-09-01'), to: day('2026-09-19'), title },
  counts,
};

export const theCheckLists: CheckListsAnswer = {
  today,
  lists: [theHead, { ...theHead, listId: 'list-2', kind: 'other', title: 'Folkehøgskule', window: undefined }],
  windows: [{ id: 'started-in-september', title, from: day('2026-09-01'), to: day('2026-09-19') }],
  mayReceive: true,
  atRisk: 17,
};

const fresh = newCase({
  ...{ caseId: 'case-7', runId: 'run-1', transfer: 'OSON', track: 'oson' },
  ...{ unitId: null, caseworkerId: null, deadlines: {} },
});
const propose = (startedOn: string | null, file: Partial<CaseFile> = {}) =>
  proposalFor(
    { activity: 'school', place: 'inside', startedOn: startedOn === null ? null : day(startedOn), endedOn: null },
    { ...fresh, ...file },
    { on: today, age: ageFacts(day('2008-05-17'), today) },
  );

const fields: readonly ComparedValue[] = [
  { field: 'nationalId', register: '170508 99999', list: undefined, how: 'none', speaks: 'neither' },
  { field: 'firstName', register: 'Adrian', list: 'Adrain', how: 'slip', speaks: 'for' },
  { field: 'lastName', register: 'Løken', list: 'LOEKEN', how: 'same', speaks: 'for' },
  { field: 'birthDate', register: '2008-05-17', list: '2008-05-17', how: 'same', speaks: 'for' },
  { field: 'address', register: 'Storgata 5', list: 'Fjordvegen 9', how: 'other', speaks: 'against' },
];

const thePair = (id: string, more: Partial<CheckPair> = {}): CheckPair => ({
  pairId: id,
  row: 14,
  caseId: caseId('case-7'),
  name: 'Adrian Løken',
  band: 'certain',
  score: 26.5,
  state: 'waiting',
  isProtected: false,
  status: undefined,
  transfer: 'OSON',
  unit: 'Nordvik',
  fields,
  remarks: [],
  startedOn: day('2026-09-04'),
  endedOn: undefined,
  proposal: propose('2026-09-04'),
  decided: undefined,
  overtaken: undefined,
  otherLists: 0,
  otherCodes: [],
  acceptedAct: undefined,
  ...more,
});

const thePairs: readonly CheckPair[] = [
  thePair('pair-1'),
  thePair('pair-2', { band: 'possible', state: 'undecided', remarks: ['twins', 'several-fit'], row: 15 }),
  thePair('pair-3', {
    ...{ otherLists: 1, otherCodes: ['OTLL_IM'] },
    decided: { answer: 'same', on: day('2026-09-22'), by: 'Jakob Amundsen Berntsen', remembered: false },
  }),
  thePair('pair-4', { state: 'overtaken', overtaken: { by: 'contact.registered', on: day('2026-09-28') } }),
  thePair('pair-5', {
    state: 'refused',
    status: 'OTUK',
    proposal: propose('2026-09-15', { status: 'OTUK', firstContactOn: day('2026-09-01') }),
  }),
  thePair('pair-6', { state: 'nothing', proposal: { outcome: 'nothing', why: 'outside-window' }, isProtected: true }),
  thePair('pair-7', { state: 'accepted', acceptedAct: 'act-1', status: 'OTEV_IM' }),
];

export const theCheckList = (shown: CheckShow = 'waiting'): CheckListAnswer => ({
  ...theHead,
  today,
  faults: [{ place: 'rad 9', found: 'Sum', code: 'intake.row.wide' }],
  notes: [{ code: 'intake.note.otherSheets', facts: { sheets: ['Ark2'] } }],
  shown,
  page: 1,
  pageSize: 20,
  pairs: shown === 'none' ? [] : thePairs,
  rows:
    shown === 'none'
      ? [
          {
            ...{ row: 3, name: 'Isak Borge Gran', born: day('2008-01-09'), startedOn: undefined },
            ...{ place: 'no-day', isMatched: false, isKnown: false },
          },
        ]
      : [],
  hidden: 1,
  mayAct: true,
});
