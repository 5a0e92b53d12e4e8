import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { runId } from '#domain/ids.ts';
import type { CallOutcome, SaidOnPhone } from '#domain/phone/outcome.ts';
import type { Database } from '#store/open.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { holding, phoneDay, phoneHouse, phoneNow } from '#test/support/phone-house.ts';
import { openedBy } from './asked.ts';
import { type AYouth, actor, journalRow, units } from './county.ts';

const staff = [
  holding('ane', 'Ane Dalseth', 'adviser', 'north'),
  holding('bo', 'Bo Berg', 'office_staff', 'north'),
  holding('super', 'Siv Moen', 'super_user'),
  holding('owner', 'Nils Haugland', 'system_owner'),
  holding('boss', 'Mona Strand', 'manager'),
  holding('process', 'Eli Brattli', 'process_owner'),
];
const youth = (id: string, more: Partial<AYouth> = {}): AYouth => ({
  id,
  name: { first: id, last: 'Prøve' },
  code: 'OTUK',
  mobile: '+4741000001',
  ...more,
});
const youths: readonly AYouth[] = [
  ...Array.from({ length: 8 }, (_, index) => youth(`n${index}`)),
  youth('n-silent', { mobile: null }),
  youth('n-protected', { protection: 'confidential' }),
  youth('n-known', { code: 'OTAR' }),
  ...Array.from({ length: 4 }, (_, index) => youth(`s${index}`, { unit: 'south' })),
];
const today = day(phoneDay);
const run = runId('run');

let db: Database;
let house: Awaited<ReturnType<typeof phoneHouse>>;
beforeAll(async () => {
  db = await memoryDatabase();
  house = await phoneHouse(db, { units, staff, youths, callers: ['ane', 'bo'] });
  // The fixture's youths got their code before the journal began: told now, as it would have been.
  await db
    .insertInto('journal')
    .values(
      youths
        .filter(({ code }) => code === 'OTUK')
        .map(({ id }) =>
          journalRow(id, 100, {
            type: 'status.set',
            on: '2026-10-20',
            to: 'OTUK',
            age: { minor: true, target: 'covered' },
            override: null,
          }),
        ),
    )
    .execute();
});
afterAll(() => db?.destroy());

const as = (id: string) => ({ actor: actor(id, staff), runId: run, today });
const call = (who: string, caseId: string, outcome: CallOutcome, says: SaidOnPhone | null = null, note?: string) =>
  house.desk.outcome(actor(who, staff), {
    commandId: randomUUID(),
    driveId: house.driveId,
    caseId,
    outcome,
    says,
    ...(note === undefined ? {} : { note }),
  });
const next = async (who: string) => {
  const claimed = await house.desk.next(actor(who, staff), { commandId: randomUUID(), driveId: house.driveId });
  if (!claimed.ok) throw new Error(JSON.stringify(claimed.refusals));
  return claimed.value.caseId ?? '';
};
const overview = (who: string) => house.views.phone.overview(as(who));
const unitOf = async (who: string, id: string) => (await overview(who)).units.find(({ unit }) => unit.id === id);

describe('the overview', () => {
  it('counts OTUK per unit for the reader, and each number is the length of the list it opens', async () => {
    const north = await unitOf('super', 'north');
    expect(north).toMatchObject({ registered: 10, otuk: 9, hidden: 1, noMobile: 1, toRing: 9, callers: 2 });
    for (const [which, n] of [
      ['to-ring', north?.toRing],
      ['reached', north?.reached],
    ] as const) {
      const filter = { frozen: `drive.${house.driveId}.${which}`, unit: units[0]?.id as never };
      expect((await openedBy(house.views, actor('super', staff), filter)).total).toBe(n);
    }
    expect((await unitOf('super', 'south'))?.toRing).toBe(4);
  });

  it('shares evenly, and what nobody rings for is left for a super user to see', async () => {
    const { callers, unshared } = await overview('super');

    expect(callers.map(({ caller, pile }) => [caller.id, pile])).toEqual([
      ['ane', 5],
      ['bo', 4],
    ]);
    expect(unshared).toBe(4);
  });
});

describe('the task to ring', () => {
  const left = async (who: string) => {
    const { groups } = await house.views.tasks(actor(who, staff), run, 'all', today);
    const found = groups.flatMap(({ rows }) =>
      rows.flatMap(({ taskId, list }) =>
        list?.place.page === 'youths' && taskId.startsWith('phone.ring')
          ? [{ taskId, ...list, place: list.place }]
          : [],
      ),
    );
    for (const { taskId, count, place } of found) {
      const { total } = await openedBy(house.views, actor(who, staff), place.filter);
      expect([who, taskId, total]).toEqual([who, taskId, count]);
    }
    return new Map(found.map(({ taskId, count }) => [String(taskId), count]));
  };

  it('has left whom nobody has rung: an adviser’s own, and the office’s with those nobody has', async () => {
    const found = await left('owner');

    expect(found.get('phone.ring-november@staff:ane')).toBe(5);
    expect(found.get('phone.ring-office-november@unit:north')).toBe(4);
    expect(found.get('phone.ring-office-november@unit:south')).toBe(4);
  });

  it('of a window whose drive is not dealt has left everybody who would get a card', async () => {
    const found = await left('owner');

    expect(found.get('phone.ring-office-february@unit:north')).toBe(9);
    expect(found.get('phone.ring-february@staff:ane')).toBe(0);
  });
});

describe('a card', () => {
  it('has what the caller needs, and never a protected youth', async () => {
    const id = await next('ane');
    const { card, progress } = await house.views.phone.place(as('ane'));

    expect(card).toMatchObject({ caseId: id, unit: 'Nordvik', language: 'nn', transfer: 'OSON', tries: 0 });
    expect(card?.numbers.at(-1)).toEqual({ number: '+4799999999', guardian: 'Liv Prøve', kind: 'mobile' });
    expect(progress).toMatchObject({ callsToday: 0, cards: 13 });
    const cards = await db.selectFrom('phone_card').select('case_id').execute();
    expect(cards.map(({ case_id }) => case_id)).not.toContain('n-protected');
  });

  it('is offered only for youths the caller may see', async () => {
    const mine = await db.selectFrom('phone_card').select('case_id').where('kept_for', '=', 'bo').execute();
    const seen = new Set<string>();
    for (let index = 0; index < 13; index += 1) {
      const id = await next('bo');
      if (id === '') break;
      seen.add(id);
      await call('bo', id, 'busy');
    }

    expect([...seen].filter((id) => id.startsWith('s'))).toEqual([]);
    // Whoever is rung again later, or is another's to see, is not said to wait for this caller now.
    const { progress, nextAt } = await house.views.phone.place(as('bo'));
    expect([progress.anybodys, nextAt]).toEqual([0, expect.any(Number)]);
    expect(seen.size).toBeGreaterThanOrEqual(mine.length);
  });

  it('a note travels with the youth to whoever rings next, and stands in the history of the case', async () => {
    const id = await next('ane');
    await call('ane', id, 'guardian', 'other', 'Heime etter fire');

    await house.desk.take(actor('bo', staff), { commandId: randomUUID(), driveId: house.driveId, caseId: id });
    const { card } = await house.views.phone.place(as('bo'));
    expect(card?.caseId).toBe(id);
    expect(card?.earlier[0]).toMatchObject({ answeredBy: 'guardian', note: 'Heime etter fire', by: 'Ane Dalseth' });
    const whole = await house.views.youth(actor('ane', staff), run, id as never, today);
    expect(whole?.contacts[0]).toMatchObject({ note: 'Heime etter fire', channel: 'phone' });
    await house.desk.skip(actor('bo', staff), { commandId: randomUUID(), driveId: house.driveId });
  });
});

describe('undoing the last call', () => {
  it('gives the youth back with the note, and the case knows of no contact', async () => {
    const id = await next('ane');
    await call('ane', id, 'reached', 'wants-follow-up', 'Møte torsdag');
    const other = await next('ane');
    expect(other).not.toBe(id);

    const undone = await house.desk.undo(actor('ane', staff), { commandId: randomUUID(), driveId: house.driveId });

    expect(undone).toMatchObject({ ok: true, value: { caseId: id } });
    const { card } = await house.views.phone.place(as('ane'));
    expect(card).toMatchObject({ caseId: id, draft: 'Møte torsdag', tries: 0 });
    const whole = await house.views.youth(actor('ane', staff), run, id as never, today);
    expect(whole?.contacts).toEqual([]);
    expect(whole?.history.map(({ what }) => what)).toEqual(['coded', 'withdrawn', 'contacted', 'transferred']);
    const held = await db.selectFrom('phone_card').select('held_by').where('case_id', '=', other).executeTakeFirst();
    expect(held?.held_by).toBeNull();
  });

  it('is refused when a code has been set on what was said', async () => {
    const id = await next('ane');
    await call('ane', id, 'reached', 'in-work');
    await db
      .updateTable('standing')
      .set((where) => ({
        snapshot: where.fn<string>('jsonb_set', [
          'snapshot',
          where.val('{context,status}'),
          where.cast(where.val('"OTAR"'), 'jsonb' as never),
        ]),
      }))
      .where('subject', '=', `youth/${id}`)
      .execute();
    await db
      .updateTable('standing')
      .set((where) => ({
        snapshot: where.fn<string>('jsonb_set', [
          'snapshot',
          where.val('{context,statusOn}'),
          where.cast(where.val(`"${phoneDay}"`), 'jsonb' as never),
        ]),
      }))
      .where('subject', '=', `youth/${id}`)
      .execute();

    const undone = await house.desk.undo(actor('ane', staff), { commandId: randomUUID(), driveId: house.driveId });

    expect(undone).toMatchObject({ ok: false, refusals: [{ code: 'youth.codeRestsOnContact' }] });
  });
});

describe('somebody who rings back', () => {
  const search = (who: string, text: string) => house.views.phone.search({ ...as(who), driveId: house.driveId, text });

  it('is found by the number however it is written, with every youth who has it and which field it was', async () => {
    expect((await search('super', '410 00 001')).length).toBe(13);
    expect((await search('super', '+47 999 99 999')).every(({ matched }) => matched === 'guardian')).toBe(true);
    expect((await search('bo', '0047 41000001')).every(({ unit }) => unit === 'Nordvik')).toBe(true);
  });

  it('is found by name, and a protected youth only by those who may see them', async () => {
    expect((await search('owner', 'protected')).map(({ caseId }) => caseId)).toEqual(['n-protected']);
    expect(await search('super', 'protected')).toEqual([]);
    expect((await search('owner', '41000001')).map(({ caseId }) => caseId)).not.toContain('n-protected');
  });
});

describe('somebody who drops out', () => {
  it('gives what they have to those who ring on', async () => {
    await house.desk.leave(house.leader, { commandId: randomUUID(), driveId: house.driveId, staffIds: ['ane'] });
    await house.desk.join(house.leader, {
      commandId: randomUUID(),
      driveId: house.driveId,
      callers: [{ staffId: 'super', units: null, share: 1 }],
    });

    const { callers } = await overview('super');
    expect(callers.find(({ caller }) => caller.id === 'ane')).toMatchObject({ rings: false, pile: 0 });
    expect(callers.find(({ caller }) => caller.id === 'super')?.pile).toBeGreaterThan(0);
  });
});

describe('the burn-down', () => {
  it('is the journal day by day, and its last day is the list of today', async () => {
    const found = await house.views.phone.burnDown(as('boss'));
    const list = await openedBy(house.views, actor('owner', staff), { list: 'otuk' });

    expect(found?.whole.days.at(-1)).toEqual({ on: today, left: 14 });
    expect(list.total).toBe(14);
    expect(found?.whole.days.find(({ on }) => on === '2026-10-19')?.left).toBe(0);
    expect(found?.whole.days.find(({ on }) => on === '2026-10-20')?.left).toBe(14);
    const then = await openedBy(house.views, actor('owner', staff), { frozen: 'otuk.2026-10-20' });
    expect(then.total).toBe(14);
    expect((await openedBy(house.views, actor('owner', staff), { frozen: 'otuk.2026-10-19' })).total).toBe(0);
  });

  it('counts for each reader what their list holds', async () => {
    const found = await house.views.phone.burnDown(as('super'));
    expect(found?.whole.burnDown.now).toBe(
      (await openedBy(house.views, actor('super', staff), { list: 'otuk' })).total,
    );
    expect(found?.reportOn).toBe('2026-11-13');
  });
});

describe('on paper and reported back', () => {
  it('a sheet has the open cards of one caller, and nobody protected', async () => {
    const sheet = await house.views.phone.sheet({ ...as('super'), whose: 'bo' });
    expect(sheet?.caller.name).toBe('Bo Berg');
    expect(sheet?.rows.length).toBeGreaterThan(0);
    expect(sheet?.rows.map(({ caseId }) => String(caseId))).not.toContain('n-protected');
    expect((await house.views.phone.sheet({ ...as('bo'), whose: 'super' }))?.caller.name).toBe('Bo Berg');
  });

  it('what is left is counted now, and stands as it was when the drive closed', async () => {
    const now = await house.views.phone.report(as('owner'));
    expect(now).toMatchObject({ frozenAt: undefined, total: 14 });

    await house.desk.close(house.leader, { commandId: randomUUID(), driveId: house.driveId });
    await db.updateTable('youth_case').set({ status_code: 'OTOV' }).where('case_id', '=', 's0').execute();

    expect(await house.views.phone.report(as('owner'))).toMatchObject({ frozenAt: phoneNow, total: 14 });
    expect((await house.views.phone.report(as('super'))).total).toBe(13);
    expect(
      await house.desk.next(actor('bo', staff), { commandId: randomUUID(), driveId: house.driveId }),
    ).toMatchObject({
      ok: false,
      refusals: [{ code: 'phone.notOpen' }],
    });
  });
});

describe('a press that comes twice', () => {
  // Whatever was rung before: everybody is to be rung now, by this caller.
  const fresh = { state: 'open', available_at: 0, kept_for: 'bo', held_by: null, held_until: null, call_back: false };
  beforeAll(async () => {
    await db.updateTable('phone_drive').set({ state: 'open' }).execute();
    await db.updateTable('phone_card').set(fresh).where('case_id', 'like', 'n%').execute();
  });

  const standing = (caller: string) =>
    db
      .selectFrom('phone_call')
      .select('case_id')
      .where('caller_id', '=', caller)
      .where('withdrawn_at', 'is', null)
      .execute();

  it('is one call, and the next youth stays before the caller', async () => {
    const caller = actor('bo', staff);
    const id = await next('bo');
    const wish = { commandId: randomUUID(), driveId: house.driveId, caseId: id, outcome: 'busy', says: null } as const;
    await house.desk.outcome(caller, wish);
    const before = await standing('bo');
    const second = await next('bo');

    expect(await house.desk.outcome(caller, wish)).toMatchObject({ ok: true });
    expect(await next('bo')).toBe(second);
    expect(await standing('bo')).toEqual(before);
  });

  it('undoes one call and passes over one youth', async () => {
    const caller = actor('bo', staff);
    const first = await next('bo');
    await call('bo', first, 'busy');
    const last = await next('bo');
    await call('bo', last, 'busy');
    const undo = { commandId: randomUUID(), driveId: house.driveId, caseId: last };
    await house.desk.undo(caller, undo);

    expect(await house.desk.undo(caller, undo)).toMatchObject({ ok: true, value: { caseId: last } });
    expect((await standing('bo')).map(({ case_id }) => case_id)).toContain(first);
    const skip = { commandId: randomUUID(), driveId: house.driveId, caseId: last };
    await house.desk.skip(caller, skip);
    const after = await next('bo');
    await house.desk.skip(caller, skip);
    expect(await next('bo')).toBe(after);
  });
});

describe('a letter that came back', () => {
  it('is marked on the card and told in the history, until another address is known', async () => {
    const id = 's3';
    const command = { commandId: randomUUID(), driveId: house.driveId, caseId: id };
    await house.desk.take(actor('owner', staff), command);
    const event = { type: 'letter.cameBack', at: phoneNow, doer: { by: 'bo' }, ...{ on: today, addressee: 'youth' } };
    await house.engine.tell({ subject: `youth/${id}`, commandId: 'returned-key', event });
    await db.updateTable('youth_case').set({ post_returned: true }).where('case_id', '=', id).execute();
    const look = async () => {
      const { card } = await house.views.phone.place(as('owner'));
      const whole = await house.views.youth(actor('owner', staff), run, id as never, today);
      return [card?.letterBack, whole?.letterBack, whole?.history.at(-2)?.what, card?.tries];
    };

    expect(await look()).toEqual([today, today, 'letter-back', 0]);
    const moved = JSON.stringify({ name: { first: id, last: 'Prøve' }, address: { lines: ['Nyvegen 2'] } });
    await db.updateTable('person').set({ record: moved }).where('person_id', '=', `p-${id}`).execute();
    expect(await look()).toEqual([undefined, undefined, 'letter-back', 0]);
  });
});
