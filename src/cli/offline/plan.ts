import { parseSchoolYear } from '#domain/calendar/school-year.ts';
import { type Asked, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type LintFault, lintFile, rollFile } from '../plan-offline.ts';
import { readInput } from '../read-input.ts';

/** `plan lint`: the faults of a template or an old sheet, each with what would mend it. */
export async function lint(asked: Asked): Promise<ExitCode> {
  const input = await readInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  const { language } = asked;
  const { report, lines } = lintFile(input.bytes, input.name, {
    language,
    from: new Date().getFullYear(),
    ...schoolYearIn(asked),
  });
  await show(asked, report, lines);
  if (report.ok) return exitCodes.ok;
  return cannotBeRead(report.faults) ? exitCodes.unreadable : exitCodes.refused;
}

/** `plan roll`: a template made a dated plan for one school year. */
export async function roll(asked: Asked): Promise<ExitCode> {
  const input = await readInput(asked, asked.args[0] ?? '-');
  if (!input.ok) return stop(asked, input.trouble);
  const { report, lines } = rollFile(input.bytes, input.name, { language: asked.language, ...schoolYearIn(asked) });
  await show(asked, report, lines);
  return report.ok ? exitCodes.ok : exitCodes.unreadable;
}

function schoolYearIn(asked: Asked) {
  const schoolYear = parseSchoolYear(textOf(asked, 'schoolYear') ?? '');
  return schoolYear === undefined ? {} : { schoolYear };
}

const cannotBeRead = (faults: readonly LintFault[]): boolean => faults.some(({ fault }) => fault === 'unreadable');

async function show(asked: Asked, report: unknown, lines: readonly string[]): Promise<void> {
  for (const line of asked.json ? [JSON.stringify(report)] : lines) await asked.out(line);
}
