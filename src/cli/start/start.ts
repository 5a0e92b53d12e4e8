import { started } from '#api/wire/run.ts';
import { type Day, day, instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { parseSchoolYear, schoolYearOf, startYear } from '#domain/calendar/school-year.ts';
import { projectRoot } from '#runtime/project-root.ts';
import { stopOnSignals } from '#runtime/stop-signals.ts';
import { type Config, readConfig } from '#src/config.ts';
import { type Asked, isSet, numberOf, stop, textOf } from '../asked.ts';
import { call, show } from '../engine/call.ts';
import { findDoor } from '../engine/door.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';

/** `up`: the whole embedded engine in this process, until Ctrl-C. */
export const startUp = (asked: Asked): Promise<ExitCode> =>
  embedded(asked, { demo: isSet(asked, 'demo'), realClock: isSet(asked, 'realClock') });

/** `rehearse`: a new rehearsal in the engine that runs here; where none runs, one is started with the demo county. */
export async function rehearse(asked: Asked): Promise<ExitCode> {
  if (!(await isRunning(asked))) return embedded(asked, { demo: true, realClock: false });
  const year = parseSchoolYear(textOf(asked, 'schoolYear') ?? '') ?? schoolYearOf(dayOf(instant(Date.now())));
  const from: Day | string = textOf(asked, 'from') ?? day(`${startYear(year)}-08-17`);
  const body = { schoolYear: year, rehearsalFrom: from, title: asked.t('rehearse.title', { schoolYear: year }) };
  return show(asked, await call(asked, { path: '/runs', body }, started), ({ runId }) => [
    asked.t('rehearse.started', { runId, from }),
  ]);
}

async function isRunning(asked: Asked): Promise<boolean> {
  const door = await findDoor(asked);
  if (!door) return false;
  return fetch(`${door.url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function embedded(asked: Asked, how: { readonly demo: boolean; readonly realClock: boolean }): Promise<ExitCode> {
  const { up } = await import('#runtime/up.ts');
  const [schoolYear, port] = [textOf(asked, 'schoolYear'), numberOf(asked, 'port')];
  const outcome = await up({
    ...how,
    seed: numberOf(asked, 'seed') ?? 1,
    youths: numberOf(asked, 'youths') ?? 300,
    language: asked.language,
    say: asked.say,
    ...(schoolYear === undefined ? {} : { schoolYear }),
    ...(port === undefined ? {} : { port }),
  });
  if (!outcome.ok) return stop(asked, { exit: exitCodes.refused, code: 'cli.cannotStart', text: outcome.message });
  if (asked.json) await asked.out(JSON.stringify({ url: outcome.url }));
  await outcome.broken.catch(() => undefined);
  await outcome.stop();
  return stop(asked, { exit: exitCodes.unexpected, code: 'cli.broken', text: asked.t('start.broken') });
}

/** `web`: one web process of a production house. */
export async function startWeb(asked: Asked): Promise<ExitCode> {
  const { runWeb } = await import('#runtime/processes.ts');
  return asProcess(asked, runWeb, ({ url }) => asked.t('start.web', { url }));
}

/** `worker`: one worker of a production house. */
export async function startWorker(asked: Asked): Promise<ExitCode> {
  const { runWorker } = await import('#runtime/processes.ts');
  return asProcess(asked, runWorker, () => asked.t('start.worker'));
}

interface Process {
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

async function asProcess<P extends Process>(
  asked: Asked,
  start: (config: Config) => Promise<P>,
  says: (running: P) => string,
): Promise<ExitCode> {
  const config = readConfig({ ...asked.streams.env }, projectRoot());
  if (!config.ok) {
    const names = config.refusals.flatMap(({ facts }) => (Array.isArray(facts?.names) ? facts.names : []));
    const text = asked.t('start.config', { names });
    return stop(asked, { exit: exitCodes.usage, code: 'cli.config', text });
  }
  const missing = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'AARSHJUL_KEYS'].filter((name) => !asked.streams.env[name]);
  if (missing.length > 0)
    return stop(asked, {
      exit: exitCodes.usage,
      code: 'cli.config',
      text: asked.t('start.missing', { names: missing }),
    });
  const running = await start(config.value);
  const isAsked = stopOnSignals(running.stop);
  asked.say(says(running));
  await running.ended;
  // Its parts end one after the other; the process ends when the last of them has.
  if (isAsked()) return new Promise(() => {});
  return stop(asked, { exit: exitCodes.unexpected, code: 'cli.broken', text: asked.t('start.broken') });
}
