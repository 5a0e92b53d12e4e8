import { readFileSync } from 'node:fs';
import type { Performer } from '#activities/carry-out.ts';
import { createPerformers } from '#activities/performers.ts';
import type { ClockTime } from '#domain/calendar/clock-time.ts';
import { type Day, day, instant } from '#domain/calendar/day.ts';
import { clockOf, dayOf, instantAt } from '#domain/calendar/oslo-clock.ts';
import { schoolYear } from '#domain/calendar/school-year.ts';
import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import { staffId, unitId } from '#domain/ids.ts';
import type { PlanChange } from '#domain/plan/change.ts';
import { changePlan } from '#domain/plan/change-plan.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { everyTask } from '#domain/plan/plan-dates.ts';
import { type PlanInputs, rollForward } from '#domain/plan/roll-forward.ts';
import type { TaskFile } from '#domain/run/files.ts';
import { newCase } from '#domain/youth/case-file.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import { actChart } from '#machines/act/machine.ts';
import { campaignChart } from '#machines/campaign/machine.ts';
import type { Chart } from '#machines/chart.ts';
import { yearChart } from '#machines/school-year/machine.ts';
import { youthChart } from '#machines/youth/machine.ts';
import type { Acts } from '#ports/acts.ts';
import type { Assignments } from '#ports/assignment.ts';
import type { CampaignFacts } from '#ports/campaigns.ts';
import type { Engine } from '#ports/engine.ts';
import type { Intakes } from '#ports/intakes.ts';
import type { PlanVersion, Runs } from '#ports/runs.ts';
import type { Answer } from '#workflows/drive.ts';
import { afterStep, chartOf as chartInPhase, enrich, type PhaseHub, tellWork } from '#workflows/phase-work.ts';
import { memoryActs } from './memory-acts.ts';
import { memoryRuns } from './memory-runs.ts';
import { type Line, virtualWorld, type World, type WorldOptions } from './virtual.ts';

export const runId = 'run';
export const year = `year/${runId}`;
export const task = (id: string): string => `task/${runId}/${id}`;
export const phase = (id: string): string => `phase/${runId}/${id}`;
export const youth = (id: string): string => `youth/${id}`;

/** An instant from what Norwegian clocks show. */
export const at = (on: string, time = '00:00'): number => instantAt(day(on), time as ClockTime);

/** The letters and the SMS alone, for laws that run a year many times. */
export function fewPhases(): PlanInputs {
  const { template, ...rest } = inputs();
  const phases = template.phases.filter(({ id }) => id === 'letters' || id === 'sms');
  return { ...rest, template: { ...template, phases, order: [] } };
}

/** No phases at all, for laws about youths. */
export function noPhases(): PlanInputs {
  const { template, ...rest } = inputs();
  return { ...rest, template: { ...template, phases: [], order: [], anchors: [] } };
}

let known: PlanInputs | undefined;

/** Two units, an adviser in each, and one person for each role that has one. Read once: YAML takes longer than the year. */
export function inputs(): PlanInputs {
  known ??= readInputs();
  return known;
}

function readInputs(): PlanInputs {
  const read = readTemplate(readFileSync(new URL('../../templates/vigo-otto.yaml', import.meta.url)));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const [north, south] = [unitId('north'), unitId('south')];
  return {
    template: read.template,
    schoolYear: schoolYear('2026-2027'),
    units: [north, south],
    people: [
      { staff: staffId('adviser-north'), roles: [{ role: 'adviser', unit: north }] },
      { staff: staffId('adviser-south'), roles: [{ role: 'adviser', unit: south }] },
      { staff: staffId('office'), roles: [{ role: 'office_staff' }] },
      { staff: staffId('super'), roles: [{ role: 'super_user' }] },
      { staff: staffId('owner'), roles: [{ role: 'system_owner' }] },
      { staff: staffId('process'), roles: [{ role: 'process_owner' }] },
      { staff: staffId('reviewer'), roles: [{ role: 'review_group' }] },
    ],
  };
}

export interface County {
  readonly world: World;
  readonly plan: () => Promise<Plan>;
  readonly does: (taskId: string, type?: string, more?: object) => Promise<boolean>;
  readonly work: (taskId: string) => { readonly work: string; readonly timeliness: string };
  readonly state: (subject: string) => unknown;
  /** The words of the state, the outer first. */
  readonly words: (subject: string) => string;
  /** Completes all that is ready and due that day or before, except what `leaves` names. */
  readonly worksOn: (on: Day, leaves?: (taskId: string) => boolean) => Promise<void>;
  /** A command to any subject, now. */
  readonly says: (subject: string, type: string, more?: object) => Promise<Answer | undefined>;
  readonly changesPlan: (change: PlanChange) => Promise<Answer | undefined>;
  readonly addYouth: (id: string, transfer: 'OSON' | 'OSNP' | 'OSVE' | 'OSUT' | 'OESL', choiceBy?: number) => void;
  /** What became of a subject, one line a turn of its state: `2026-06-23 00:00 open`. */
  readonly told: (subject: string) => readonly string[];
  /** Counters as they were frozen: `planning before`. */
  readonly frozen: readonly string[];
  readonly acts: Acts;
}

/** A county's year in the virtual shell: the year, its seven phases and their tasks, carried out by the real performers. */
export async function virtualCounty(
  given: { readonly start?: number; readonly inputs?: PlanInputs } & Pick<
    WorldOptions,
    'mishap' | 'delay' | 'post'
  > = {},
): Promise<County> {
  const { start = at('2026-05-04', '09:00'), inputs: begin = inputs(), ...dangers } = given;
  const frozen: string[] = [];
  const performers = (w: World) => performersIn(w, runs, acts, frozen);
  const world = virtualWorld({
    start,
    chartOf,
    enrich: (w, subject, event) => (isOfPhase(subject) ? enrich(hubOf(w, homeOf(subject)), { event }) : event),
    stepped: (w, subject, event) => {
      if (isOfPhase(subject)) afterStep(hubOf(w, homeOf(subject)), homeOf(subject), event);
    },
    read: (w) => {
      for (const home of w.book.subjects().filter((subject) => subject.startsWith('phase/')))
        tellWork(hubOf(w, home), home, { type: 'phase.read', at: w.now(), doer: { by: null } });
    },
    performers,
    ...dangers,
  });
  const runs = memoryRuns(world.book, world.now);
  const acts = memoryActs(world.book);
  const plan = rollForward(begin);
  await runs.start({ runId, title: '', inputs: begin, plan, rehearsalNow: null, realNow: start, at: start, by: null });
  world.open();
  await world.quiet();
  return { world, frozen, acts, ...actsIn(world, runs) };
}

function actsIn(world: World, runs: Runs): Omit<County, 'world' | 'frozen' | 'acts'> {
  const inForce = async (): Promise<PlanVersion> => {
    const found = await runs.planInForce(runId);
    if (!found) throw new Error('the year has no plan');
    return found;
  };
  const says: County['says'] = (subject, type, more = {}) =>
    world.tell(subject, { type, at: world.now(), doer: { by: 'somebody' }, ...more });
  // `as`: task subjects have a task's value.
  const work: County['work'] = (id) => world.snapshot(task(id))?.value as ReturnType<County['work']>;
  const does: County['does'] = async (id, type = 'task.completed', more = {}) => {
    // `as`: a task's context is a task file. What nobody may tick, the register says.
    const { kind, byHand } = world.book.context(task(id)) as TaskFile;
    const turn = kind !== 'manual' && byHand === false ? turns[type] : undefined;
    const event = turn && { type: turn, at: world.now(), doer: { by: null }, ...{ condition: kind, count: 0 } };
    const answer = event ? await world.tell(task(id), event) : await says(task(id), type, more);
    return answer?.accepted === true;
  };
  return {
    says,
    does,
    work,
    plan: async () => (await inForce()).plan,
    state: (subject) => world.snapshot(subject)?.value,
    words: (subject) => wordOf(world.snapshot(subject)?.value),
    worksOn: async (on, leaves = () => false) => {
      const { plan } = await inForce();
      for (let did = true; did; ) {
        did = false;
        for (const { task: planned, instance } of everyTask(plan))
          if (planned.due.day <= on && !leaves(instance.id) && work(instance.id)?.work === 'ready')
            did = (await does(instance.id)) || did;
      }
    },
    changesPlan: async (change) => {
      const { inputs: now } = await inForce();
      const changed = changePlan(now, change);
      const completions = now.completions ?? {};
      const key = JSON.stringify(change);
      const version = await runs.keepPlan({ runId, plan: changed.plan, completions, at: world.now(), by: null, key });
      return says(year, 'plan.changed', { version });
    },
    addYouth: (id, transfer, choiceBy) =>
      world.add(
        youth(id),
        newCase({
          caseId: id,
          runId,
          transfer,
          track: transfer === 'OSON' ? 'oson' : 'others',
          unitId: 'north',
          caseworkerId: 'adviser-north',
          deadlines: choiceBy === undefined ? {} : { choice: choiceBy },
        }),
      ),
    told: (subject) => tellStates(world.diary().filter((line) => line.subject === subject)),
  };
}

const turns: Readonly<Record<string, string>> = {
  'task.completed': 'condition.met',
  'task.reopened': 'condition.broken',
};

/** The real performers, over the virtual engine and rows in memory. */
function performersIn(world: World, runs: Runs, acts: Acts, frozen: string[]): Readonly<Record<string, Performer>> {
  const tell: Engine['tell'] = async ({ subject, event, commandId }) => {
    const first = await world.asks(subject, event, commandId);
    // As the real engine's door does: a run that was put back may refuse what its rows allow, so it looks at them first.
    if (!first.accepted) world.lookAgain((one) => one === subject);
    const answer = first.accepted ? first : await world.asks(subject, event, commandId);
    return answer.accepted
      ? { ok: true, value: { sequence: answer.sequence } }
      : { ok: false, refusals: answer.refusals };
  };
  const engine: Engine = {
    tell,
    tellEach: async (commands, heard) => {
      await Promise.all(commands.map(async (command) => heard(command, await tell(command))));
    },
    hear: async ({ subject, event, commandId }) => world.hear(subject, event, commandId),
    openMany: async (subjects) => subjects.length,
    closeMany: async () => {},
    lookAgain: async (homes) => world.lookAgain((subject) => homes.includes(homeOf(subject))),
  };
  const counting = {
    freeze: async ({ phaseId, side }: { readonly phaseId: string; readonly side: string }) => {
      if (!frozen.includes(`${phaseId} ${side}`)) frozen.push(`${phaseId} ${side}`);
    },
  };
  const none = () => Promise.reject(new Error('no lists arrive in this county'));
  const intakes: Intakes = { receive: none, runOf: none, replan: none, apply: none, undo: none, preview: none };
  const assignments: Assignments = { rules: none, keepRules: none, workers: none, youths: none, tasksOf: none };
  const campaigns = { waitingIn: async () => waitingIn(world) };
  return {
    ...createPerformers({ engine, runs, counting, intakes, acts, assignments, campaigns }),
    freezeRecipients: async () => null,
    noteContacts: async () => null,
  };
}

/** Rounds of SMS, whose lists nobody makes here. */
const waitingIn = (world: World): readonly CampaignFacts[] =>
  world.book.subjects().flatMap((subject) => {
    const state = world.snapshot(subject)?.value;
    if (!subject.startsWith('campaign/') || (state !== 'approved' && state !== 'waiting')) return [];
    // `as`: a campaign's context is its file.
    return [{ file: world.book.context(subject) as CampaignFile, state, filter: {}, taskId: 'sms.send' }];
  });

const isOfPhase = (subject: string): boolean => subject.startsWith('task/') || subject.startsWith('phase/');

/** A task lives in its phase's hub. */
function homeOf(subject: string): string {
  const [kind, , id = ''] = subject.split('/');
  return kind === 'task' ? phase(id.split('.')[0] ?? '') : subject;
}

function chartOf(subject: string): Chart {
  if (subject.startsWith('youth/')) return youthChart;
  if (subject.startsWith('act/')) return actChart;
  if (subject.startsWith('campaign/')) return campaignChart;
  return subject === year ? yearChart : chartInPhase(subject);
}

/** The phase's own subjects, as its workflow's hub would show them. */
const hubOf = (world: World, home: string): PhaseHub => ({
  snapshot: world.snapshot,
  snapshots: () =>
    world.book.subjects().flatMap((subject) => {
      const snapshot = isOfPhase(subject) && homeOf(subject) === home ? world.snapshot(subject) : undefined;
      return snapshot ? [[subject, snapshot] as const] : [];
    }),
  push: world.push,
});

export const taskFile = (county: County, id: string): TaskFile =>
  // `as`: a task's context is a task file.
  county.world.book.context(task(id)) as TaskFile;

const wordOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.values(value ?? {})
        .map(wordOf)
        .join(' ');

/** The lines where the state turned. */
function tellStates(lines: readonly Line[]): readonly string[] {
  let before = '';
  return lines.flatMap((line) => {
    const now = wordOf(line.value);
    if (now === before) return [];
    before = now;
    return [`${dayOf(instant(line.at))} ${clockOf(instant(line.at))} ${now}`];
  });
}
