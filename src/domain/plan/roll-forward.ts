import type { Day } from '../calendar/day.ts';
import { planSpan, type SchoolYear } from '../calendar/school-year.ts';
import type { UnitId } from '../ids.ts';
import type { PlanChange } from './change.ts';
import { type DateSource, openDateBook } from './date-book.ts';
import { expandWindows, type KeyedTemplate } from './expand-windows.ts';
import type { Finding } from './finding.ts';
import { overlay, targetOf } from './overlay.ts';
import { holdersOf, type PlanPerson } from './people.ts';
import type { Plan } from './plan.ts';
import { datesOf } from './plan-dates.ts';
import { plannedCohort } from './planned-cohort.ts';
import { plannedPhase } from './planned-phase.ts';
import type { Template } from './template.ts';

/** Everything a plan is made of; the same inputs always give the same plan. */
export interface PlanInputs {
  readonly template: Template;
  readonly schoolYear: SchoolYear;
  readonly units: readonly UnitId[];
  readonly people: readonly PlanPerson[];
  /** Completion events that have happened, by the id of their anchor. */
  readonly completions?: Readonly<Record<string, Day>>;
  readonly changes?: readonly PlanChange[];
}

/** Makes a template a dated plan for one school year; what is missing or impossible becomes a finding in the plan, never a crash. */
export function rollForward(inputs: PlanInputs): Plan {
  const over = overlay(inputs.template, inputs.changes ?? []);
  const keyed = expandWindows(over.template);
  const book = openDateBook({
    schoolYear: inputs.schoolYear,
    sources: sourcesOf(over.template, keyed),
    completions: inputs.completions ?? {},
    setByHand: over.dates,
  });
  const gaps: Finding[] = [];
  const rolling = { units: inputs.units, overlay: over, book, holders: holdersOf(inputs.people), findings: gaps };
  const { id, version, title, tracks } = over.template;
  const plan = {
    template: { id, version, title },
    schoolYear: inputs.schoolYear,
    span: planSpan(inputs.schoolYear),
    tracks,
    phases: keyed.phases.map((phase, index) => plannedPhase(rolling, phase, index + 1)),
    anchors: keyed.anchors.map((anchor) => ({
      id: anchor.id,
      title: anchor.title,
      date: book.dateOf(anchor.id),
      completionOf: anchor.kind === 'completion' ? anchor.of : [],
    })),
    reportingDays: over.template.reportingDays.map((one) => ({
      id: one.id,
      title: one.title,
      date: book.dateOf(one.id),
    })),
    cohorts: over.template.cohorts.map((cohort) => plannedCohort(cohort, inputs.schoolYear, book)),
    order: keyed.order,
    changes: inputs.changes ?? [],
  };
  return { ...plan, findings: [...book.findings, ...gaps, ...lostChanges(plan)] };
}

function sourcesOf(template: Template, keyed: KeyedTemplate): readonly DateSource[] {
  return [
    ...keyed.anchors.map((anchor) =>
      anchor.kind === 'completion' ? { key: anchor.id, of: anchor.of } : { key: anchor.id, rule: anchor.date },
    ),
    ...template.reportingDays.map((one) => ({ key: one.id, rule: one.date })),
    ...template.cohorts.flatMap((cohort) =>
      cohort.kind === 'between'
        ? [
            { key: `${cohort.id}.from`, rule: cohort.from },
            { key: `${cohort.id}.to`, rule: cohort.to },
          ]
        : [],
    ),
    ...keyed.phases.flatMap(({ rule, tasks }) => [
      ...rule.windows.flatMap((window) => [
        { key: `${rule.id}.${window.id}.opens`, rule: window.opens },
        { key: `${rule.id}.${window.id}.closes`, rule: window.closes },
      ]),
      ...tasks.map((task) => ({ key: task.key, rule: task.rule.due })),
    ]),
  ];
}

/** Changes that point to nothing any more, for example after the template got a new version. */
function lostChanges(plan: Omit<Plan, 'findings'>): readonly Finding[] {
  if (plan.changes.length === 0) return [];
  const dates = datesOf(plan);
  const tasks = new Map(plan.phases.flatMap((phase) => phase.tasks.map((task) => [task.key, task] as const)));
  return plan.changes.flatMap((change): readonly Finding[] => {
    const { key, instance } = targetOf(change);
    const exists = {
      'move-date': dates.has(key),
      'add-task': plan.phases.some((phase) => phase.id === key),
      'skip-task': tasks.has(key),
      'change-role': tasks.has(key),
      'change-person': tasks.has(key),
    }[change.kind];
    const found = exists && (!instance || tasks.get(key)?.instances.some((one) => one.id === instance));
    const where = instance ?? key;
    return found ? [] : [{ id: 'lost-change', severity: 'error', where, dates: [], facts: { change: change.kind } }];
  });
}
