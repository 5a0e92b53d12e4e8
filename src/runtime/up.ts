import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { schoolYear, schoolYearOf } from '#domain/calendar/school-year.ts';
import type { Language } from '#domain/language.ts';
import type { Config } from '#src/config.ts';
import { readConfig } from '#src/config.ts';
import type { House } from '#src/wiring.ts';
import { invented } from '#store/invented.ts';
import { longDate } from '#texts/dates.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { beginYear, type DemoCounty, type DemoWish, demoStart, makePeople } from './demo-county.ts';
import { startEmbedded } from './embedded.ts';
import { logLine } from './log-line.ts';
import { projectRoot } from './project-root.ts';
import { serve } from './serve.ts';
import type { Say } from './setup-texts.ts';
import { stopOnSignals } from './stop-signals.ts';
import { type UpKey, upWords } from './up-words.ts';

export interface UpOptions {
  /** Makes the demo county where the folder has no county yet. */
  readonly demo: boolean;
  readonly seed: number;
  readonly youths: number;
  /** The demo year follows the real clock instead of being a rehearsal. */
  readonly realClock: boolean;
  readonly schoolYear?: string;
  readonly port?: number;
  readonly language: Language;
  readonly say: Say;
}

export type UpOutcome =
  | { readonly ok: true; readonly url: string; readonly stop: () => Promise<void>; readonly broken: Promise<void> }
  | { readonly ok: false; readonly message: string };

/** Starts the whole embedded engine and says in one screen where to look; ends all of it on Ctrl-C. */
export async function up(options: UpOptions, env: NodeJS.ProcessEnv = process.env): Promise<UpOutcome> {
  const began = performance.now();
  const t = upWords(options.language);
  const config = readConfig(
    { ...env, ...(options.port === undefined ? {} : { AARSHJUL_PORT: String(options.port) }) },
    projectRoot(),
  );
  if (!config.ok) return { ok: false, message: t('up.config', config.refusals[0]?.facts ?? {}) };
  if (options.demo && config.value.sms.gateway !== 'pretend') return { ok: false, message: t('up.smsInDemo') };
  const folder = await openDataFolder(config.value.home);
  if (!folder.ok) return { ok: false, message: t('up.inUse', folder.refusals[0]?.facts ?? {}) };
  if (folder.value.takenOverFrom !== undefined) options.say(t('up.tookOver', { pid: folder.value.takenOverFrom }));
  const stops: (() => Promise<void>)[] = [folder.value.release];
  const stop = once(async () => {
    options.say(t('up.stopping'));
    for (const end of stops.reverse()) await end();
    options.say(t('up.stopped', { folder: config.value.home }));
  });
  stopOnSignals(stop);
  try {
    return await start(options, config.value, folder.value, { began, stops, stop });
  } catch (cause) {
    await stop();
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      return { ok: false, message: t('up.portTaken', { port: config.value.port }) };
    throw cause;
  }
}

interface Starting {
  readonly began: number;
  /** What is to be ended, the last started first. */
  readonly stops: (() => Promise<void>)[];
  readonly stop: () => Promise<void>;
}

async function start(
  options: UpOptions,
  config: Config,
  folder: DataFolder,
  { began, stops, stop }: Starting,
): Promise<UpOutcome> {
  const t = upWords(options.language);
  const trouble = (cause: unknown) =>
    options.say(t('up.trouble', { kind: cause instanceof Error ? cause.name : 'unknown' }));
  const running = await startEmbedded({ config, say: options.say, onTrouble: trouble });
  stops.push(running.stop);
  const demo = options.demo && (await isUnmade(running.house)) ? demoWish(options) : undefined;
  const county = demo && (await makeCounty(running.house, demo, { options, home: folder.path }));
  const as = await loginOfOwner(running.house);
  const local = { token: randomBytes(32).toString('base64url'), as };
  const served = await serve(running.house, {
    host: config.host,
    port: config.port,
    demo: options.demo,
    secure: false,
    trustProxy: false,
    local,
    uiOrigins: config.temporal.uiOrigins,
    callback: config.smsCallback,
    say: (event, facts) => options.say(logLine(event, facts)),
  });
  stops.push(served.stop);
  const file = join(folder.path, 'cli.json');
  await writeFile(file, JSON.stringify({ url: served.url, ...local }), { mode: 0o600 });
  stops.push(() => rm(file, { force: true }));
  if (demo && county) {
    options.say(t('up.open', { url: served.url }));
    await makeYear(running.house, demo, { options, county });
  }
  if (config.databaseUrl === undefined) options.say(t('up.power'));
  await sayScreen(running.house, options, {
    url: served.url,
    folder: folder.path,
    seconds: (performance.now() - began) / 1000,
  });
  return { ok: true, url: served.url, stop, broken: running.broken };
}

/** No county yet, or one of ours that was cut off before its year. */
async function isUnmade({ db, staff }: House): Promise<boolean> {
  if ((await staff.units()).length === 0) return true;
  if (!(await invented(db).is())) return false;
  return (await db.selectFrom('run').select('run_id').limit(1).execute()).length === 0;
}

function demoWish({ language, schoolYear: asked, realClock, seed, youths }: UpOptions): DemoWish {
  const year = asked === undefined ? schoolYearOf(dayOf(instant(Date.now()))) : schoolYear(asked);
  const title = upWords(language)('up.title', { year: year.replace('-', '–') });
  return { seed, youths, schoolYear: year, from: realClock ? undefined : demoStart(year), title };
}

/** Whoever opens the pages from now on can sign in, and sees the year come. */
async function makeCounty(
  house: House,
  wish: DemoWish,
  { options, home }: { readonly options: UpOptions; readonly home: string },
): Promise<DemoCounty> {
  await invented(house.db).mark();
  const made = await makePeople(house, home, wish);
  const { name, units, staff, youths } = made.county;
  const facts = { county: name, units: units.length, staff: staff.length, youths: youths.length };
  options.say(upWords(options.language)('up.county', facts));
  return made;
}

async function makeYear(
  house: House,
  wish: DemoWish,
  { options, county }: { readonly options: UpOptions; readonly county: DemoCounty },
): Promise<void> {
  const t = upWords(options.language);
  const made = await beginYear(house, county, wish);
  const rehearsal = wish.from === undefined ? '' : t('up.rehearsal', { day: longDate(options.language, wish.from) });
  options.say(t('up.year', { year: wish.schoolYear.replace('-', '–'), rehearsal }));
  options.say(t('up.list', { file: made.file, count: made.youths }));
}

/** The one who acts from this machine's command line where nobody else is named. */
async function loginOfOwner({ staff }: House): Promise<string> {
  const everybody = await staff.everybody();
  const holds = (role: string) => everybody.find(({ grants }) => grants.some((grant) => grant.role === role));
  return (holds('process_owner') ?? holds('system_owner') ?? everybody[0])?.login ?? '';
}

async function sayScreen(
  { staff }: House,
  { language, say, demo }: UpOptions,
  { url, folder, seconds }: { readonly url: string; readonly folder: string; readonly seconds: number },
): Promise<void> {
  const t = upWords(language);
  const everybody = await staff.everybody();
  const shown = ['process_owner', 'system_owner', 'adviser', 'office_staff', 'manager'] as const;
  const loginOf = (role: string) =>
    everybody.find(({ grants }) => grants.some((grant) => grant.role === role))?.login ?? '';
  const people = shown.map((role) => `${loginOf(role)} (${t(`up.role.${role}`)})`);
  const tries: readonly UpKey[] = ['up.try.status', 'up.try.tasks', 'up.try.list', 'up.try.forward', 'up.try.code'];
  const nextList = relative('.', join(folder, 'lists', 'transfer-other-codes.xlsx'));
  const lines = [
    '',
    t('up.ready', { seconds: seconds.toFixed(1) }),
    t('up.look', { url }),
    ...(demo ? [t('up.signIn', { people })] : []),
    t('up.files', { folder: join(folder, 'lists') }),
    t('up.try'),
    ...tries.map((key) => `  ${t(key, { login: loginOf('system_owner'), file: nextList })}`),
    t('up.stop'),
  ];
  for (const line of lines) say(line);
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= act();
    return running;
  };
}
