import type { SchoolYear } from '../calendar/school-year.ts';
import { transferCodes } from '../person/youth-record.ts';
import { expandWindows, type KeyedTemplate } from './expand-windows.ts';
import type { Finding, FindingId, Lint } from './finding.ts';
import { lintPlan } from './lint-plan.ts';
import { rollForward } from './roll-forward.ts';
import type { OrderRule, PhaseRule, TaskRule, Template } from './template.ts';

/** Everything wrong with a template: how it hangs together, and its dates in each of the years, every finding told for the first year it shows in. */
export function lintTemplate(template: Template, years: readonly SchoolYear[], known: Lint = {}): readonly Finding[] {
  const keyed = expandWindows(template);
  const structure = [
    ...twice(template, keyed),
    ...strayCodes(template),
    ...pointsNowhere(template, keyed),
    ...roundAbout(keyed),
  ];
  const dated = years.flatMap((schoolYear) =>
    lintPlan(rollForward({ template, schoolYear, units: [], people: [] }), known).filter(isOfTemplate),
  );
  const first = new Map<string, Finding>();
  for (const finding of [...structure, ...dated]) {
    const name = `${finding.id} ${finding.where} ${finding.facts.earlier ?? finding.facts.anchor ?? finding.facts.role ?? finding.facts.code ?? ''}`;
    if (!first.has(name)) first.set(name, finding);
  }
  return [...first.values()];
}

/** A template has no people and no changes: those findings belong to a plan. */
const isOfTemplate = (finding: Finding): boolean => finding.id !== 'no-person';

const error = (id: FindingId, where: string, facts: Finding['facts']): Finding => ({
  id,
  severity: 'error',
  where,
  dates: [],
  facts,
});

function keysOf(template: Template, keyed: KeyedTemplate): readonly string[] {
  return [
    ...template.anchors.map((anchor) => anchor.id),
    ...template.reportingDays.map((one) => one.id),
    ...keyed.phases.flatMap(({ rule, tasks }) => [
      ...rule.windows.flatMap((window) => [`${rule.id}.${window.id}.opens`, `${rule.id}.${window.id}.closes`]),
      ...tasks.map((task) => task.key),
    ]),
  ];
}

function twice(template: Template, keyed: KeyedTemplate): readonly Finding[] {
  const ids = [
    ...template.phases.map((phase) => phase.id),
    ...template.tracks.map((track) => `track ${track.id}`),
    ...template.cohorts.map((cohort) => `cohort ${cohort.id}`),
    ...keysOf(template, keyed),
  ];
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
    error('duplicate-id', id, { name: id }),
  );
}

/** Each transfer code belongs to one track: youths of two tracks would get everything twice. */
function strayCodes({ tracks }: Template): readonly Finding[] {
  const codes = tracks.flatMap((track) => track.codes.map((code) => ({ code, where: `track ${track.id}` })));
  return codes.flatMap(({ code, where }, index) => {
    if (!transferCodes.some((known) => known === code)) return [error('unknown-code', where, { code })];
    const first = codes.find((other) => other.code === code);
    return first === codes[index] ? [] : [error('shared-code', where, { code, earlier: first?.where ?? '' })];
  });
}

function pointsNowhere(template: Template, keyed: KeyedTemplate): readonly Finding[] {
  const tasks = keyed.phases.flatMap((phase) => phase.tasks);
  const taskKeys = new Set(tasks.map((task) => task.key));
  const dateKeys = new Set(keysOf(template, keyed));
  const tracks = new Set(template.tracks.map((track) => track.id));
  const unknownTask = (where: string, key: string) => error('unknown-task', where, { task: key });
  return [
    ...tasks.flatMap(({ key, rule }) =>
      rule.dependsOn.filter((on) => !taskKeys.has(on)).map((on) => unknownTask(key, on)),
    ),
    ...keyed.anchors.flatMap((anchor) =>
      anchor.kind === 'completion'
        ? anchor.of.filter((on) => !taskKeys.has(on)).map((on) => unknownTask(anchor.id, on))
        : [],
    ),
    ...keyed.order.flatMap((rule) =>
      keysIn(rule)
        .filter((key) => !dateKeys.has(key))
        .map((key) => unknownTask(`order.${rule.kind}`, key)),
    ),
    ...template.phases.flatMap((phase) => phase.tasks.flatMap((task) => unknownWindows(phase, task))),
    ...tasks.flatMap(({ key, rule }) => unknownTrack(key, rule.track, tracks)),
    ...keyed.phases.flatMap(({ rule }) =>
      rule.windows.flatMap((window) => unknownTrack(`${rule.id}.${window.id}`, window.track, tracks)),
    ),
  ];
}

function unknownWindows(phase: PhaseRule, task: TaskRule): readonly Finding[] {
  const windows = new Set(phase.windows.map((window) => window.id));
  return (task.eachWindow ?? [])
    .filter((id) => !windows.has(id))
    .map((id) => error('unknown-anchor', `${phase.id}.${task.id}`, { anchor: `${phase.id}.${id}` }));
}

const unknownTrack = (where: string, track: string | undefined, tracks: ReadonlySet<string>): readonly Finding[] =>
  track === undefined || tracks.has(track) ? [] : [error('unknown-track', where, { track })];

function keysIn(rule: OrderRule): readonly string[] {
  switch (rule.kind) {
    case 'output-after-work':
      return [rule.output, rule.work];
    case 'mailing-after-list':
      return [rule.mailing, rule.list];
    case 'mailing-after-check':
      return [rule.mailing, rule.check];
  }
}

/** Tasks that wait for themselves through others; each circle once. */
function roundAbout(keyed: KeyedTemplate): readonly Finding[] {
  const waitsFor = new Map(keyed.phases.flatMap((phase) => phase.tasks.map((task) => [task.key, task.rule.dependsOn])));
  const cleared = new Set<string>();
  const found: Finding[] = [];
  const follow = (key: string, path: readonly string[]): void => {
    if (path.includes(key)) {
      found.push(error('circular', key, { circle: [...path.slice(path.indexOf(key)), key] }));
      return;
    }
    if (cleared.has(key)) return;
    for (const next of waitsFor.get(key) ?? []) follow(next, [...path, key]);
    cleared.add(key);
  };
  for (const key of waitsFor.keys()) follow(key, []);
  return found;
}
