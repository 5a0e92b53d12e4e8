import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldFor, skippedFor } from '#domain/phone/call-rules.ts';
import type { CallOutcome } from '#domain/phone/outcome.ts';
import { aDrive, type PhoneYouth, ten } from './phone-county.ts';
import { onBothDatabases } from './store-house.ts';

const minute = 60_000;
const ids = (n: number, more: Partial<PhoneYouth> = {}): readonly PhoneYouth[] =>
  Array.from({ length: n }, () => ({ id: randomUUID(), ...more }));
const people = (n: number) => Array.from({ length: n }, () => randomUUID());

/** What one caller does with the card they have: an outcome, or what else may become of it. */
type Doing = CallOutcome | 'skip' | 'walk away' | 'done for the day';
const doings: readonly Doing[] = [
  ...['reached', 'reached', 'reached', 'wrong-number', 'no-answer', 'busy', 'guardian'],
  ...['skip', 'walk away', 'done for the day'],
] as readonly Doing[];

await onBothDatabases('cards of a phone drive', (db) => {
  it('no youth is ever before two callers: 30 ring 1,000 at once, skip, walk away and come back', async () => {
    const [seed] = fc.sample(fc.integer(), 1);
    const random = fc.sample(fc.constantFrom(...doings), { numRuns: 700, seed: seed ?? 1 });
    const youths = ids(1000);
    const callers = people(30);
    const drive = await aDrive(db(), youths, callers);
    const before = new Map<string, { readonly who: string; readonly from: number; readonly until: number }>();
    const faults: string[] = [];
    const settledAt = new Map<string, number>();
    let [now, turn, moment] = [ten, 0, 0];

    const ring = async (who: string) => {
      for (let misses = 0; misses < 2 && turn < random.length; ) {
        const [at, began] = [now, ++moment];
        const caseId = await drive.claim(who, at);
        if (caseId === undefined) {
          // Nothing to ring now: time goes by, and what was only waiting comes back.
          now += 20 * minute;
          misses += 1;
          continue;
        }
        const other = before.get(caseId);
        // Answers may reach us in another order than the cards were given: what counts is whether the two times meet.
        if (other && other.who !== who && other.from < at + heldFor && at < other.until)
          faults.push(`${caseId} is before two`);
        if ((settledAt.get(caseId) ?? began) < began) faults.push(`${caseId} was settled and came back`);
        if (!other || other.from <= at) before.set(caseId, { who, from: at, until: at + heldFor });
        const doing = random[turn++] ?? 'reached';
        now += 1000;
        if (doing === 'walk away') {
          if (turn % 7 === 0) now += heldFor;
          continue;
        }
        if (before.get(caseId)?.who === who) before.delete(caseId);
        const mine = { driveId: drive.driveId, staffId: who, units: 'all' as const, now, caseId };
        if (doing === 'skip') await drive.book.letGo({ ...mine, skipFor: skippedFor });
        else if (doing === 'done for the day') await drive.book.release(mine);
        // As the desk does: held while it is written, unless it has gone to somebody else meanwhile.
        else if (await drive.book.hold(mine)) {
          await drive.call(caseId, who, doing, now);
          if (doing === 'reached' || doing === 'wrong-number') settledAt.set(caseId, ++moment);
        }
      }
    };
    await Promise.all(callers.map(ring));

    expect(faults, `seed ${seed}`).toEqual([]);
    const calls = await db().selectFrom('phone_call').select('case_id').where('drive_id', '=', drive.driveId).execute();
    expect(calls.length, `seed ${seed}`).toBeGreaterThan(250);
    const contacts = await db()
      .selectFrom('contact')
      .innerJoin('phone_card', 'phone_card.case_id', 'contact.case_id')
      .select('contact.case_id')
      .where('drive_id', '=', drive.driveId)
      .execute();
    expect(contacts).toHaveLength(calls.length);
  }, 120_000);

  it('the same card stays before the one who has it, and is free again when its time is over', async () => {
    const [youth] = ids(1);
    const [ane = '', bo = ''] = people(2);
    const drive = await aDrive(db(), [youth ?? { id: '' }], [ane, bo]);
    const [owner, other] = (await drive.card(youth?.id ?? '')).kept_for === ane ? [ane, bo] : [bo, ane];

    expect(await drive.claim(owner, ten)).toBe(youth?.id);
    expect(await drive.claim(owner, ten + minute)).toBe(youth?.id);
    await drive.book.release({ driveId: drive.driveId, staffId: owner, now: ten + 2 * minute });
    expect(await drive.claim(other, ten + 3 * minute)).toBe(youth?.id);
    expect(await drive.claim(owner, ten + 4 * minute)).toBeUndefined();
    expect(await drive.claim(owner, ten + 3 * minute + heldFor)).toBe(youth?.id);
  });

  describe('a call', () => {
    it('settles the card in the step of the youth: it comes back when the rule says, to whom it says', async () => {
      const [youth] = ids(1);
      const [ane = ''] = people(1);
      const drive = await aDrive(db(), [youth ?? { id: '' }], [ane]);
      const caseId = youth?.id ?? '';
      await drive.claim(ane, ten);

      await drive.call(caseId, ane, 'busy', ten + minute);

      expect(await drive.card(caseId)).toMatchObject({
        state: 'open',
        kept_for: ane,
        held_by: null,
        tries: 1,
        last_outcome: 'busy',
      });
      expect(await drive.claim(ane, ten + 20 * minute)).toBeUndefined();
      expect(await drive.claim(ane, ten + 21 * minute)).toBe(caseId);
    });

    it('a time that was agreed comes first when it has come, and not before', async () => {
      const youths = ids(3);
      const [ane = ''] = people(1);
      const drive = await aDrive(db(), youths, [ane]);
      const first = (await drive.claim(ane, ten)) ?? '';

      await drive.call(first, ane, 'reached', ten, ten + 60 * minute);

      expect(await drive.claim(ane, ten + minute)).not.toBe(first);
      await drive.book.letGo({ driveId: drive.driveId, staffId: ane, now: ten + 2 * minute });
      expect(await drive.claim(ane, ten + 60 * minute)).toBe(first);
    });

    it('that is undone gives the card back as it was, to the one who rang, and the call stands as withdrawn', async () => {
      const [youth] = ids(1);
      const [ane = ''] = people(1);
      const drive = await aDrive(db(), [youth ?? { id: '' }], [ane]);
      const caseId = youth?.id ?? '';
      const card = await drive.card(caseId);
      await drive.claim(ane, ten);
      const { sequence } = await drive.call(caseId, ane, 'wrong-number', ten + minute);
      expect(await drive.card(caseId)).toMatchObject({ state: 'out', why: 'needs-number' });

      await drive.withdraw(caseId, ane, sequence, ten + 2 * minute);

      expect(await drive.card(caseId)).toMatchObject({
        ...card,
        held_by: ane,
        held_at: ten + 2 * minute,
        held_until: ten + 2 * minute + heldFor,
      });
      expect(await drive.book.lastCall(drive.driveId, ane)).toBeUndefined();
      const contacts = await db().selectFrom('contact').select('sequence').where('case_id', '=', caseId).execute();
      expect(contacts).toEqual([]);
    });
  });

  describe('nobody is offered', () => {
    it('a protected youth, one who is OTUK no more, or one outside the units one may see', async () => {
      const youths: readonly PhoneYouth[] = [
        { id: randomUUID(), isProtected: true },
        { id: randomUUID(), code: 'OTOV' },
        { id: randomUUID(), unit: 'south' },
        { id: randomUUID(), unit: 'north' },
      ];
      const [ane = ''] = people(1);
      const drive = await aDrive(db(), youths, [ane]);
      const claim = { driveId: drive.driveId, staffId: ane, units: ['north'], now: ten };

      expect(await drive.book.claim(claim)).toBe(youths[3]?.id);
      await db()
        .updateTable('youth_case')
        .set({ status_code: 'OTOV' })
        .where('case_id', '=', youths[3]?.id ?? '')
        .execute();
      await drive.book.letGo(claim);
      expect(await drive.book.claim(claim)).toBeUndefined();
      const cards = await db()
        .selectFrom('phone_card')
        .select('case_id')
        .where('drive_id', '=', drive.driveId)
        .execute();
      expect(cards.map(({ case_id }) => case_id).toSorted()).toEqual([youths[2]?.id, youths[3]?.id].toSorted());
    });
  });

  describe('sharing out', () => {
    it('is even, tried without change, and moved to the others when somebody drops out', async () => {
      const youths = ids(30);
      const [ane = '', bo = '', cam = ''] = people(3);
      const drive = await aDrive(db(), youths, [ane, bo, cam]);
      const loads = async () => {
        const cards = await db()
          .selectFrom('phone_card')
          .select('kept_for')
          .where('drive_id', '=', drive.driveId)
          .execute();
        return [ane, bo, cam].map((who) => cards.filter(({ kept_for }) => kept_for === who).length);
      };
      expect(await loads()).toEqual([10, 10, 10]);
      await drive.claim(cam, ten);
      await db()
        .updateTable('phone_caller')
        .set({ rings: false })
        .where('drive_id', '=', drive.driveId)
        .where('staff_id', '=', cam)
        .execute();

      const tried = await drive.book.deal({ driveId: drive.driveId, how: 'new', at: ten, dryRun: true });
      expect(tried).toEqual({ fresh: 0, given: 10, left: 0 });
      expect(await loads()).toEqual([10, 10, 10]);
      await drive.book.deal({ driveId: drive.driveId, how: 'new', at: ten });
      expect(await loads()).toEqual([15, 15, 0]);
    });

    it('a card taken by hand is one that nobody else has before them', async () => {
      const youths: readonly PhoneYouth[] = [{ id: randomUUID() }, { id: randomUUID(), isProtected: true }];
      const [ane = '', bo = ''] = people(2);
      const drive = await aDrive(db(), youths, [ane, bo]);
      const claim = (staffId: string, caseId: string) => ({
        ...{ driveId: drive.driveId, units: 'all' as const, now: ten },
        ...{ staffId, caseId },
      });

      expect(await drive.book.take(claim(ane, youths[0]?.id ?? ''))).toBe(true);
      expect(await drive.book.take(claim(bo, youths[0]?.id ?? ''))).toBe(false);
      expect(await drive.book.take(claim(bo, youths[1]?.id ?? ''))).toBe(true);
      expect(await drive.claim(bo, ten)).toBe(youths[1]?.id);
    });
  });

  it('what is left of OTUK is kept per unit and caseworker when the drive closes', async () => {
    const [ane = ''] = people(1);
    const youths = [...ids(3, { caseworker: ane }), ...ids(2, { unit: 'south' }), ...ids(1, { code: 'OTOV' })];
    const drive = await aDrive(db(), youths, [ane]);
    await drive.claim(ane, ten);

    await drive.book.close(drive.driveId, ten);

    const report = await db()
      .selectFrom('phone_report')
      .select(['unit_id', 'caseworker_id', 'otuk'])
      .where('drive_id', '=', drive.driveId)
      .orderBy('otuk', 'desc')
      .execute();
    expect(report).toEqual([
      { unit_id: 'north', caseworker_id: ane, otuk: 3 },
      { unit_id: 'south', caseworker_id: null, otuk: 2 },
    ]);
    const held = await db()
      .selectFrom('phone_card')
      .select('case_id')
      .where('drive_id', '=', drive.driveId)
      .where('held_by', 'is not', null)
      .execute();
    expect(held).toEqual([]);
  });
});
