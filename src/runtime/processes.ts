import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { CountyFacts } from '#ports/staff.ts';
import type { Config } from '#src/config.ts';
import { type House, openHouse } from '#src/wiring.ts';
import { engineMarks } from '#store/engine-marks.ts';
import { openDatabase } from '#store/open.ts';
import { openZoneBook } from '#store/replies/open-zone.ts';
import { sealingWith } from '#store/sealing.ts';
import { startCaretaker } from './caretaker.ts';
import { meet, nameEngine } from './engine-mark.ts';
import { keysFor } from './keys.ts';
import { logLine } from './log-line.ts';
import { hashPassword } from './passwords.ts';
import { projectRoot } from './project-root.ts';
import { type Served, serve } from './serve.ts';
import { openSmsLines } from './sms-line.ts';
import { startWorker } from './worker.ts';

export interface Process {
  readonly stop: () => Promise<void>;
  /** Settles when it ends without being asked to. */
  readonly ended: Promise<void>;
}

/** What a production process must be given; throws with the names of what is missing. */
function needed(config: Config) {
  const { databaseUrl, keys, temporal } = config;
  const missing = [
    ...(databaseUrl === undefined ? ['DATABASE_URL'] : []),
    ...(temporal.address === undefined ? ['TEMPORAL_ADDRESS'] : []),
    ...(keys === undefined ? ['AARSHJUL_KEYS'] : []),
  ];
  if (databaseUrl === undefined || temporal.address === undefined || keys === undefined)
    throw new Error(`missing in the environment: ${missing.join(', ')}`);
  const where = {
    address: temporal.address,
    namespace: temporal.namespace,
    ...(temporal.apiKey === undefined ? {} : { apiKey: temporal.apiKey }),
    ...(temporal.tls ? { tls: true } : {}),
  };
  return { databaseUrl, keys, where };
}

async function openFor(config: Config) {
  const { databaseUrl, keys, where } = needed(config);
  const db = await openDatabase({ kind: 'server', url: databaseUrl });
  const marks = engineMarks(db);
  // Only a worker meets the engine; a web process takes the engine's name as it is known.
  const engineMark = (await marks.latest())?.engine ?? 'not-met';
  return { db, where, keys: await keysFor(keys, config.home), marks, engineMark };
}

/** One worker of a production house; any number may run. */
export async function runWorker(config: Config): Promise<Process> {
  const { db, where, keys, marks } = await openFor(config);
  const connection = await Connection.connect(where);
  const at = { service: connection.workflowService, namespace: where.namespace, marks };
  const engineMark = await nameEngine(at);
  const house = await openHouse({
    db,
    keys,
    temporal: where,
    engineMark,
    sms: openSmsLines(config, openZoneBook(db, sealingWith(keys))),
  });
  const worker = await startWorker(house, { ...where, bundle: join(projectRoot(), 'dist/workflows.js') });
  house.sms.listen();
  const caretaker = startCaretaker({
    engine: house.engine,
    marks,
    engineMark,
    meet: () => meet(at, engineMark),
    settleConditions: house.settleConditions,
    onTrouble: (cause) => process.stderr.write(`${cause instanceof Error ? cause.name : 'trouble'}\n`),
  });
  return {
    ended: worker.ended,
    stop: async () => {
      await caretaker.stop();
      await worker.stop();
      await connection.close();
      await house.close();
      await db.destroy();
    },
  };
}

/** One web process of a production house; any number may run. */
export async function runWeb(config: Config): Promise<Process & Pick<Served, 'url'>> {
  const { db, where, keys, engineMark } = await openFor(config);
  const house = await openHouse({
    db,
    keys,
    temporal: where,
    engineMark,
    sms: openSmsLines(config, openZoneBook(db, sealingWith(keys))),
  });
  await setUp(house, process.env);
  const served = await serve(house, {
    host: config.host,
    port: config.port,
    demo: false,
    secure: true,
    trustProxy: true,
    local: undefined,
    uiOrigins: config.temporal.uiOrigins,
    callback: config.smsCallback,
    say: (event, facts) => process.stderr.write(`${logLine(event, facts)}\n`),
  });
  return {
    url: served.url,
    ended: new Promise(() => {}),
    stop: async () => {
      await served.stop();
      await house.close();
      await db.destroy();
    },
  };
}

/**
 * The first start of a house: `AARSHJUL_COUNTY_FILE` names the county's units and people (the shape of the demo's `county.json`), and
 * `AARSHJUL_FIRST_PASSWORD` lets the process owner in until there is a password. Starting again changes no password.
 */
async function setUp(house: House, env: NodeJS.ProcessEnv): Promise<void> {
  const { AARSHJUL_COUNTY_FILE: file, AARSHJUL_FIRST_PASSWORD: password } = env;
  // `as`: the operator's own file; the store refuses what does not fit its columns.
  if (file) await house.staff.writeCounty(JSON.parse(await readFile(file, 'utf8')) as CountyFacts);
  if (!password) return;
  const owner = (await house.staff.everybody()).find(({ grants }) =>
    grants.some(({ role }) => role === 'process_owner'),
  );
  const found = owner && (await house.staff.byLogin(owner.login));
  if (found?.passwordHash === null) await house.staff.setPassword(found.member.staffId, await hashPassword(password));
}
