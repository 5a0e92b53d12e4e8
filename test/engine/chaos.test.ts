import { describe, expect, it } from 'vitest';
import { chancesFrom, chaos } from '../support/chaos/chaos.ts';
import { postgresPrograms } from '../support/postgres-server.ts';

const hasPostgres = (await postgresPrograms()) !== undefined;

/** A small one; the whole of it is `bench/chaos.ts`. */
describe.skipIf(!hasPostgres)('an SMS round', () => {
  it('reaches everybody once while worker, engine and database are killed', async () => {
    const recipients = 40;
    const verdict = await chaos({
      ...{ recipients, kills: 6, database: 'postgres', workers: 2, batchSize: 5, between: [200, 900] },
      ...{ inACall: 0.3, whileDown: 0.1, chance: chancesFrom(7), patience: 110_000 },
    });

    expect(verdict.twice).toEqual([]);
    expect(verdict.wrong).toEqual([]);
    expect(verdict.states).toEqual({ 'handed-over': recipients, excluded: 5 });
    expect(verdict.contacts).toEqual({ cases: recipients, entries: recipients });
  }, 170_000);
});
