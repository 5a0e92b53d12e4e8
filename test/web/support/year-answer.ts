import { day } from '#domain/calendar/day.ts';
import { type PhaseId, phaseId, runId, taskId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';
import type { Words } from '#domain/plan/template.ts';
import type { Pace, TaskRef } from '#views/answers/pace.ts';
import type { RunHead } from '#views/answers/run.ts';
import type { Counter, YearAnswer, YearPhase } from '#views/answers/year.ts';
import type { YouthFilter } from '#views/answers/youths.ts';
import { said } from './words.ts';

export const today = day('2026-11-04');

export const theRun: RunHead = {
  runId: runId('run-2026'),
  schoolYear: '2026-2027',
  county: 'Vestfjord fylkeskommune',
  today,
  rehearsal: false,
  from: day('2026-06-15'),
  to: day('2027-06-30'),
};

export const shortTitles: readonly (readonly [string, Words])[] = [
  ['planning', said('Planlegging', 'Planlegging', 'Planning')],
  ['transfer', said('Overføring', 'Overføring', 'Transfer')],
  ['review', said('Gjennomgang', 'Gjennomgang', 'Review')],
  ['letters', said('Standardbrev', 'Standardbrev', 'Letters')],
  ['sms', said('SMS')],
  ['phone', said('Telefon', 'Telefon', 'Phone')],
  ['evaluation', said('Evaluering', 'Evaluering', 'Evaluation')],
];

const window = (from: string, to: string, forecast = false) => ({ from: day(from), to: day(to), forecast });
const counter = (label: Words, count: number | undefined, list?: YouthFilter, live = false): Counter => ({
  label,
  count,
  live,
  ...(list === undefined ? {} : { list }),
});
export const task = (phase: PhaseId, name: string, title: Words): TaskRef => ({
  taskId: taskId(`${phase}.${name}`),
  phaseId: phase,
  title,
});

interface PhaseFacts {
  readonly what: Words;
  readonly windows: YearPhase['windows'];
  readonly roles: readonly Role[];
  readonly owner: string;
  readonly pace: Pace;
  readonly done: readonly [number, number];
  readonly next?: readonly [string, Words, string];
  readonly before?: Counter;
  readonly after?: Counter;
}

const osCode = said('Med OS-kode', 'Med OS-kode', 'With OS code');
const otuk = said('OTUK');

const facts: readonly PhaseFacts[] = [
  {
    what: said(
      'Møter som planlegger hele løpet, maler og bemanning.',
      'Møte som planlegg heile løpet, malar og bemanning.',
      'Meetings that plan the whole run, templates and staffing.',
    ),
    windows: [window('2026-06-23', '2026-08-20')],
    roles: ['super_user', 'office_staff'],
    owner: 'Kristine Karlsen',
    pace: 'done',
    done: [6, 6],
    before: counter(said('Ryddede lister', 'Rydda lister', 'Clean lists'), 0),
    after: counter(said('Ryddede lister', 'Rydda lister', 'Clean lists'), 14),
  },
  {
    what: said(
      'Ungdom kommer over med OS-kode. Hver rådgiver går gjennom egen liste.',
      'Ungdom kjem over med OS-kode. Kvar rådgjevar går gjennom eiga liste.',
      'Youths arrive with an OS code. Each adviser goes through their own list.',
    ),
    windows: [window('2026-08-17', '2026-09-29')],
    roles: ['adviser'],
    owner: 'Emil Skuterud',
    pace: 'done',
    done: [5, 5],
    before: counter(osCode, 2000, { frozen: 'transfer.before' }),
    after: counter(said('Til standardbrev', 'Til standardbrev', 'To standard letter'), 1388, {
      frozen: 'transfer.after',
    }),
  },
  {
    what: said(
      'Listene fra inntakskontoret blir sammenlignet med overførte ungdommer.',
      'Listene frå inntakskontoret blir samanlikna med overførte ungdommar.',
      'The lists from the admissions office are compared with the youths transferred.',
    ),
    windows: [window('2026-09-07', '2026-09-30')],
    roles: ['review_group', 'adviser'],
    owner: 'Karoline Andersen Johansen',
    pace: 'late',
    done: [3, 6],
    next: [
      'nav-meeting',
      said(
        'Møte med Nav om OTUK-lista i området',
        'Møte med Nav om OTUK-lista i området',
        'Meeting with Nav about the OTUK list',
      ),
      '2026-09-30',
    ],
    before: counter(osCode, 1388, { frozen: 'review.before' }),
    after: counter(said('Etter kryssjekk', 'Etter kryssjekk', 'After cross-check'), 1141, { frozen: 'review.after' }),
  },
  {
    what: said(
      'Brev med svarskjema til alle med OS-kode. Foresatte får kopi når ungdommen er under 18.',
      'Brev med svarskjema til alle med OS-kode. Føresette får kopi når ungdommen er under 18.',
      'Letter with a reply form to all with an OS code. Guardians get a copy under 18.',
    ),
    windows: [window('2026-08-31', '2026-10-09')],
    roles: ['office_staff'],
    owner: 'Mathilde Bjørnstad Andersen',
    pace: 'done',
    done: [5, 5],
    before: counter(said('Brev sendt', 'Brev sende', 'Letters sent'), 1141),
    after: counter(otuk, 1141, { frozen: 'letters.after' }),
  },
  {
    what: said(
      'SMS til alle med OTUK. De som mangler mobil, blir en egen liste.',
      'SMS til alle med OTUK. Dei som manglar mobil, blir ei eiga liste.',
      'SMS to all with OTUK. Those without a mobile become a list of their own.',
    ),
    windows: [window('2026-10-23', '2026-11-06', true)],
    roles: ['office_staff'],
    owner: 'Mina Krogh',
    pace: 'at-risk',
    done: [2, 5],
    next: [
      'find-mobiles',
      said(
        'Finne mobilnummer til de som mangler',
        'Finne mobilnummer til dei som manglar',
        'Find mobile numbers for those missing',
      ),
      '2026-11-05',
    ],
    before: counter(otuk, 1141, { frozen: 'sms.before' }),
    after: counter(otuk, 504, { frozen: 'sms.after' }),
  },
  {
    what: said(
      'Finne dem som fortsatt er OTUK på telefon før rapportering.',
      'Finne dei som framleis er OTUK på telefon før rapportering.',
      'Find those still OTUK by phone before reporting.',
    ),
    windows: [window('2026-11-02', '2026-11-13'), window('2027-02-01', '2027-02-15')],
    roles: ['office_staff', 'adviser'],
    owner: 'Hedda Kristensen',
    pace: 'open',
    done: [2, 6],
    next: ['first-round', said('Ringe første runde', 'Ringje første runde', 'Ring the first round'), '2026-11-11'],
    before: counter(otuk, 504, { frozen: 'phone.before' }),
    after: counter(said('OTUK nå', 'OTUK no', 'OTUK now'), 412, { list: 'otuk' }, true),
  },
  {
    what: said(
      'Oppsummering, resultat og forslag til endring.',
      'Oppsummering, resultat og framlegg til endring.',
      'Summary, result and proposed changes.',
    ),
    windows: [window('2026-12-07', '2026-12-11'), window('2027-05-31', '2027-06-04')],
    roles: ['system_owner'],
    owner: 'Kristine Karlsen',
    pace: 'planned',
    done: [0, 3],
    next: ['autumn', said('Evalueringsmøte høst', 'Evalueringsmøte haust', 'Evaluation meeting autumn'), '2026-12-09'],
  },
];

export const phases: readonly YearPhase[] = facts.map((fact, index) => {
  const [id, short] = shortTitles[index] ?? ['', said('')];
  const phase = phaseId(id);
  return {
    phaseId: phase,
    number: index + 1,
    short,
    what: fact.what,
    windows: fact.windows,
    roles: fact.roles,
    owner: fact.owner,
    pace: fact.pace,
    reasons:
      fact.pace === 'late' && fact.next
        ? [
            { kind: 'task-overdue', task: task(phase, fact.next[0], fact.next[1]), due: day(fact.next[2]) },
            {
              kind: 'parts-missing',
              task: task(
                phase,
                'update-contacts',
                said(
                  'Oppdatere status og kontaktopplysninger',
                  'Oppdatere status og kontaktopplysningar',
                  'Update status and contact details',
                ),
              ),
              missing: ['Elvestrand', 'Havneby', 'Sandeidet'],
              of: 14,
            },
          ]
        : fact.pace === 'at-risk'
          ? [{ kind: 'ends-soon', days: 2, left: 3 }]
          : [],
    done: fact.done[0],
    total: fact.done[1],
    next: fact.next && { ...task(phase, fact.next[0], fact.next[1]), due: day(fact.next[2]) },
    before: fact.before,
    after: fact.after,
  };
});

const report = said('Rapport', 'Rapport', 'Report');

export const theYear: YearAnswer = {
  schoolYear: '2026-2027',
  today,
  from: day('2026-06-15'),
  to: day('2027-06-21'),
  phases,
  reports: [
    { on: day('2026-11-13'), title: report },
    { on: day('2027-02-15'), title: report },
    { on: day('2027-06-15'), title: report },
  ],
  youths: 2000,
  unknown: 412,
  late: 2,
  atRisk: 1,
};
