import { z } from 'zod';
import { parseSchoolYear, startYear } from '#domain/calendar/school-year.ts';
import { templateSchema } from './template-schema.ts';

/** What is only carried over is looked at by the template's own schema. */
const carried = z.unknown().optional();
const date = z.object({
  key: z.string(),
  day: z.string(),
  move: z.string(),
  time: z.string().exactOptional(),
  hangsOn: z.string().exactOptional(),
  typedWeekday: z.string().exactOptional(),
  moved: carried,
  lost: z.boolean().exactOptional(),
});
type PlanDate = z.infer<typeof date>;

const named = { id: carried, title: carried };
const day = z.string();
const plan = z.object({
  template: z.object({ ...named, version: carried }),
  schoolYear: z.string(),
  tracks: carried,
  phases: z.array(
    z.object({
      ...named,
      id: z.string(),
      what: carried,
      owner: carried,
      participants: carried,
      place: carried,
      references: carried,
      windows: z.array(z.object({ ...named, track: carried, opens: date, closes: date })),
      counters: carried,
      tasks: z.array(
        z.object({
          key: z.string(),
          group: carried,
          title: carried,
          note: carried,
          role: carried,
          multiplicity: carried,
          dependsOn: carried,
          required: carried,
          kind: z.object({ by: z.string(), condition: carried, byHand: carried }),
          doneIn: carried,
          due: date,
          track: carried,
          choices: carried,
          references: carried,
        }),
      ),
    }),
  ),
  anchors: z.array(z.object({ ...named, date, completionOf: z.array(carried) })),
  reportingDays: z.array(z.object({ ...named, date })),
  cohorts: z.array(z.object({ ...named, from: day, to: day, wanted: z.object({ from: day, to: day }) })),
  order: z.array(z.looseObject({ kind: carried })),
});
type DatedPlan = z.infer<typeof plan>;

/** A plan that was rolled, told as an old sheet is: every date a plain day, unless it is the very day of the one it hangs on. */
export const datedPlanSchema = plan.transform(asSheet).pipe(templateSchema);

/** Whether this is what `plan roll --json` writes, or the plan in it. */
export function planIn(value: unknown): { readonly plan: unknown; readonly above: readonly string[] } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('plan' in value && 'faults' in value) return { plan: value.plan, above: ['plan'] };
  return 'template' in value && 'schoolYear' in value ? { plan: value, above: [] } : undefined;
}

function asSheet(rolled: DatedPlan): unknown {
  const days = new Map(datesIn(rolled).map((one) => [one.key, one.day]));
  const due = (of: PlanDate) => writtenDate(of, days);
  const { template, schoolYear, tracks, order } = rolled;
  return {
    ...template,
    schoolYear,
    tracks,
    reportingDays: rolled.reportingDays.map(({ date: of, ...rest }) => ({ ...rest, due: due(of) })),
    anchors: rolled.anchors.map(({ date: of, completionOf, ...rest }) =>
      present({ ...rest, ...(completionOf.length > 0 ? { completionOf } : { due: due(of) }) }),
    ),
    cohorts: rolled.cohorts.map((cohort) => writtenCohort(cohort, schoolYear)),
    order: order.map(({ kind, ...keys }) => ({ rule: kind, ...keys })),
    phases: rolled.phases.map((phase) =>
      present({
        ...phase,
        windows: phase.windows.map(({ opens, closes, ...rest }) =>
          present({ ...rest, opens: due(opens), closes: due(closes) }),
        ),
        tasks: phase.tasks.map(({ key, kind: { by, condition, byHand }, ...rest }) =>
          present({
            ...rest,
            id: key.startsWith(`${phase.id}.`) ? key.slice(phase.id.length + 1) : key,
            by: by === 'person' ? by : present({ [by]: condition, byHand }),
            due: due(rest.due),
          }),
        ),
      }),
    ),
  };
}

const datesIn = ({ anchors, reportingDays, phases }: DatedPlan): readonly PlanDate[] => [
  ...[...anchors, ...reportingDays].map((one) => one.date),
  ...phases.flatMap(({ windows, tasks }) => [
    ...windows.flatMap(({ opens, closes }) => [opens, closes]),
    ...tasks.map((task) => task.due),
  ]),
];

/** The day stands as it is: a rule for days off has had its say when the plan was rolled. */
function writtenDate(of: PlanDate, days: ReadonlyMap<string, string>): unknown {
  const { hangsOn, day: on } = of;
  const kept = present({ at: of.time, ifDayOff: of.move === 'keep' ? 'keep' : undefined });
  if (of.lost) return { sameDayAs: hangsOn ?? of.key };
  if (hangsOn !== undefined && days.get(hangsOn) === on) return { ...kept, sameDayAs: hangsOn };
  return present({ ...kept, date: on, weekday: of.moved === undefined ? of.typedWeekday : undefined });
}

/** A window of whole calendar years is one of contracts, counted from the year of training. */
function writtenCohort({ id, title, from, to, wanted }: DatedPlan['cohorts'][number], schoolYear: string): unknown {
  const year = parseSchoolYear(schoolYear);
  const wholeYears = wanted.from.endsWith('-01-01') && wanted.to.endsWith('-12-31');
  if (year === undefined || !wholeYears) return { id, title, from: { date: from }, to: { date: to } };
  const years = { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
  return { id, title, startedYears: years, trainingYear: startYear(year) - Number(wanted.to.slice(0, 4)) + 1 };
}

/** Without the keys that stand for nothing. */
const present = (object: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
