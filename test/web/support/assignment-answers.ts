import { day } from '#domain/calendar/day.ts';
import { caseId, staffId, unitId } from '#domain/ids.ts';
import type { AssignmentViews, BoardAnswer, PreviewAnswer, RulesAnswer } from '#views/answers/assignment.ts';
import { row, staff } from './people-answers.ts';
import { today } from './year-answer.ts';

const load = (open: number) => ({ open, uncoded: Math.floor(open / 4), unknown: 7, followUp: 12, inActivity: 3 });
const units = [
  { id: unitId('unit-1'), name: 'Nordvik' },
  { id: unitId('unit-2'), name: 'Ytre Sund' },
];
const [first, second, ...others] = staff;

export const theBoard: BoardAnswer = {
  today,
  units,
  unit: undefined,
  unassigned: load(38),
  workers: staff.map(({ id, name }, index) => ({
    staffId: id,
    name,
    units: [index % 2 === 0 ? 'Nordvik' : 'Ytre Sund'],
    load: load(20 + index * 3),
    tasksDue: index,
    ...(index === 1 ? { away: { to: day('2026-11-13'), substitute: first?.name ?? '' } } : {}),
  })),
  from: undefined,
  rows: Array.from({ length: 12 }, (_, index) => ({ ...row(index), caseworker: undefined })),
  total: 38,
  hidden: 1,
  page: 1,
  pageSize: 12,
  targets: staff,
  people: staff,
  absences: [
    {
      absenceId: 'absence-1',
      staff: second?.name ?? '',
      substitute: first?.name ?? '',
      from: day('2026-11-02'),
      to: day('2026-11-13'),
      now: true,
      mayEnd: true,
    },
  ],
  rules: 3,
  mayKeepRules: true,
};

export const theShare: PreviewAnswer = {
  from: second?.name,
  to: undefined,
  moves: 33,
  gets: [...others, ...(first ? [first] : [])].map(({ name }, index) => ({ name, n: 10 + index, after: 31 })),
  untouched: [
    { why: 'protected', n: 1, named: [] },
    { why: 'no-unit', n: 4, named: [0, 1].map((n) => ({ caseId: row(n).caseId, name: row(n).name })) },
  ],
  tasks: [{ title: { nb: 'Melde tilbake', nn: 'Melde tilbake', en: 'Report back' }, to: first?.name }],
};

export const theRules: RulesAnswer = {
  rules: [
    { when: { kind: 'unit', unitId: 'unit-1' }, goes: { unitId: null, to: { kind: 'evenly' } } },
    { when: { kind: 'municipality', number: '4601' }, goes: { unitId: 'unit-2', to: { kind: 'unit-only' } } },
    {
      when: { kind: 'postcode', from: '5000', to: '5099' },
      goes: { unitId: null, to: { kind: 'one', staffId: first?.id ?? staffId('') } },
    },
  ],
  onIntake: false,
  units,
  people: staff,
  mayKeep: true,
};

export const assignmentViews: AssignmentViews = {
  board: async (_actor, _run, { from }) => {
    const chosen = staff.find(({ id }) => id === from);
    return { ...theBoard, from: chosen && { staffId: chosen.id, name: chosen.name, tasks: 6 } };
  },
  preview: async () => theShare,
  rules: async () => theRules,
  leaving: async () => ({ people: staff, targets: staff, mayShare: true }),
};

/** What the desk would say to a proposal. */
export const aShare = {
  moves: [],
  untouched: [{ caseId: caseId('case-0'), why: 'no-unit' as const }],
  gets: [],
  tasks: [],
};
