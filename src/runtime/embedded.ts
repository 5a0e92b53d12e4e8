import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { Config } from '#src/config.ts';
import { type House, openHouse } from '#src/wiring.ts';
import { engineMarks } from '#store/engine-marks.ts';
import { type Database, openDatabase } from '#store/open.ts';
import { openZoneBook } from '#store/replies/open-zone.ts';
import { sealingWith } from '#store/sealing.ts';
import { startCaretaker } from './caretaker.ts';
import { meet, nameEngine } from './engine-mark.ts';
import { keysFor } from './keys.ts';
import { projectRoot } from './project-root.ts';
import type { Say } from './setup-texts.ts';
import { openSmsLines } from './sms-line.ts';
import { startTemporal } from './temporal-server/start.ts';
import { startWorker } from './worker.ts';

export interface RunningHouse {
  readonly house: House;
  /** Settles when a part ends that should not. */
  readonly broken: Promise<void>;
  /** Ends what was started, in the order in which nothing is left hanging. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedWish {
  readonly config: Config;
  readonly say: Say;
  readonly onTrouble: (cause: unknown) => void;
}

/** Server, database, worker and caretaker of one data folder in one process. The caller holds the folder's lock. */
export async function startEmbedded({ config, say, onTrouble }: EmbeddedWish): Promise<RunningHouse> {
  const [keys, db, temporal] = await Promise.all([
    keysFor(config.keys, config.home),
    openDatabase(
      config.databaseUrl === undefined
        ? { kind: 'folder', path: join(config.home, 'database'), images: join(projectRoot(), 'dist') }
        : { kind: 'server', url: config.databaseUrl },
    ),
    startTemporal({ ...temporalWish(config), say }),
  ]);
  const where = { address: temporal.address, namespace: temporal.namespace, ...accessOf(config) };
  const { engineMark, meetAgain, endMeeting } = await meeting(where, db);
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
    marks: house.marks,
    engineMark,
    meet: meetAgain,
    settleConditions: house.settleConditions,
    onTrouble,
  });
  return {
    house,
    broken: worker.ended,
    stop: async () => {
      await caretaker.stop();
      await house.sms.close();
      await worker.stop();
      await endMeeting();
      // The connection is left to end with the server: closing it under an order that is still asking would throw in nobody's hands.
      await temporal.stop();
      await db.destroy();
    },
  };
}

const accessOf = ({ temporal }: Config) => ({
  ...(temporal.apiKey === undefined ? {} : { apiKey: temporal.apiKey }),
  ...(temporal.tls ? { tls: true } : {}),
});

const temporalWish = (config: Config) => ({
  dataFolder: config.home,
  namespace: config.temporal.namespace,
  // The first start makes the engine's file, which takes its time on a busy machine.
  patience: 90_000,
  ...(config.temporal.uiPort === undefined ? {} : { uiPort: config.temporal.uiPort }),
  given: accessOf(config),
});

async function meeting(where: { readonly address: string; readonly namespace: string }, db: Database) {
  const connection = await Connection.connect(where);
  const at = { service: connection.workflowService, namespace: where.namespace, marks: engineMarks(db) };
  const engineMark = await nameEngine(at);
  return { engineMark, meetAgain: () => meet(at, engineMark), endMeeting: () => connection.close() };
}
