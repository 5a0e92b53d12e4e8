import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewReply } from '#ports/inbox.ts';
import type { Database } from '#store/open.ts';
import { inbox } from '#store/replies/inbox.ts';
import type { InboundShow } from '#views/answers/inbound.ts';
import { sealing } from '../contracts/store-house.ts';
import { databases, freshDatabase, run, today, viewsOn } from './asked.ts';
import { actor, at, startRun, writeCounty, writeYouths } from './county.ts';

const number = (n: number) => `+479000020${n}`;

describe.each(databases)('the queue of replies on %s', (kind) => {
  let db: Database | undefined;
  const ids = new Map<string, string>();
  const look = (who: string, show: InboundShow = 'waiting', more: { inboundId?: string; searched?: string } = {}) =>
    viewsOn(db as Database, at('2026-09-10'), { openText: sealing.open }).inbound({
      ...{ actor: actor(who), runId: run, today, show, page: 1 },
      ...{ inboundId: more.inboundId, searched: more.searched },
    });
  const book = () => inbox({ db: db as Database, sealing, newId: randomUUID, readNumber: (text) => text });

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, [
      { id: 'y-1', name: { first: 'Åse', last: 'Ås' }, mobile: number(1), caseworker: 'adviser-north', code: 'OTUK' },
      { id: 'y-2', name: { first: 'Bo', last: 'Berg' }, mobile: number(2), code: 'OTUK' },
      { id: 'y-3', name: { first: 'Sør', last: 'Sand' }, unit: 'south', mobile: number(2) },
      { id: 'y-4', name: { first: 'Hemmelig', last: 'Holm' }, protection: 'confidential', mobile: number(4) },
    ]);
    const replies: readonly (readonly [string, Partial<NewReply>])[] = [
      ['own', { from: number(1), text: 'Jeg jobber' }],
      ['shared', { from: number(2), text: 'Ring meg' }],
      ['nobody', { from: number(9), text: 'Hvem er dette?' }],
      ['secret', { from: number(4), text: 'Hei' }],
    ];
    for (const [name, reply] of replies) {
      const { inboundId } = await book().receive({
        ...{ channel: 'sms', externalId: name, from: null, text: '', at: at('2026-09-10') + ids.size, runId: run },
        ...reply,
      });
      ids.set(name, inboundId);
    }
  });
  afterAll(() => db?.destroy());
  const seen = (name: string, does: () => Promise<void>) =>
    test(name, async (context) => (db ? does() : context.skip()));

  seen('shows a reply to those who may see each youth it could be from, and counts the others', async () => {
    const texts = async (who: string) => (await look(who)).rows.map(({ text }) => text);

    expect(await texts('office')).toEqual(['Jeg jobber', 'Hvem er dette?']);
    expect((await look('office')).counts.waiting).toBe(2);
    expect((await look('office')).hidden).toBe(2);
    expect(await texts('owner')).toHaveLength(4);
    expect((await look('owner')).rows.map(({ from }) => from)).toEqual([number(1), number(2), number(9), undefined]);
    expect(await texts('super')).not.toContain('Hei');
    for (const who of ['boss', 'reviewer', 'process']) expect((await look(who)).rows).toEqual([]);
  });

  seen('opens the oldest that waits, with who it could be from and why', async () => {
    const { open } = await look('office');
    const shared = await look('owner', 'waiting', { inboundId: ids.get('shared') ?? '' });

    expect(open).toMatchObject({
      ...{ name: 'Åse Ås', sender: 'certain', understood: { hints: ['in-work'] } },
      choices: [{ name: 'Åse Ås', unit: 'Nordvik', caseworker: 'Ane Dalseth', because: { as: 'youth', by: 'phone' } }],
    });
    expect(shared.open?.sender).toBe('asked');
    expect(shared.open?.choices.map(({ name }) => name)).toEqual(['Bo Berg', 'Sør Sand']);
    expect(shared.open?.codes).toEqual([]);
  });

  seen('gives the codes of the rules to those who set codes, and to office staff none', async () => {
    const open = async (who: string) => (await look(who, 'waiting', { inboundId: ids.get('own') ?? '' })).open;

    const codes = new Map((await open('adviser-north'))?.codes.map((each) => [each.says, each.codes]));
    expect(codes.get('no-follow-up')).toContain('OTNO');
    expect(codes.get('in-work')).not.toContain('OTNO');
    expect((await open('office'))?.codes).toEqual([]);
  });

  seen('finds by name or number who a reply could be from, no further than one may see', async () => {
    const found = async (who: string, searched: string) =>
      (await look(who, 'waiting', { inboundId: ids.get('nobody') ?? '', searched })).open?.found.map(
        ({ name }) => name,
      );

    expect(await found('office', 'berg')).toEqual(['Bo Berg']);
    expect(await found('owner', '90 00 02 02')).toEqual(['Bo Berg', 'Sør Sand']);
    expect(await found('office', 'sand')).toEqual([]);
    expect(await found('super', 'holm')).toEqual([]);
  });

  seen('is left to be passed on until a caseworker has it, and the number is the length of the queue', async () => {
    const left = async (who: string) => {
      const views = viewsOn(db as Database, at('2026-09-10'), { openText: sealing.open });
      const { groups } = await views.tasks(actor(who), run, 'all', today);
      const places = groups.flatMap(({ rows }) => rows.flatMap(({ list }) => (list ? [list] : [])));
      const replies = places.filter(({ place }) => place.page === 'replies');
      for (const { count, place } of replies) {
        const unit = place.page === 'replies' ? place.unit : undefined;
        const queue = await views.inbound({
          ...{ actor: actor(who), runId: run, today, show: 'not-passed-on', page: 1, unit },
          ...{ inboundId: undefined, searched: undefined },
        });
        expect([who, unit, queue.rows.length, queue.counts['not-passed-on']]).toEqual([who, unit, count, count]);
      }
      return replies.map(({ count, hidden, place }) => [place.page === 'replies' && place.unit, count, hidden]);
    };
    const settled = { answeredBy: 'youth', says: 'other', sequence: 1, at: at('2026-09-10'), by: 'office' } as const;

    expect(await left('office')).toContainEqual([undefined, 2, 2]);
    expect(await left('office')).toContainEqual(['north', 1, 2]);
    await book().settle(ids.get('shared') ?? '', { ...settled, caseId: 'y-2', forwardedTo: null });
    expect(await left('owner')).toContainEqual([undefined, 4, 0]);
    await (db as Database)
      .updateTable('youth_case')
      .set({ caseworker_id: 'adviser-north' })
      .where('case_id', '=', 'y-2')
      .execute();
    expect(await left('owner')).toContainEqual([undefined, 3, 0]);
    await book().done(ids.get('shared') ?? '', 'adviser-north', 1);
  });

  seen('is the caseworker’s when it is registered, until it is dealt with', async () => {
    const inboundId = ids.get('own') ?? '';
    await book().settle(inboundId, {
      ...{ caseId: 'y-1', answeredBy: 'youth', says: 'in-work', sequence: 1, forwardedTo: 'adviser-north' },
      ...{ at: at('2026-09-10'), by: 'office' },
    });

    const mine = await look('adviser-north', 'forwarded');
    expect(mine.rows).toMatchObject([{ name: 'Åse Ås', settled: { says: 'in-work', by: 'Per Tangen', done: false } }]);
    expect(mine.counts).toMatchObject({ waiting: 1, forwarded: 1, registered: 1 });
    expect((await look('office', 'forwarded')).rows).toEqual([]);
    const views = viewsOn(db as Database);
    const toSee = async (who: string, scope: 'mine' | 'all' = 'mine') =>
      (await views.tasks(actor(who), run, scope, today)).replies.map(({ inboundId: id, says }) => [id, says]);
    const before = await views.openTasks(actor('adviser-north'), run, today);
    expect(await toSee('adviser-north')).toEqual([[inboundId, 'in-work']]);
    expect([await toSee('office'), await toSee('adviser-north', 'all')]).toEqual([[], []]);
    await book().done(inboundId, 'adviser-north', 1);
    expect((await look('adviser-north', 'forwarded')).counts).toMatchObject({ forwarded: 0, registered: 1 });
    expect(await toSee('adviser-north')).toEqual([]);
    expect(await views.openTasks(actor('adviser-north'), run, today)).toBe(before - 1);
  });
});
