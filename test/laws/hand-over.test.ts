import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calmAfter,
  type GatewayFault,
  gatewayFaults,
  type HandOverWorld,
  handOverWorld,
  toTheEnd,
} from '../support/hand-over-world.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];

/** Lets a worker die at its n-th meeting with the world; gives the act it died at, or undefined when it came to its end. */
async function dyingAt(world: HandOverWorld, n: number): Promise<string | undefined> {
  let met = 0;
  return new Promise((resolve) => {
    const ended = () => resolve(undefined);
    world
      .page((act) => {
        if (act === 'rest' || met++ !== n) return Promise.resolve();
        resolve(act);
        // The dead neither answer nor fail.
        return new Promise(() => {});
      })
      .then(ended, ended);
  });
}

const twice = ({ other }: HandOverWorld): readonly string[] =>
  [...other.times].filter(([, times]) => times > 1).map(([key]) => key);
const tookExactly = ({ other, store }: HandOverWorld): readonly string[] =>
  store.rows.filter(({ key, state }) => (state === 'handed-over') !== other.times.has(key)).map(({ key }) => key);

describe('a hand-over whose worker dies', () => {
  it('at any one point sends everything once and nothing twice', async () => {
    const walked: string[] = [];
    for (let n = 0; ; n += 1) {
      const world = handOverWorld(keys, 2);
      const act = await dyingAt(world, n);
      if (act === undefined) break;
      walked.push(act);
      world.wait(calmAfter);
      await toTheEnd(world);

      expect(twice(world), act).toEqual([]);
      expect(world.states(), act).toEqual(keys.map(() => 'handed-over'));
    }

    for (const act of ['claim', 'holds', 'handOver', 'settle', 'stranded'])
      expect(walked).toEqual(expect.arrayContaining([`before ${act}`, `after ${act}`]));
  });

  it('at any two points, the second while the first is being made good, sends everything once and nothing twice', async () => {
    for (let n = 0, isLast = false; !isLast; n += 1)
      for (let m = 0; ; m += 1) {
        const world = handOverWorld(keys, 2);
        isLast = (await dyingAt(world, n)) === undefined;
        world.wait(calmAfter);
        const second = await dyingAt(world, m);
        world.wait(calmAfter);
        await toTheEnd(world);

        expect(twice(world), `${n}, ${m}`).toEqual([]);
        expect(world.states(), `${n}, ${m}`).toEqual(keys.map(() => 'handed-over'));
        if (second === undefined) break;
      }
  });

  it('at any point, with a provider that cannot be asked, leaves to a person exactly what nobody can tell', async () => {
    for (let n = 0; ; n += 1) {
      const world = handOverWorld(keys, 2);
      world.other.canTell = false;
      const act = await dyingAt(world, n);
      if (act === undefined) break;
      const claimed = world.store.rows.filter(({ state }) => state === 'handing-over').map(({ key }) => key);
      world.wait(calmAfter);
      await toTheEnd(world);

      expect(twice(world), act).toEqual([]);
      const unsure = world.store.rows.filter(({ state }) => state === 'uncertain').map(({ key }) => key);
      expect(unsure, act).toEqual(claimed);
      expect(world.store.rows.filter(({ state }) => state === 'handed-over')).toHaveLength(
        keys.length - claimed.length,
      );
    }
  });

  it('and is taken over while it only seemed dead sends nothing twice, wherever it stood, but for a frozen last step', async () => {
    for (let n = 0; ; n += 1) {
      const world = handOverWorld(keys, 2);
      let [met, stoodAt] = [0, undefined as string | undefined];
      let wake = () => {};
      const seemedDead = new Promise<void>((resolve) => {
        void world
          .page(async (act) => {
            if (act === 'rest' || met++ !== n) return;
            stoodAt = act;
            resolve();
            await new Promise<void>((go) => {
              wake = go;
            });
          })
          .then(
            () => resolve(),
            () => resolve(),
          );
      });
      await seemedDead;
      if (stoodAt === undefined) break;
      // Between its last look and its call only a provider that knows keys can stand in the way.
      world.other.knowsKeys = stoodAt === 'after holds' || stoodAt === 'before handOver';
      world.wait(calmAfter);
      await toTheEnd(world);
      wake();
      await toTheEnd(world);

      expect(twice(world), stoodAt).toEqual([]);
      expect(world.states(), stoodAt).toEqual(keys.map(() => 'handed-over'));
    }
  });
});

describe('whatever happens to a hand-over', () => {
  const mishap = fc.oneof(
    fc.record({ kind: fc.constant('dies' as const), at: fc.nat(40) }),
    fc.record({ kind: fc.constant('gateway' as const), fault: fc.constantFrom(...gatewayFaults) }),
    fc.record({ kind: fc.constantFrom('stops' as const, 'resumes' as const, 'runs' as const) }),
    fc.record({ kind: fc.constant('late' as const), key: fc.nat(11) }),
  );

  it('nobody gets it twice, nobody is lost, and each row says what the other side knows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { maxLength: 14 }), fc.integer({ min: 1, max: 5 }), async (mishaps, batch) => {
        const many = Array.from({ length: 12 }, (_, index) => `k${index}`);
        const world = handOverWorld(many, batch);
        for (const one of mishaps) await befalls(world, one);
        world.store.isOpen = true;
        world.other.faults.length = 0;
        world.wait(calmAfter);
        await toTheEnd(world);

        expect(twice(world)).toEqual([]);
        expect(tookExactly(world)).toEqual([]);
        const explained = ['handed-over', 'failed', 'taken-out'];
        expect(world.states().filter((state) => !explained.includes(state))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  type Mishap = typeof mishap extends fc.Arbitrary<infer T> ? T : never;
  async function befalls(world: HandOverWorld, one: Mishap): Promise<void> {
    switch (one.kind) {
      case 'dies':
        await dyingAt(world, one.at);
        return world.wait(calmAfter);
      case 'gateway':
        return void world.other.faults.push(one.fault as GatewayFault);
      case 'stops':
      case 'resumes':
        world.store.isOpen = one.kind === 'resumes';
        return;
      case 'runs':
        await world.page().catch(() => undefined);
        return world.wait(calmAfter);
      case 'late':
        return void world.store.late.set(`k${one.key}`, 'replied');
    }
  }

  it('a stop is heard between two batches, and before a call that was only claimed for', async () => {
    for (const at of ['before claim', 'after claim', 'before holds']) {
      const world = handOverWorld(keys, 2);
      let seen = 0;
      await world.page(async (act) => {
        if (act === at && ++seen === 2) world.store.isOpen = false;
      });

      expect(world.other.times.size, at).toBe(2);
      expect(world.states(), at).toEqual(['handed-over', 'handed-over', 'planned', 'planned', 'planned']);
    }
  });

  it('who has answered since the list was frozen is taken out, even in the middle', async () => {
    const world = handOverWorld(keys, 1);
    await world.page(async (act) => {
      if (act === 'after settle') world.store.late.set('d', 'replied').set('e', null);
    });

    expect(world.states()).toEqual(['handed-over', 'handed-over', 'handed-over', 'taken-out', 'manual']);
    expect([...world.other.times.keys()]).toEqual(['a', 'b', 'c']);
  });
});
