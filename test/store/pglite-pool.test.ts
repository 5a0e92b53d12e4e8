import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPglite, pglitePool } from '#store/pglite-pool.ts';

describe('the embedded database by the server’s driver', () => {
  let lite: Awaited<ReturnType<typeof openPglite>>;
  let db: Kysely<unknown>;
  beforeAll(async () => {
    lite = await openPglite(undefined, undefined);
    db = new Kysely({ dialect: new PostgresDialect({ pool: pglitePool(lite, pg.types) }) });
  });
  afterAll(() => db.destroy());
  const twice = (n: number) =>
    sql<{ twice: number }>`select ${n}::int * 2 as twice`.execute(db).then(({ rows }) => rows[0]?.twice);

  it('answers the same question again and again, each with its own values', async () => {
    expect(await Promise.all([1, 2, 3, 4].map(twice))).toEqual([2, 4, 6, 8]);
  });

  it('tells of a wrong question, and goes on', async () => {
    await expect(sql`select ${1}::int / 0`.execute(db)).rejects.toMatchObject({ code: '22012' });
    expect(await twice(5)).toBe(10);
  });

  it('takes back what a transaction did that came to no end', async () => {
    await sql`create table kept (n int primary key)`.execute(db);
    const act = db.transaction().execute(async (tx) => {
      await sql`insert into kept values (1)`.execute(tx);
      throw new Error('thought better of it');
    });

    await expect(act).rejects.toThrow('thought better of it');
    expect((await sql`select * from kept`.execute(db)).rows).toEqual([]);
  });

  it('goes on after a broken wire, with nothing left open and no plan in the way', async () => {
    await twice(1);
    await twice(1);
    const act = db.transaction().execute(async (tx) => {
      await sql`insert into kept values (2)`.execute(tx);
      vi.spyOn(lite, 'execProtocolRaw').mockRejectedValueOnce(new Error('the wire broke'));
      await sql`insert into kept values (3)`.execute(tx);
    });

    await expect(act).rejects.toThrow();
    expect(await twice(6)).toBe(12);
    expect((await sql`select * from kept`.execute(db)).rows).toEqual([]);
  });
});
