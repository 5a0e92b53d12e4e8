import { daysBetween } from '#domain/calendar/arithmetic.ts';
import { type SchoolYear, schoolYearFrom } from '#domain/calendar/school-year.ts';
import type { Language } from '#domain/language.ts';
import { assertNever, type Fault } from '#domain/outcome.ts';
import type { Finding } from '#domain/plan/finding.ts';
import { lintPlan } from '#domain/plan/lint-plan.ts';
import { lintTemplate } from '#domain/plan/lint-template.ts';
import type { Plan, PlannedDate } from '#domain/plan/plan.ts';
import { type PlanInputs, rollForward } from '#domain/plan/roll-forward.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import { numericDate, withWeek } from '#texts/dates.ts';
import { planTexts } from '#texts/plan.ts';
import { type Said, sayFinding, sayTemplateFault, stateFinding } from '#texts/say-finding.ts';

const { speak } = planTexts;

/** One fault as `plan lint --json` writes it. */
export interface LintFault extends Said {
  /** `F1`–`F7`, the name of another finding, or `unreadable` for a fault of the file itself. */
  readonly fault: string;
  readonly level: 'error' | 'warning';
  /** Key of the date, task, phase or cohort; line, column and path in a file that cannot be read. */
  readonly at: string;
}

export interface LintReport {
  /** No errors; warnings alone leave it true. */
  readonly ok: boolean;
  readonly faults: readonly LintFault[];
}

export interface LintOptions {
  readonly language: Language;
  /** Only this year; else the file's own, else the first of twelve years given by `from`. */
  readonly schoolYear?: SchoolYear;
  /** The calendar year from which a template without a year of its own is tried. */
  readonly from: number;
  readonly atRisk?: number;
}

/** How many years a template is tried for: every weekday of every date, leap years, early and late Easters. */
const yearsTried = 12;

/** Lints a template or an old sheet: the report for programs and the lines for people. */
export function lintFile(
  bytes: Uint8Array,
  name: string,
  options: LintOptions,
): { readonly report: LintReport; readonly lines: readonly string[] } {
  const { language } = options;
  const read = readTemplate(bytes);
  if (!read.ok) return unreadable(read.faults, name, language);
  const year = options.schoolYear ?? read.template.schoolYear;
  const years = year ? [year] : Array.from({ length: yearsTried }, (_, index) => schoolYearFrom(options.from + index));
  const known = options.atRisk === undefined ? {} : { atRisk: options.atRisk };
  return linted(lintTemplate(read.template, years, known), name, language);
}

export type RollReport =
  | { readonly ok: true; readonly plan: Plan; readonly faults: readonly LintFault[] }
  | { readonly ok: false; readonly faults: readonly LintFault[] };

export interface RollOptions {
  readonly language: Language;
  /** Else the file's own. */
  readonly schoolYear?: SchoolYear;
  readonly county?: Pick<PlanInputs, 'units' | 'people'>;
}

/** Rolls a template forward: the dated plan with what lint finds in it, and the plan as lines. */
export function rollFile(
  bytes: Uint8Array,
  name: string,
  options: RollOptions,
): { readonly report: RollReport; readonly lines: readonly string[] } {
  const { language, county } = options;
  const read = readTemplate(bytes);
  if (!read.ok) return unreadable(read.faults, name, language);
  const schoolYear = options.schoolYear ?? read.template.schoolYear;
  if (!schoolYear)
    return unreadable([{ code: 'template.noSchoolYear', place: '--school-year', found: '' }], name, language);
  const plan = rollForward({ template: read.template, schoolYear, units: [], people: [], ...county });
  // Without a county there is nobody to miss.
  const findings = lintPlan(plan).filter((finding) => county !== undefined || finding.id !== 'no-person');
  const { report, lines } = linted(findings, name, language);
  return { report: { ok: true, plan, faults: report.faults }, lines: [...planLines(plan, language), ...lines] };
}

function linted(findings: readonly Finding[], name: string, language: Language) {
  const faults = findings.map((finding) => faultOf(finding, stateFinding(finding)));
  const errors = faults.filter((fault) => fault.level === 'error').length;
  const head =
    faults.length === 0
      ? speak(language, 'lint.clean', { name })
      : speak(language, 'lint.count', { name, errors, warnings: faults.length - errors });
  const lines = findings.map((finding) => lineOf(faultOf(finding, sayFinding(language, finding)), language));
  return { report: { ok: errors === 0, faults }, lines: [head, ...lines] };
}

function unreadable(faults: readonly Fault[], name: string, language: Language) {
  const told = (inLanguage: Language) =>
    faults.map(
      (fault): LintFault => ({
        fault: 'unreadable',
        level: 'error',
        at: fault.place,
        ...sayTemplateFault(inLanguage, fault),
      }),
    );
  const head = speak(language, 'lint.count', { name, errors: faults.length, warnings: 0 });
  const lines = [head, ...told(language).map((fault) => lineOf(fault, language))];
  return { report: { ok: false as const, faults: told('en') }, lines };
}

const faultOf = (finding: Finding, said: Said): LintFault => ({
  fault: finding.id,
  level: finding.severity,
  at: finding.where,
  ...said,
});

const lineOf = (fault: LintFault, language: Language): string =>
  speak(language, 'lint.line', { ...fault, level: levelIn(fault.level, language) });

function levelIn(level: LintFault['level'], language: Language): string {
  switch (level) {
    case 'error':
      return speak(language, 'level.error');
    case 'warning':
      return speak(language, 'level.warning');
    default:
      return assertNever(level);
  }
}

function planLines(plan: Plan, language: Language): readonly string[] {
  const title = speak(language, 'roll.title', { title: plan.template.title[language], schoolYear: plan.schoolYear });
  return [
    title,
    ...plan.reportingDays.map((one) => `  ${dateIn(one.date, language)}  ${one.title[language]}`),
    ...plan.phases.flatMap((phase) => [
      `${phase.number} ${phase.title[language]}`,
      ...[...phase.tasks]
        .sort((a, b) => daysBetween(b.due.day, a.due.day))
        .map(
          (task) =>
            `  ${dateIn(task.due, language)}  ${task.title[language]} [${speak(language, `role.${task.role}`)}]`,
        ),
    ]),
  ];
}

function dateIn(date: PlannedDate, language: Language): string {
  const notes = [
    ...(date.time ? [date.time] : []),
    ...(date.moved ? [speak(language, 'roll.moved', { from: numericDate(language, date.moved.from) })] : []),
    ...(date.forecast ? [speak(language, 'roll.forecast')] : []),
  ];
  return withWeek(language, date.day) + (notes.length > 0 ? ` (${notes.join(', ')})` : '');
}
