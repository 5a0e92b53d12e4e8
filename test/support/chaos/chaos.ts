import { type Database, openDatabase } from '#store/open.ts';
import { type Moment, type Rig, type RigWish, startRig, type Victim, victims } from './rig.ts';

export interface ChaosWish extends Omit<RigWish, 'onMoment'> {
  /** So many kills, as long as the campaign lasts. */
  readonly kills: number;
  /** Between two kills at chance, ms. */
  readonly between: readonly [number, number];
  /** Of the two moments of each call, this share is a kill's. */
  readonly inACall: number;
  /** Of the kills at chance, this share comes though nothing was sent since the last: while everything is still getting up. */
  readonly whileDown: number;
  readonly chance: () => number;
  /** How long the campaign may take to come to its end, ms. */
  readonly patience: number;
}

export interface Verdict {
  readonly kills: Readonly<Record<Victim, number>>;
  /** Of the kills, those in the middle of a call: before and after the provider had counted. */
  readonly inACall: Readonly<Record<Moment['moment'], number>>;
  readonly seconds: number;
  /** Keys the provider took. */
  readonly sent: number;
  readonly twice: readonly string[];
  /** Rows that say otherwise than the provider does. */
  readonly wrong: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  /** Youths whose own case knows that an SMS went out, and how many entries there are. */
  readonly contacts: { readonly cases: number; readonly entries: number };
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A whole SMS round while worker, engine and database are killed; what came of it, against what the provider counted. */
export async function chaos(wish: ChaosWish): Promise<Verdict> {
  const kills = { worker: 0, engine: 0, database: 0 };
  const inACall = { 'before-count': 0, 'after-count': 0 };
  const down = new Set<Victim>();
  const state: { rig: Rig | undefined } = { rig: undefined };
  const mortal = victims.filter((victim) => wish.database === 'postgres' || victim !== 'database');
  const total = () => kills.worker + kills.engine + kills.database;
  const strike = async (moment?: Moment['moment']): Promise<void> => {
    const victim = mortal[Math.floor(wish.chance() * mortal.length)] ?? 'worker';
    // One that is down already cannot be killed.
    if (!state.rig || down.has(victim) || total() >= wish.kills) return;
    down.add(victim);
    kills[victim] += 1;
    if (moment) inACall[moment] += 1;
    await state.rig.kill[victim]().finally(() => down.delete(victim));
  };
  let calls = 0;
  const rig = await startRig({
    ...wish,
    onMoment: ({ moment }) => {
      calls += 1;
      if (wish.chance() < wish.inACall) void strike(moment);
    },
  });
  try {
    await rig.begin();
    const began = Date.now();
    state.rig = rig;
    const isOver = { yet: false };
    const settled = rig.settled().then(() => {
      isOver.yet = true;
    });
    const late = rest(wish.patience).then(() => {
      throw new Error(`not settled after ${wish.patience / 1000} s and ${total()} kills`);
    });
    const killing = async () => {
      const [least, most] = wish.between;
      for (let seen = calls; !isOver.yet && total() < wish.kills; ) {
        await rest(least + wish.chance() * (most - least));
        if (calls === seen && wish.chance() >= wish.whileDown) continue;
        seen = calls;
        void strike();
      }
    };
    await Promise.race([Promise.all([settled, killing()]), late]);
    state.rig = undefined;
    while (down.size > 0) await rest(50);
    const seconds = Math.round((Date.now() - began) / 1000);
    await rig.dismiss();
    return { kills, inACall, seconds, ...(await verdict(rig)) };
  } finally {
    state.rig = undefined;
    while (down.size > 0) await rest(50);
    await rig.stop();
  }
}

async function verdict(rig: Rig): Promise<Omit<Verdict, 'kills' | 'inACall' | 'seconds'>> {
  const counts = await rig.counts();
  const db: Database = await openDatabase(rig.where);
  try {
    const rows = await db.selectFrom('campaign_recipient').select(['recipient_key as key', 'state']).execute();
    const contacts = await db.selectFrom('contact').select('case_id').execute();
    const states: Record<string, number> = {};
    for (const row of rows) states[row.state] = (states[row.state] ?? 0) + 1;
    return {
      sent: Object.keys(counts).length,
      twice: Object.keys(counts).filter((key) => counts[key] !== 1),
      wrong: rows.filter(({ key, state }) => (state === 'handed-over') !== key in counts).map(({ key }) => key),
      states,
      contacts: { cases: new Set(contacts.map((row) => row.case_id)).size, entries: contacts.length },
    };
  } finally {
    await db.destroy();
  }
}

/** The same chances from the same seed (mulberry32). */
export function chancesFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
