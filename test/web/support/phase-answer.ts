import { day } from '#domain/calendar/day.ts';
import { phaseId, taskId } from '#domain/ids.ts';
import type { PhaseAnswer, PhaseTask, TaskPart } from '#views/answers/phase.ts';
import { said } from './words.ts';
import { phases, task, theYear, today } from './year-answer.ts';

export const unitNames = [
  'Nordvik',
  'Breidsund',
  'Elvestrand',
  'Fjellheim',
  'Hamnøya',
  'Havneby',
  'Indre Sund',
  'Kvitnes',
  'Lauvåsen',
  'Sandeidet',
  'Skogdal',
  'Storfossen',
  'Tindeland',
  'Ytre Sund',
];
const review = phaseId('review');

const parts = (name: string, missing: readonly string[]): readonly TaskPart[] =>
  unitNames.map((unit) => ({
    taskId: taskId(`review.${name}@unit:${unit}`),
    name: unit,
    done: !missing.includes(unit),
    skipped: false,
    mayTick: unit !== 'Ytre Sund',
  }));

const base = {
  optional: false,
  bySystem: false,
  mayOverride: false,
  dueIsForecast: false,
  roles: [],
  people: [],
  waitsFor: [],
  mayComplete: false,
  mayReopen: false,
  maySkip: false,
} satisfies Partial<PhaseTask>;

const finished = (on: string, by: string) => ({
  finished: { on: day(on), by },
  mayReopen: true,
  pace: 'done' as const,
});

const navMeeting = said(
  'Møte med Nav om OTUK-lista i området',
  'Møte med Nav om OTUK-lista i området',
  'Meeting with Nav about the OTUK list',
);
const update = said(
  'Oppdatere status og kontaktopplysninger etter møtet',
  'Oppdatere status og kontaktopplysningar etter møtet',
  'Update status and contact details after the meeting',
);

export const thePhase: PhaseAnswer = {
  today,
  steps: phases.map(({ phaseId: id, number, short, pace }) => ({ phaseId: id, number, short, pace })),
  phaseId: review,
  number: 3,
  title: said('Gjennomgang av lister', 'Gjennomgang av lister', 'Review of lists'),
  what: theYear.phases[2]?.what ?? said(''),
  pace: 'late',
  reasons: theYear.phases[2]?.reasons ?? [],
  done: 3,
  total: 6,
  groups: [
    {
      group: 'before-start',
      tasks: [
        {
          ...base,
          ...finished('2026-09-11', 'Markus Carlsen Haugen'),
          taskId: taskId('review.fetch-lists'),
          title: said(
            'Hente fire lister fra inntak og fagopplæring',
            'Hente fire lister frå inntak og fagopplæring',
            'Fetch four lists from admissions and apprenticeships',
          ),
          note: said(
            'Privatskole, utveksling, startet 1.–19. sep, lærlinger år 3–4',
            'Privatskule, utveksling, starta 1.–19. sep, lærlingar år 3–4',
            'Private school, exchange, started 1–19 Sept, apprentices year 3–4',
          ),
          due: day('2026-09-11'),
        },
      ],
    },
    {
      group: 'do',
      tasks: [
        {
          ...base,
          ...finished('2026-09-18', 'Mikkel Ødegård'),
          taskId: taskId('review.cross-check'),
          title: said(
            'Kryssjekke listene mot overførte ungdommer',
            'Kryssjekke listene mot overførte ungdommar',
            'Cross-check the lists',
          ),
          due: day('2026-09-18'),
        },
        {
          ...base,
          taskId: taskId('review.phone-nav'),
          title: said('Ringe Nav om nye ordninger', 'Ringje Nav om nye ordningar', 'Call Nav about new schemes'),
          optional: true,
          due: day('2026-09-20'),
          pace: 'skipped',
          skipped: { on: day('2026-09-14'), by: 'Kristine Karlsen', reason: 'Ingen nye ordningar i år' },
          mayReopen: true,
        },
        {
          ...base,
          taskId: taskId('review.nav-meeting'),
          title: navMeeting,
          due: day('2026-09-30'),
          pace: 'late',
          roles: ['adviser'],
          people: ['Andreas Aalerud Johnsen'],
          spread: { over: 'unit', parts: parts('nav-meeting', ['Havneby', 'Sandeidet']) },
          maySkip: true,
        },
        {
          ...base,
          taskId: taskId('review.update-contacts'),
          title: update,
          due: day('2026-10-02'),
          pace: 'late',
          roles: ['adviser'],
          people: ['Silje Mathisen'],
          list: { count: 4, hidden: 0, place: { page: 'youths', filter: { list: 'otuk' } } },
          mayComplete: true,
        },
        {
          ...base,
          taskId: taskId('review.close-uncertain'),
          title: said('Avklare usikre treff', 'Avklare usikre treff', 'Settle uncertain matches'),
          due: day('2026-11-06'),
          dueIsForecast: true,
          pace: 'open',
          bySystem: true,
          list: { count: 12, hidden: 0, place: { page: 'youths', filter: { list: 'all' } } },
        },
      ],
    },
    {
      group: 'finish',
      tasks: [
        {
          ...base,
          taskId: taskId('review.approve-numbers'),
          title: said(
            'Godkjenne tallene før og etter',
            'Godkjenne tala før og etter',
            'Approve the numbers before and after',
          ),
          due: day('2026-10-05'),
          pace: 'waiting',
          waitsFor: [task(review, 'nav-meeting', navMeeting), task(review, 'update-contacts', update)],
        },
      ],
    },
  ],
  windows: theYear.phases[2]?.windows ?? [],
  whenNote: said(
    'Utvalget 21. sep, møte med Nav 30. sep',
    'Utvalet 21. sep, møte med Nav 30. sep',
    'The group 21 Sept, meeting with Nav 30 Sept',
  ),
  place: said('Nav-kontoret i området', 'Nav-kontoret i området', 'The local Nav office'),
  roles: ['review_group', 'adviser'],
  owner: 'Karoline Andersen Johansen',
  references: [
    {
      title: said('Kryssjekk: lister og vinduer', 'Kryssjekk: lister og vindauge', 'Cross-check: lists and windows'),
      link: 'https://example.org/kryssjekk',
    },
    { title: said('Mal for møte med Nav', 'Mal for møte med Nav', 'Template for the Nav meeting') },
  ],
  before: theYear.phases[2]?.before,
  after: theYear.phases[2]?.after,
  events: [
    { id: 'e3', on: day('2026-09-21'), by: 'Tiril Martinsen', what: 'completed', title: navMeeting, part: 'Nordvik' },
    { id: 'e2', on: day('2026-09-18'), by: 'Mikkel Ødegård', what: 'completed', title: said('Kryssjekke listene') },
    { id: 'e1', on: day('2026-09-07'), by: undefined, what: 'opened', title: said('Gjennomgang') },
  ],
  mayChangePlan: true,
};
