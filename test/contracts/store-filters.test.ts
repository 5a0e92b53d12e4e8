import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sortKey } from '#domain/person/name-keys.ts';
import { savedFilters } from '#store/saved-filters.ts';
import { onBothDatabases } from './store-house.ts';

await onBothDatabases('saved filters', (db) => {
  const aFilter = (staffId: string | null, title: string) => ({
    ...{ filterId: randomUUID(), staffId, title },
    query: 'list=mine',
  });

  it('are one’s own and everybody’s, each name once', async () => {
    const [me, other] = [randomUUID(), randomUUID()];
    const [mine, shared] = [aFilter(me, 'Ålvik'), aFilter(null, `Alle ${me}`)];

    expect(await savedFilters(db()).keep(mine)).toBe('kept');
    expect(await savedFilters(db()).keep(aFilter(me, 'ålvik'))).toBe('taken');
    expect(await savedFilters(db()).keep(aFilter(other, 'Ålvik'))).toBe('kept');
    await savedFilters(db()).keep(shared);

    expect(await savedFilters(db()).of(me)).toEqual(expect.arrayContaining([mine, shared]));
    await savedFilters(db()).remove(mine.filterId, me);
    expect((await savedFilters(db()).of(me)).map(({ filterId }) => filterId)).not.toContain(mine.filterId);
  });

  it('do not bear two of a youth’s names together', async () => {
    const name = { first: 'Sølve', last: 'Østmarken' };
    await db()
      .insertInto('person')
      .values({
        ...{ person_id: randomUUID(), name: 'Sølve Østmarken', sort_name: sortKey(name), search_name: '' },
        ...{ protection: 'none', record: '{}' },
      })
      .execute();
    const words = (text: string) => sortKey({ first: '', last: text }).split(' ');

    expect(await savedFilters(db()).namesYouth(words('til Sølve Østmarken'))).toBe(true);
    expect(await savedFilters(db()).namesYouth(words('Østmarken skole'))).toBe(false);
    expect(await savedFilters(db()).namesYouth(words('OTUK'))).toBe(false);
  });
});
