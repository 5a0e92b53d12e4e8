import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language } from '#domain/language.ts';
import { followed } from '../child.ts';
import { type Say, setup } from '../setup-texts.ts';
import { connectTemporal, ensureNamespace, keepForAYear, type Reach } from './connect.ts';
import { findTemporal, type Search } from './find.ts';
import { freePort, isFree, lastLines, launch } from './launch.ts';
import { endOrphan, forgetServer, recordServer } from './orphan.ts';

/** What is wanted of the engine's server. Only `dataFolder` and `say` must be given. */
export interface TemporalWish {
  readonly dataFolder: string;
  readonly say: Say;
  readonly language?: Language;
  /** Default: any free one. */
  readonly port?: number;
  /** Opens the server's own pages on this port; without it there are none. */
  readonly uiPort?: number;
  readonly namespace?: string;
  /** How long we wait for readiness, in milliseconds; default 30 seconds. */
  readonly patience?: number;
  /** TLS and key for a server given by TEMPORAL_ADDRESS. */
  readonly given?: Omit<Reach, 'address'>;
  readonly search?: Partial<Search>;
}

/** A server that answers. `pid` is there only when it was started here; `stop` ends that one and nothing else. */
export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  readonly pid?: number;
  readonly stop: () => Promise<void>;
}

export const embeddedNamespace = 'aarshjul';

/** Finds or starts a Temporal server, waits until it is ready and has our namespace. Throws with the server's last lines. */
export async function startTemporal(wish: TemporalWish): Promise<TemporalServer> {
  const language = wish.language ?? 'nb';
  const tell: Tell = (key, facts) => wish.say(setup.speak(language, key, facts));
  const dataFolder = resolve(wish.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const orphan = await endOrphan(dataFolder);
  if (orphan !== undefined) tell('temporal.orphan', { pid: orphan });
  const found = await findTemporal({ say: wish.say, language, ...wish.search });
  const settings: Settings = {
    ...wish,
    dataFolder,
    language,
    namespace: wish.namespace ?? embeddedNamespace,
    patience: wish.patience ?? 30_000,
  };
  return found.kind === 'address' ? useGiven(found.address, settings) : startOwn(found.binary.path, settings, tell);
}

type Tell = (key: Parameters<typeof setup.speak>[1], facts?: Parameters<typeof setup.speak>[2]) => void;

type Settings = TemporalWish & Required<Pick<TemporalWish, 'language' | 'namespace' | 'patience'>>;

async function useGiven(address: string, { given, language, namespace, patience }: Settings): Promise<TemporalServer> {
  const isReady = await settle({
    reach: { ...given, address },
    namespace,
    patience,
    isDead: () => false,
    isOurs: false,
  });
  if (!isReady) throw new Error(setup.speak(language, 'temporal.unreachable', { address, seconds: patience / 1000 }));
  return { address, namespace, stop: async () => {} };
}

async function startOwn(binary: string, settings: Settings, tell: Tell): Promise<TemporalServer> {
  const { dataFolder, language, namespace, patience, uiPort } = settings;
  if (settings.port !== undefined && !(await isFree(settings.port)))
    throw new Error(setup.speak(language, 'temporal.portTaken', { port: settings.port }));
  const port = settings.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const databaseFile = join(dataFolder, 'temporal.sqlite');
  const began = Date.now();
  tell('temporal.starting', { address });
  const server = followed(launch({ binary, dataFolder, databaseFile, port, uiPort, namespace }));
  const stop = async () => {
    await server.stop();
    await forgetServer(dataFolder);
  };
  const { pid, hasEnded } = server;
  if (pid !== undefined) await recordServer(dataFolder, { pid, address, databaseFile });
  const settling = settle({ reach: { address }, namespace, patience, isDead: hasEnded, isOurs: true });
  const isReady = await settling.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (isReady && pid !== undefined && !hasEnded()) {
    tell('temporal.ready', { address, ms: Date.now() - began });
    return { address, namespace, pid, stop };
  }
  const key = hasEnded() ? 'temporal.died' : 'temporal.notReady';
  await stop();
  const lines = (await lastLines(dataFolder)) || setup.speak(language, 'temporal.silent');
  throw new Error(setup.speak(language, key, { address, seconds: patience / 1000, lines }));
}

interface Settling {
  readonly reach: Reach;
  readonly namespace: string;
  readonly patience: number;
  readonly isDead: () => boolean;
  /** Only a server of our own has its settings changed. */
  readonly isOurs: boolean;
}

async function settle({ reach, namespace, patience, isDead, isOurs }: Settling): Promise<boolean> {
  const connection = await connectTemporal(reach, { milliseconds: patience, giveUp: isDead });
  if (!connection) return false;
  try {
    await ensureNamespace(connection, namespace);
    if (isOurs) await keepForAYear(connection, namespace);
    return true;
  } finally {
    await connection.close();
  }
}
