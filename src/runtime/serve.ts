import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { xlsxFiles } from '#adapters/table-file/xlsx.ts';
import { smsHooks } from '#api/hooks.ts';
import { apiPlugin } from '#api/plugin.ts';
import { instant } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/oslo-clock.ts';
import { readTemplate } from '#intake/template/read-template.ts';
import type { CallbackSettings } from '#src/sms-settings.ts';
import type { House } from '#src/wiring.ts';
import { openLive } from '#store/live.ts';
import { explain } from '#texts/explain.ts';
import { explainWith } from '#web/explain.ts';
import type { WebAssets } from '#web/needs.ts';
import { buildWeb } from '#web/server.tsx';
import { openTexts } from './codec-texts.ts';
import { viewsOf } from './house-views.ts';
import { signInWith } from './passwords.ts';
import { projectRoot } from './project-root.ts';

interface Place {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** So much of a house as pages and API stand on: its engine is the desk's. */
export type ServedHouse = Pick<
  House,
  | ('db' | 'desk' | 'codec' | 'sealing' | 'channels' | 'runs' | 'register' | 'intakes' | 'campaigns' | 'crossChecks')
  | ('templates' | 'messageFacts' | 'messageWriter' | 'sessions' | 'readLog' | 'staff')
> & { readonly sms: Pick<House['sms'], 'readCallback'> };

export interface ServeWish {
  /** The demo's people may be chosen without a password. */
  readonly demo: boolean;
  readonly secure: boolean;
  readonly trustProxy: boolean;
  /** For the command line on this machine. */
  readonly local: { readonly token: string; readonly as: string } | undefined;
  /** Where Temporal's own pages stand; with none, nothing is opened for them. */
  readonly uiOrigins: readonly string[];
  /** What an SMS provider must know to bring us anything; undefined: nothing is listened to. */
  readonly callback: CallbackSettings | undefined;
  readonly say: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const sessionHours = 10;

/** Pages and API of a house on one port. Throws `EADDRINUSE` where the port is taken. */
export async function serve(house: ServedHouse, wish: ServeWish & Place): Promise<Served> {
  const { web, stop } = await doorsOf(house, wish, await assets());
  const url = await web.listen({ host: wish.host, port: wish.port });
  return {
    url,
    stop: async () => {
      web.server.closeAllConnections();
      await stop();
    },
  };
}

/** Pages, API and what providers bring, as one application that does not listen yet. */
export async function doorsOf(house: ServedHouse, wish: ServeWish, built: WebAssets) {
  const live = openLive(house.db, Date.now);
  const views = viewsOf(house, await templates());
  const shared = {
    views,
    sessions: house.sessions,
    readLog: house.readLog,
    signIn: signInWith(house.staff),
    explain: explainWith(explain),
    now: Date.now,
    newId: randomUUID,
    say: wish.say,
    files: xlsxFiles,
  };
  const web = await buildWeb({
    ...shared,
    desk: house.desk,
    live,
    ...(wish.uiOrigins.length === 0 ? {} : { codec: { origins: wish.uiOrigins, open: openTexts(house.codec) } }),
    assets: built,
    today: () => dayOf(instant(Date.now())),
    config: {
      secure: wish.secure,
      // The same in every process and after a restart: a form that is open stays good.
      secret: house.sealing.blindIndex('form tokens'),
      sessionHours,
      triesPerMinute: 20,
      demo: wish.demo,
      trustProxy: wish.trustProxy,
    },
  });
  await web.register(
    apiPlugin({ ...shared, desk: house.desk, staff: house.staff, config: { sessionHours, local: wish.local } }),
    { prefix: '/api' },
  );
  await listenToProviders(web, house, wish);
  const stop = async () => {
    live.close();
    await web.close();
  };
  return { web, stop };
}

/** Only where there is a secret: without one nobody outside can be told from anybody else. */
async function listenToProviders(
  web: FastifyInstance,
  house: ServedHouse,
  { callback, say }: ServeWish,
): Promise<void> {
  if (!callback) return;
  const today = () => dayOf(instant(Date.now()));
  const hear = house.desk.replies.hear.news;
  const read = house.sms.readCallback;
  await web.register(smsHooks({ secret: callback.secret, read, hear, today, say }), { prefix: '/hooks' });
}

async function assets(): Promise<WebAssets> {
  const folder = join(projectRoot(), 'dist/public');
  // `as`: the build writes this file as names by names.
  const names = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as WebAssets['names'];
  return { folder, names };
}

/** What a year can be started from. */
async function templates() {
  const read = readTemplate(new Uint8Array(await readFile(join(projectRoot(), 'templates/vigo-otto.yaml'))));
  if (!read.ok) throw new Error('templates/vigo-otto.yaml cannot be read');
  return [read.template];
}
