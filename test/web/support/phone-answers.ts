import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { instantAt } from '#domain/calendar/oslo-clock.ts';
import { burnDown, type DayCount } from '#domain/forecast/burn-down.ts';
import { caseId, staffId, unitId } from '#domain/ids.ts';
import type {
  DriveHead,
  PhoneBurnDown,
  PhoneCard,
  PhoneFound,
  PhoneOverview,
  PhonePlace,
  PhoneReport,
  PhoneSheet,
  UnitBurnDown,
} from '#views/answers/phone.ts';
import type { PhoneViews } from '#views/phone/phone-views.ts';
import { staff, units } from './people-answers.ts';
import { today } from './year-answer.ts';

export const theDrive: DriveHead = {
  driveId: 'drive-1',
  state: 'open',
  opensOn: day('2026-11-02'),
  closesOn: day('2026-11-12'),
  reportOn: day('2026-11-13'),
  goal: 8,
  units: undefined,
};

export const aCard = (id = 'case-6', name = 'Isak Borge Gran'): PhoneCard => ({
  caseId: caseId(id),
  name,
  firstName: name.split(' ')[0] ?? '',
  age: 17,
  minor: true,
  protected: false,
  unit: 'Nordvik',
  language: id === 'case-6' ? 'nb' : 'nn',
  transfer: 'OESL',
  caseworker: 'Karoline Andersen Johansen',
  numbers: [
    { number: '+4768053573', guardian: undefined, kind: 'mobile' },
    { number: '+4768050111', guardian: 'Simen Borge Dahl', kind: 'mobile' },
    { number: '57 0', guardian: 'Simen Borge Dahl', kind: 'unusable' },
  ],
  guardians: ['Simen Borge Dahl'],
  noMobile: false,
  letterBack: day('2026-10-12'),
  earlier: [
    {
      id: '4',
      on: day('2026-11-03'),
      channel: 'phone',
      direction: 'out',
      answeredBy: 'none',
      says: undefined,
      counts: false,
      by: 'Jakob Amundsen Berntsen',
      note: 'Prøv etter skuletid.',
      mayWithdraw: true,
    },
    {
      id: '3',
      on: day('2026-10-23'),
      channel: 'sms',
      direction: 'out',
      answeredBy: 'none',
      says: undefined,
      counts: false,
      by: undefined,
      note: undefined,
      mayWithdraw: false,
    },
  ],
  callBackAt: undefined,
  tries: 1,
  draft: undefined,
  mayCode: true,
});

export const thePlace: PhonePlace = {
  drive: theDrive,
  mayRun: true,
  rings: true,
  card: aCard(),
  nextAt: undefined,
  progress: { callsToday: 14, pile: 42, anybodys: 6, settled: 81, cards: 123 },
  last: { caseId: caseId('case-3'), name: 'Bjørn Løken', outcome: 'reached', says: 'wants-follow-up', mayCode: true },
};

export const theOverview: PhoneOverview = {
  today,
  drive: theDrive,
  planned: { opensOn: day('2026-11-02'), closesOn: day('2026-11-12') },
  units: units.map((unit, index) => ({
    unit,
    registered: 310 - index * 18,
    otuk: 133 - index * 9,
    hidden: index === 2 ? 1 : 0,
    noMobile: index,
    toRing: 100 - index * 7,
    reached: index,
    out: { 'needs-number': index % 3, 'tried-out': index % 2 },
    callers: 1 + (index % 3),
  })),
  callers: staff.map((caller, index) => ({
    caller,
    units: index === 0 ? undefined : [units[index]?.name ?? ''],
    share: 1,
    rings: index < 2,
    pile: index < 2 ? 42 - index : 0,
    holdsOne: index === 0,
    callsToday: 14 - index,
    calls: 31,
    reached: 12,
  })),
  others: [{ id: staffId('staff-9'), name: 'Frøydis Nordskaug', units: [unitId('unit-1')] }],
  unshared: 7,
  mayRun: true,
};

const line = (start: number, step: number): readonly DayCount[] =>
  Array.from({ length: 24 }, (_, index) => ({
    on: addDays(today, index - 23),
    left: Math.max(0, Math.round(start - step * index - (index > 12 ? (index - 12) * step : 0))),
  }));
const one = (unit: UnitBurnDown['unit'], registered: number, start: number, step: number): UnitBurnDown => {
  const days = line(start, step);
  return { unit, registered, days, burnDown: burnDown(days, Math.floor(registered * 0.08), theDrive.reportOn as Day) };
};
export const theBurnDown: PhoneBurnDown = {
  today,
  reportOn: theDrive.reportOn,
  goal: 8,
  opensOn: theDrive.opensOn,
  ofUnits: undefined,
  whole: one(undefined, 2000, 1141, 20),
  units: units.map((unit, index) => one(unit, 310 - index * 18, 180 - index * 12, 2.4)),
};

export const theSheet: PhoneSheet = {
  today,
  drive: theDrive,
  caller: staff[0] ?? { id: staffId('staff-1'), name: '' },
  callers: staff,
  rows: [aCard(), aCard('case-7', 'Åse Ødegård')].map(
    ({ caseId: id, name, age, minor, unit, language, transfer, numbers, tries }) => ({
      ...{ caseId: id, name, age, minor, unit, language, transfer, numbers, tries },
      callBackAt: id === 'case-7' ? instantAt(addDays(today, 1), '15:30' as ClockTime) : undefined,
    }),
  ),
};

export const theReport: PhoneReport = {
  today,
  drive: theDrive,
  frozenAt: undefined,
  rows: units.slice(0, 4).flatMap((unit, index) => [
    { unit, caseworker: staff[index % 3], otuk: 20 + index },
    { unit, caseworker: undefined, otuk: index },
  ]),
  total: 92,
};

export const theFound: readonly PhoneFound[] = [
  {
    caseId: caseId('case-7'),
    name: 'Åse Ødegård',
    age: 17,
    unit: 'Nordvik',
    code: 'OTUK',
    matched: 'guardian',
    guardian: 'Liv Ødegård',
    heldByOther: false,
  },
];

/** The phone drive's questions over fixed answers; `place` is looked up each time, so that a test can go from card to card. */
export const phoneAnswers = (place: () => PhonePlace = () => thePlace): PhoneViews => ({
  drive: async () => place().drive,
  overview: async () => theOverview,
  place: async () => place(),
  search: async () => theFound,
  sheet: async () => theSheet,
  burnDown: async () => theBurnDown,
  report: async () => theReport,
});
