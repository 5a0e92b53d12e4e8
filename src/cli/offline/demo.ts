import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCounty, writeCounty } from '#demo/county.ts';
import { filesOf } from '#demo/county-files.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { type Asked, isSet, misused, numberOf, stop, textOf } from '../asked.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';

const most = { youths: 100_000, units: 25 };

/** `demo make`: a county of people who do not exist, with the files the process gets from outside. */
export async function make(asked: Asked): Promise<ExitCode> {
  const { t } = asked;
  const folder = textOf(asked, 'out') ?? '';
  const youths = numberOf(asked, 'youths') ?? 300;
  const units = numberOf(asked, 'units');
  if (youths > most.youths) return misused(asked, 'demo.tooMany', { option: '--youths', limit: most.youths });
  if (units !== undefined && (units < 1 || units > most.units))
    return misused(asked, 'demo.tooMany', { option: '--units', limit: most.units });
  if (await isFile(folder))
    return stop(asked, {
      exit: exitCodes.unreadable,
      code: 'cli.demo.notFolder',
      at: folder,
      text: t('demo.notFolder'),
    });

  const county = makeCounty({
    seed: numberOf(asked, 'seed') ?? 1,
    youths,
    schoolYear: textOf(asked, 'schoolYear') ?? schoolYearOf(dayOf(instant(Date.now()))),
    ...(units === undefined ? {} : { units }),
  });
  const isDryRun = isSet(asked, 'dryRun');
  const paths = isDryRun
    ? (await filesOf(county)).map(([name]) => join(folder, name))
    : await writeCounty(folder, county);
  const { seed, schoolYear } = county;
  if (asked.json) await asked.out(JSON.stringify({ seed, schoolYear, youths, dryRun: isDryRun, files: paths }));
  else for (const path of paths) await asked.out(path);
  asked.say(t(isDryRun ? 'demo.wouldMake' : 'demo.made', { files: paths.length, youths, schoolYear, seed }));
  return exitCodes.ok;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
