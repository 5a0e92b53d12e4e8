import { addDays } from '#domain/calendar/arithmetic.ts';
import { day, instant } from '#domain/calendar/day.ts';
import { caseId, staffId, taskId, unitId } from '#domain/ids.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { TasksAnswer } from '#views/answers/tasks.ts';
import type { YouthAnswer } from '#views/answers/youth.ts';
import { type YouthRow, type YouthsAnswer, youthLists } from '#views/answers/youths.ts';
import { unitNames } from './phase-answer.ts';
import { said } from './words.ts';
import { phases, task, today } from './year-answer.ts';

export const staff = [
  { id: staffId('staff-1'), name: 'Jakob Amundsen Berntsen' },
  { id: staffId('staff-2'), name: 'Karoline Andersen Johansen' },
  { id: staffId('staff-3'), name: 'Emil Skuterud' },
];
export const units = unitNames.map((name, index) => ({ id: unitId(`unit-${index + 1}`), name }));

const first = ['Adrian', 'Aksel', 'Amalie', 'Bjørn', 'Elida', 'Frøydis', 'Isak', 'Ingrid', 'Åse', 'Øyvind'];
const last = [
  'Bakke Johansen',
  'Danielsen',
  'Hopland Sørensen',
  'Kristensen Svendsen',
  'Løken',
  'Nordskaug',
  'Ødegård',
];
const codes = ['OTUK', 'OTEV', 'OTOV', 'OTLL', 'Feil', 'OTAR', 'OTAP', 'OTFU_IM', undefined] as const;
const transfers = ['OSON', 'OSNP', 'OSVE', 'OSUT', 'OESL'] as const;
const seen = ['phone-out', 'letter-in', 'sms-in', 'transferred', 'coded'] as const;

const nth = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined && !list.includes(found as T)) throw new Error('empty');
  return found as T;
};

export const row = (index: number): YouthRow => ({
  caseId: caseId(`case-${index}`),
  name: `${nth(first, index)} ${nth(last, index * 3)}`,
  age: 16 + (index % 6),
  minor: 16 + (index % 6) < 18,
  unit: nth(unitNames, index),
  code: nth(codes, index),
  transfer: nth(transfers, index),
  caseworker: index % 4 === 0 ? undefined : nth(staff, index).name,
  mobile: index % 7 === 3 ? undefined : `680 5${index % 10} ${String(100 + index).slice(-3)}`,
  closed: index % 19 === 4,
  protected: index % 23 === 5,
  last: { on: addDays(today, -(index % 40)), what: nth(seen, index) },
});

export const theYouths: YouthsAnswer = {
  today,
  filter: { list: 'all' },
  searched: undefined,
  ready: youthLists.map((list, index) => ({ list, count: list === 'all' ? 1141 : 412 - index * 40 })),
  units,
  caseworkers: staff,
  codes: ['OTUK', 'OTOV', 'OTEV', 'OTAR', 'OTNO'],
  transfers,
  total: 1141,
  page: 1,
  pageSize: 50,
  rows: Array.from({ length: 50 }, (_, index) => row(index)),
  mayAssign: true,
};

const contact = {
  id: '3',
  mayWithdraw: false,
  on: day('2026-10-23'),
  channel: 'sms',
  direction: 'out',
  answeredBy: 'none',
  says: undefined,
  counts: false,
  by: undefined,
  note: undefined,
} as const;
const call = {
  id: '4',
  mayWithdraw: true,
  on: day('2026-11-02'),
  channel: 'phone',
  direction: 'out',
  answeredBy: 'youth',
  says: 'wants-follow-up',
  counts: true,
  by: 'Jakob Amundsen Berntsen',
  note: 'Vil ha møte etter skuletid.',
} as const;

export function theYouth(id = 'case-6', name = 'Isak Borge Gran'): YouthAnswer {
  return {
    today,
    caseId: caseId(id),
    name,
    born: day('2009-03-02'),
    age: 17,
    minor: true,
    nationalId: '020309 •••••',
    languageForm: 'nn',
    protected: false,
    address: ['Storgata 12', '6900 Florø'],
    mobile: '680 53 573',
    email: undefined,
    letterBack: day('2026-10-12'),
    guardians: [{ id: 'g1', name: 'Simen Borge Dahl', mobile: '680 50 111' }],
    transfer: { code: 'OSON', on: day('2026-08-25') },
    status: {
      code: 'OTUK',
      since: day('2026-09-10'),
      mainGroup: 1,
      targetGroup: true,
      reportCode: 'OTUK',
      viaOt: undefined,
    },
    closed: undefined,
    earlyLeaver: id === 'case-6',
    firstContact: day('2026-11-02'),
    unit: { unitId: unitId('unit-1'), name: 'Nordvik' },
    caseworker: { staffId: staffId('staff-1'), name: 'Jakob Amundsen Berntsen' },
    caseworkers: staff,
    contacts: [call, contact],
    file: {
      ...newCase({
        caseId: id,
        runId: 'run-2026',
        transfer: 'OSON',
        track: 'oson',
        unitId: 'unit-1',
        caseworkerId: 'staff-1',
        deadlines: {},
      }),
      status: 'OTUK',
      statusOn: day('2026-09-10'),
      contacts: [
        { on: call.on, channel: 'phone', direction: 'out', answeredBy: 'youth', says: 'wants-follow-up', minor: true },
      ],
    },
    ageFacts: { minor: true, target: 'covered' },
    history: [
      { id: 'h4', on: call.on, at: instant(4), by: call.by, what: 'contacted', contact: call, withdrawn: false },
      { id: 'h3', on: contact.on, at: instant(3), by: undefined, what: 'contacted', contact, withdrawn: false },
      {
        id: 'h2',
        on: day('2026-09-10'),
        at: instant(2),
        by: undefined,
        what: 'coded',
        from: undefined,
        to: 'OTUK',
        reason: undefined,
      },
      {
        id: 'h1',
        on: day('2026-08-25'),
        at: instant(1),
        by: undefined,
        what: 'transferred',
        transfer: 'OSON',
        unit: 'Nordvik',
      },
    ],
    mayCode: true,
    mayOverride: true,
    mayContact: true,
    mayAssign: true,
  };
}

const taskRow = (phase: number, name: string, title: string, due: string) => {
  const found = phases[phase - 1];
  if (!found) throw new Error('no such phase');
  return {
    ...task(found.phaseId, name, said(title)),
    phaseNumber: phase,
    phaseShort: found.short,
    due: day(due),
    waitsFor: [],
    mayComplete: true,
  };
};

export const theTasks: TasksAnswer = {
  today,
  scope: 'mine',
  scopes: [
    { scope: 'mine', count: 4 },
    { scope: 'unit', count: 9 },
    { scope: 'all', count: 131 },
  ],
  units: ['Elvestrand'],
  replies: [{ inboundId: 'in-5', channel: 'phone', says: 'in-school', at: instant(Date.UTC(2026, 10, 3, 9)) }],
  groups: [
    {
      time: 'overdue',
      count: 1,
      rows: [
        {
          ...taskRow(3, 'update-contacts', 'Oppdatere status og kontaktopplysningar etter møtet', '2026-10-02'),
          taskId: taskId('review.update-contacts@unit:Elvestrand'),
          part: 'Elvestrand',
          pace: 'late',
          list: { count: 4, hidden: 0, place: { page: 'youths', filter: { list: 'otuk' } } },
        },
      ],
    },
    {
      time: 'today',
      count: 1,
      rows: [
        {
          ...taskRow(5, 'find-mobiles', 'Finne mobilnummer til dei som manglar', '2026-11-05'),
          part: undefined,
          pace: 'at-risk',
          list: { count: 28, hidden: 0, place: { page: 'youths', filter: { list: 'no-mobile' } } },
          mayComplete: false,
        },
      ],
    },
    {
      time: 'week',
      count: 1,
      rows: [
        { ...taskRow(5, 'register-replies', 'Registrere svar på SMS', '2026-11-06'), part: 'Elvestrand', pace: 'open' },
      ],
    },
    {
      time: 'later',
      count: 1,
      rows: [{ ...taskRow(6, 'first-round', 'Ringje første runde', '2026-11-11'), part: 'Elvestrand', pace: 'open' }],
    },
    {
      time: 'waiting',
      count: 1,
      rows: [
        {
          ...taskRow(6, 'second-round', 'Ringje andre runde, andre tidspunkt', '2026-11-12'),
          part: 'Elvestrand',
          pace: 'waiting',
          waitsFor: [task(taskRow(6, 'x', 'x', '2026-11-11').phaseId, 'first-round', said('Ringje første runde'))],
        },
      ],
    },
  ],
  total: 5,
  page: 1,
  pageSize: 50,
};
