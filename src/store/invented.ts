import type { Database } from './open.ts';

/** Whether the people of this house are made up: their mobile numbers may be somebody's, and are never written to. */
export const invented = (db: Database) => ({
  mark: async (): Promise<void> => {
    await db
      .insertInto('setting')
      .values({ name: 'people.invented', value: 'true' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  is: async (): Promise<boolean> =>
    (await db.selectFrom('setting').select('name').where('name', '=', 'people.invented').executeTakeFirst()) !==
    undefined,
});
