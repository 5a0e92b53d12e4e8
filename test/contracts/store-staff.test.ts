import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCounty } from '#demo/county.ts';
import { searchKey, sortKey } from '#domain/person/name-keys.ts';
import type { Sessions } from '#ports/staff.ts';
import { readLog } from '#store/read-log.ts';
import { sessions } from '#store/staff/sessions.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { onBothDatabases, sealing } from './store-house.ts';

const county = makeCounty({ seed: 3, youths: 0, schoolYear: '2026-2027' });
const [member] = county.staff;
if (!member) throw new Error('a county without people');

await onBothDatabases('people of the house', (db) => {
  beforeEach(() => staffBook(db()).writeCounty(county));

  it('are written whole, and again is the same', async () => {
    await staffBook(db()).writeCounty(county);

    const [units, staff] = [await staffBook(db()).units(), await staffBook(db()).everybody()];
    expect(units).toHaveLength(county.units.length);
    expect(units[0]).toMatchObject({ unitId: 'unit-01', number: '13001', municipalities: [{ number: '1301' }] });
    expect(staff).toHaveLength(county.staff.length);
    expect(staff.flatMap(({ grants }) => grants)).toHaveLength(county.staff.flatMap(({ roles }) => roles).length);
  });

  it('keep password and language when the county is written again', async () => {
    await staffBook(db()).setPassword(member.id, 'hash');
    await staffBook(db()).setLanguage(member.id, 'nn');
    await staffBook(db()).writeCounty(county);

    expect(await staffBook(db()).byLogin(` ${member.login.toUpperCase()} `)).toMatchObject({
      member: { staffId: member.id, language: 'nn', active: true },
      passwordHash: 'hash',
    });
  });

  it('are not found by a login nobody has', async () => {
    expect(await staffBook(db()).byLogin('nobody')).toBeUndefined();
    expect(await staffBook(db()).byId('nobody')).toBeUndefined();
  });

  describe('sessions', () => {
    let book: Sessions;
    let token: string;
    beforeEach(async () => {
      book = sessions(db(), sealing);
      token = randomUUID();
      await book.open(token, { staffId: member.id, createdAt: 1, expiresAt: 100, kept: {} });
    });

    it('are good until their end, which use moves', async () => {
      expect(await book.read(token, 99)).toEqual({ staffId: member.id, createdAt: 1, expiresAt: 100, kept: {} });
      expect(await book.read(token, 100)).toBeUndefined();
      await book.touch(token, 200);
      expect(await book.read(token, 150)).toMatchObject({ expiresAt: 200 });
    });

    it('keep what may not stand in an address', async () => {
      await book.keep(token, { search: 'ødegård', receipt: { n: 3 } });
      await book.keep(token, { search: undefined });

      expect((await book.read(token, 1))?.kept).toEqual({ receipt: { n: 3 } });
    });

    it('keep it so that the rows tell nobody what somebody looked for', async () => {
      await book.keep(token, { search: '01815099948' });

      const row = await db().selectFrom('session').select('kept').where('token_hash', '=', token).executeTakeFirst();
      expect(JSON.stringify(row)).not.toContain('01815099948');
      expect((await book.read(token, 1))?.kept).toEqual({ search: '01815099948' });
    });

    it('end one by one, all of a person, or when they are over', async () => {
      const other = randomUUID();
      await book.open(other, { staffId: member.id, createdAt: 1, expiresAt: 50, kept: {} });
      expect(await book.sweep(50)).toBe(1);
      await book.end(token);
      expect(await book.read(token, 1)).toBeUndefined();
      await book.open(token, { staffId: member.id, createdAt: 1, expiresAt: 100, kept: {} });
      await book.endAllOf(member.id);
      expect(await book.read(token, 1)).toBeUndefined();
    });
  });

  it('leave a read entry that the case can be asked for, newest first', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const entry = { staffId: member.id, onBehalfOf: null, what: 'youths.list', route: '/youths' };
    await readLog(db()).append({ ...entry, at: 1, subjects: [one, other] });
    await readLog(db()).append({ ...entry, at: 2, what: 'youth.read', route: '/youths/:id', subjects: [one] });

    expect(await readLog(db()).ofCase(one)).toMatchObject([{ at: 2, what: 'youth.read' }, { at: 1 }]);
    expect(await readLog(db()).ofCase(other)).toEqual([{ ...entry, at: 1 }]);
    expect(await readLog(db()).ofCase('none')).toEqual([]);
  });

  it('sort as Norwegian does, and are found by any part of a name', async () => {
    const names = ['Zorro', 'Ærlig', 'Øystein', 'Årdal', 'Åse', 'Anna', 'Öberg', 'Ärla', 'Aasen', 'Müller'];
    const given = (last: string) => ({ first: 'Ada', last });
    await db()
      .insertInto('person')
      .values(
        [...names].reverse().map((last) => ({
          person_id: `sorted-${last}`,
          name: `Ada ${last}`,
          sort_name: sortKey(given(last)),
          search_name: searchKey(`Ada ${last}`),
          protection: 'none',
          record: '{}',
        })),
      )
      .execute();
    const sorted = db().selectFrom('person').select('name').where('person_id', 'like', 'sorted-%').orderBy('sort_name');

    expect((await sorted.execute()).map(({ name }) => name.slice(4))).toEqual([
      'Aasen',
      'Anna',
      'Müller',
      'Zorro',
      'Ärla',
      'Ærlig',
      'Öberg',
      'Øystein',
      'Årdal',
      'Åse',
    ]);
    const found = await sorted.where('search_name', 'like', `%${searchKey('ØYST')}%`).execute();
    expect(found).toEqual([{ name: 'Ada Øystein' }]);
  });
});
