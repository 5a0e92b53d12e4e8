import { day, instant } from '#domain/calendar/day.ts';
import { caseId } from '#domain/ids.ts';
import type { DoublesAnswer } from '#views/answers/doubles.ts';
import type { EarlyLeaversAnswer, LeavingAnswer } from '#views/answers/early-leavers.ts';
import type { NavAnswer, NavRow } from '#views/answers/nav.ts';
import type { ReturnsAnswer } from '#views/answers/returns.ts';
import type { QueueViews } from '#views/queue-views.ts';
import { units } from './people-answers.ts';
import { today } from './year-answer.ts';

const at = instant(Date.UTC(2026, 10, 2, 9));
const by = 'Jakob Amundsen Berntsen';
const youth = (id: string, name: string) => ({ caseId: caseId(id), name, unit: 'Nordvik', protected: false });

const theReturns: ReturnsAnswer = {
  today,
  queued: [
    {
      ...youth('case-6', 'Isak Borge Gran'),
      code: 'Feil',
      receiver: 'vigo-and-admissions',
      maySend: true,
      since: day('2026-09-02'),
    },
    { ...youth('case-8', 'Amalie Løken'), code: 'OTFU_IM', receiver: 'vigo', maySend: true, since: day('2026-10-20') },
    {
      ...youth('case-9', 'Bjørn Danielsen'),
      code: 'OTFA_IM',
      receiver: 'admissions-for-other-county',
      maySend: false,
      protected: true,
      since: undefined,
    },
  ],
  sent: [
    {
      ...youth('case-10', 'Elida Nordskaug'),
      ...{ code: 'Feil', receiver: 'vigo-and-admissions', maySend: false, sentOn: day('2026-10-01'), by },
      reference: '2026/1234',
      stillOnList: true,
    },
  ],
  again: [{ ...youth('case-11', 'Øyvind Løken'), code: 'OTFU_IM', receiver: 'vigo', maySend: false, lastOn: today }],
  hidden: 1,
  counts: [
    { receiver: 'vigo', n: 1 },
    { receiver: 'vigo-and-admissions', n: 1 },
    { receiver: 'admissions-for-other-county', n: 1 },
  ],
  mayExport: true,
  exported: { at, by, n: 12 },
};

const theLeavers = (filter: EarlyLeaversAnswer['filter']): EarlyLeaversAnswer => ({
  today,
  filter,
  counts: [
    { gap: 'any', n: 31 },
    { gap: 'notice', n: 12 },
    { gap: 'left-on', n: 9 },
    { gap: 'reason', n: 20 },
    { gap: 'meeting', n: 18 },
    { gap: 'plan', n: 25 },
    { gap: 'none', n: 7 },
  ],
  units,
  total: 2,
  hidden: 1,
  page: 1,
  pageSize: 50,
  rows: [
    {
      ...youth('case-6', 'Isak Borge Gran'),
      ...{ school: 'Fjord vidaregåande skule', leftOn: day('2026-09-18'), gaps: ['meeting', 'plan'], days: 47 },
      remindedOn: day('2026-10-20'),
    },
    {
      ...youth('case-8', 'Amalie Løken'),
      ...{ school: undefined, leftOn: undefined, gaps: ['notice', 'left-on', 'reason', 'meeting', 'plan'], days: 20 },
      remindedOn: undefined,
    },
  ],
});

const theLeaving = (id: string): LeavingAnswer => ({
  ...youth(id, 'Isak Borge Gran'),
  today,
  since: day('2026-09-20'),
  leaving: {
    leftOn: day('2026-09-18'),
    noticeOn: day('2026-09-19'),
    reason: 'FV',
    meetingHeldOn: null,
    meetingNotHeld: 'not-yet',
    planMadeOn: null,
    remindedOn: day('2026-10-20'),
  },
  gaps: ['meeting', 'plan'],
  school: 'Fjord vidaregåande skule',
  reminder: { initials: 'I.B.G.', bornIn: '2009' },
  mayNote: true,
});

const north = { kind: 'unit', id: 'unit-1', name: 'Nordvik' } as const;
const navRow = (given: Partial<NavRow>): NavRow => ({
  ...youth('case-6', 'Isak Borge Gran'),
  born: day('2009-03-02'),
  mobile: '+4768053573',
  address: 'Storgata 12, 6900 Florø',
  lastContact: day('2026-10-23'),
  toCheck: ['status'],
  entry: undefined,
  proposal: undefined,
  mayEnter: true,
  ...given,
});
const meeting = {
  meetingId: 'meeting-1',
  area: north,
  on: day('2026-09-30'),
  tookPart: ['ot', 'nav'],
  by,
  entries: 1,
} as const;
const contactRule = {
  id: 'contact-before-leaving-unknown',
  verdict: 'refused',
  why: 'only-attempts',
  facts: {},
  source: 'Udir, OTTO-samling okt. 2015',
} as const;

const theNavList = (isChosen: boolean, isOpen: boolean): NavAnswer => ({
  today,
  areas: [north, { kind: 'municipality', id: '4601', name: 'Fjordvik' }],
  area: isChosen || isOpen ? north : undefined,
  meeting: isOpen ? meeting : undefined,
  meetings: [meeting],
  rows:
    isChosen || isOpen
      ? [
          navRow({
            entry: {
              meetingId: 'meeting-1',
              on: day('2026-09-30'),
              found: 'in-measure',
              runBy: ['nav'],
              changed: ['mobile'],
              by,
            },
            proposal: { code: 'OTAP', verdict: 'refused', rules: [contactRule] },
          }),
          navRow({
            ...youth('case-8', 'Amalie Løken'),
            mobile: undefined,
            address: undefined,
            lastContact: undefined,
            toCheck: ['status', 'no-mobile', 'no-address', 'never-contacted'],
          }),
        ]
      : [],
  hidden: 2,
  mayMeet: true,
  mayExport: true,
});

const two = (id: string, numberKind: string, contacts: number) => ({
  caseId: caseId(id),
  name: 'Adrian Kristensen Svendsen',
  born: day('2008-05-12'),
  numberKind,
  unit: 'Nordvik',
  caseworker: by,
  transfer: 'OSON',
  code: 'OTUK',
  codeOn: day('2026-09-10'),
  contacts,
});

const theDoubles: DoublesAnswer = {
  today,
  searched: { at, youths: 1141 },
  pairs: [
    {
      one: two('case-12', 'vigo-fictive', 3),
      other: { ...two('case-13', 'ordinary', 0), caseworker: undefined, code: undefined, codeOn: undefined },
      band: 'possible',
      score: 27.4,
      agrees: ['firstName', 'lastName', 'birthDate', 'address'],
      disagrees: ['nationalId'],
      remarks: ['two-people-or-two-numbers'],
      status: { stands: 'kept', why: 'only-one' },
      mayDecide: true,
    },
  ],
  merges: [{ mergeId: 'merge-1', caseId: caseId('case-14'), name: 'Ingrid Ødegård', at, by, mayUndo: true }],
  across: [
    { ...youth('case-15', 'Frøydis Hopland Sørensen'), code: 'OTFA_IM', why: 'coded-moved', municipality: 'Oslo' },
    { ...youth('case-16', 'Aksel Løken'), code: undefined, why: 'lives-elsewhere', municipality: 'Bergen' },
  ],
  hidden: 1,
  maySearch: true,
};

/** Answers of the queues, the same each time. */
export const queueAnswers: QueueViews = {
  caseNow: async (id) => (id === 'case-merged' ? caseId('case-6') : id),
  returns: async () => theReturns,
  returnsToExport: async () => ({
    rows: theReturns.queued
      .filter((one) => !one.protected)
      .map(({ caseId: id, name, code, since, receiver }) => ({
        caseId: id,
        nationalId: '02830912345',
        name,
        code,
        since,
        receiver,
      })),
    apart: 1,
  }),
  earlyLeavers: async (_actor, _run, filter) => theLeavers(filter),
  leaving: async (_actor, _run, id) => (id === 'case-6' ? theLeaving(id) : undefined),
  navList: async (_actor, _run, area, meetingId) => theNavList(area !== undefined, meetingId === 'meeting-1'),
  doubles: async () => theDoubles,
};
