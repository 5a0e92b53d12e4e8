import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { insertMany, jsonColumns } from '#store/insert-many.ts';
import { migrate } from '#store/migrate.ts';
import { onBothDatabases } from './store-house.ts';

await onBothDatabases('the schema', (db) => {
  it('is made once: a second time there is nothing to do', async () => {
    expect(await migrate(db())).toEqual([]);
    expect(await Promise.all([migrate(db()), migrate(db())])).toEqual([[], []]);
  });

  it('has JSON in the columns that rows are written to as JSON', async () => {
    const { rows } = await sql<{ place: string }>`
      select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and data_type = 'jsonb'`.execute(db());
    const written = Object.entries(jsonColumns).flatMap(([table, columns]) =>
      columns.map((each) => `${table}.${each}`),
    );

    expect(written.sort()).toEqual(rows.map(({ place }) => place).sort());
  });

  it('gives days as text, counts and moments as numbers, and bytes as bytes', async () => {
    const { rows } = await sql`
      select date '2007-12-20' as day, count(*) as n, 1790000000000::bigint as at, '{"a":[1]}'::jsonb as json,
        '\\x00ff'::bytea as bytes`.execute(db());

    expect(rows).toEqual([
      { day: '2007-12-20', n: 1, at: 1790000000000, json: { a: [1] }, bytes: expect.any(Uint8Array) },
    ]);
    expect([...((rows[0] as { readonly bytes: Uint8Array }).bytes ?? [])]).toEqual([0, 255]);
  });

  it('takes many rows with every kind of value as they are', async () => {
    const values = Array.from({ length: 4_500 }, (_, n) => ({
      name: `Ødegård "\\${n}`,
      value: JSON.stringify({ n, text: 'æøå "\\\n' }),
    }));
    await db()
      .transaction()
      .execute((tx) => insertMany(tx, 'setting', values));

    const rows = await db().selectFrom('setting').selectAll().execute();
    expect(rows).toHaveLength(4_500);
    expect(rows.find(({ name }) => name === 'Ødegård "\\7')?.value).toEqual({ n: 7, text: 'æøå "\\\n' });
  });

  it('leaves nothing of a transaction that fails', async () => {
    const writing = db()
      .transaction()
      .execute(async (tx) => {
        await insertMany(tx, 'setting', [{ name: 'half', value: '1' }]);
        await insertMany(tx, 'setting', [{ name: 'half', value: '2' }]);
      });

    await expect(writing).rejects.toThrow();
    expect(await db().selectFrom('setting').selectAll().where('name', '=', 'half').execute()).toEqual([]);
  });
});
