import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseId, unitId } from '#domain/ids.ts';
import { gapsOf, leavingOf } from '#domain/youth/leaving.ts';
import type { Database } from '#store/open.ts';
import { databases, freshDatabase, openedBy, run, today, viewsOn } from './asked.ts';
import { type AYouth, actor, at, sealed, startRun, writeCounty, writeYouths } from './county.ts';

const name = (last: string) => ({ first: 'Kari', last });
const people: readonly AYouth[] = [
  { id: 'y-mistake', name: name('Feil'), code: 'Feil', number: '01010950001' },
  { id: 'y-abroad', name: name('Utland'), code: 'OTFU_IM', unit: 'south' },
  { id: 'y-hidden-back', name: name('Skjult'), code: 'Feil', protection: 'confidential' },
  { id: 'y-sent', name: name('Sendt'), code: 'Feil', caseworker: 'adviser-north' },
  { id: 'y-again', name: name('Igjen'), code: 'OTFU_IM' },
  { id: 'y-left', name: name('Slutt'), transfer: 'OESL' },
  { id: 'y-left-whole', name: name('Ferdig'), transfer: 'OESL', unit: 'south' },
  { id: 'y-left-hidden', name: name('Gjømt'), transfer: 'OESL', protection: 'strictly-confidential' },
  { id: 'y-otuk', name: name('Ukjent'), code: 'OTUK', mobile: '+4790000001', reachedBy: ['letter'] },
  { id: 'y-otuk-south', name: name('Sør'), code: 'OTUK', unit: 'south' },
  { id: 'y-otuk-hidden', name: name('Borte'), code: 'OTUK', protection: 'confidential' },
  { id: 'y-old', name: name('Gammel'), code: 'OTVE', born: '2008-01-01' },
  { id: 'y-twice-1', name: name('Dobbel'), code: 'OTUK' },
  { id: 'y-twice-2', name: name('Dobbel') },
];
const whole = { leftOn: today, noticeOn: today, reason: 'FV', meetingHeldOn: today, planMadeOn: today } as const;

describe.each(databases)('the queues on %s', (kind) => {
  let db: Database | undefined;
  const ask = () => viewsOn(db as Database);
  const seen = (sentence: string, does: () => Promise<void>) =>
    test(sentence, async (context) => (db ? does() : context.skip()));

  beforeAll(async () => {
    db = await freshDatabase(kind);
    if (!db) return;
    await writeCounty(db);
    await startRun(db);
    await writeYouths(db, people);
    const state = async (returnState: string, ...ids: readonly string[]) =>
      db?.updateTable('youth_case').set({ return_state: returnState }).where('case_id', 'in', ids).execute();
    await state('queued', 'y-mistake', 'y-abroad', 'y-hidden-back');
    await state('sent', 'y-sent');
    const sent = {
      sequence: 3,
      run_id: 'run',
      receiver: 'vigo',
      recorded_at: at('2026-09-05'),
      by_staff: 'adviser-north',
    };
    await db
      .insertInto('return_sent')
      .values([
        { ...sent, case_id: 'y-sent', code: 'Feil', sent_on: '2026-09-05', reference_sealed: sealed('sak 12') },
        { ...sent, case_id: 'y-again', code: 'OTFU_IM', sent_on: '2026-09-01' },
      ])
      .execute();
    const left = (id: string, leaving: object) => ({
      ...{ case_id: id, run_id: 'run', since: '2026-08-21', took_part: '[]', school: null },
      gaps: JSON.stringify(gapsOf({ ...leavingOf('OESL'), ...leaving } as never)),
    });
    await db
      .insertInto('leaving')
      .values([left('y-left', {}), left('y-left-whole', whole), left('y-left-hidden', {})])
      .execute();
    const pair = { run_id: 'run', band: 'possible', score: 20, agrees: '["lastName"]', disagrees: '[]', remarks: '[]' };
    await db
      .insertInto('likely_double')
      .values([
        { ...pair, one_case: 'y-twice-2', other_case: 'y-twice-1', found_at: at('2026-09-09') },
        { ...pair, one_case: 'y-otuk-hidden', other_case: 'y-otuk', found_at: at('2026-09-09') },
      ])
      .execute();
  });
  afterAll(() => db?.destroy());

  seen('who waits to be sent back is seen by their own unit, and a protected youth is only counted', async () => {
    const names = async (who: string) => {
      const { queued, hidden } = await ask().returns(actor(who), run, today);
      return { queued: queued.map(({ caseId: id }) => id).sort(), hidden };
    };
    expect(await names('adviser-north')).toEqual({ queued: ['y-mistake'], hidden: 1 });
    expect(await names('adviser-south')).toEqual({ queued: ['y-abroad'], hidden: 0 });
    expect(await names('owner')).toEqual({ queued: ['y-abroad', 'y-hidden-back', 'y-mistake'], hidden: 0 });
  });

  seen(
    'the list that goes out has numbers, nobody who is protected, and nothing for those who may not take it',
    async () => {
      const owner = await ask().returnsToExport(actor('owner'), run, undefined, today);
      expect(owner.rows.map(({ caseId: id, nationalId }) => [id, nationalId])).toEqual([
        ['y-mistake', '01010950001'],
        ['y-abroad', ''],
      ]);
      expect(owner.apart).toBe(1);
      const vigo = await ask().returnsToExport(actor('owner'), run, 'vigo', today);
      expect(vigo.rows.map(({ caseId: id }) => id)).toEqual(['y-abroad']);
      expect(await ask().returnsToExport(actor('office'), run, undefined, today)).toEqual({ rows: [], apart: 0 });
      expect(await ask().returnsToExport(actor('boss'), run, undefined, today)).toEqual({ rows: [], apart: 0 });
    },
  );

  seen('those who see numbers and no names get no rows', async () => {
    const boss = actor('boss');
    const { queued, sent, again } = await ask().returns(boss, run, today);
    expect([queued, sent, again]).toEqual([[], [], []]);
    expect((await ask().earlyLeavers(boss, run, {}, today)).rows).toEqual([]);
    expect(await ask().doubles(boss, run, today)).toMatchObject({ pairs: [], merges: [], across: [] });
  });

  seen('who was sent stands with the proof, and who VIGO has sent again is to be looked at', async () => {
    const { sent, again } = await ask().returns(actor('owner'), run, today);
    expect(sent).toMatchObject([{ caseId: 'y-sent', sentOn: '2026-09-05', reference: 'sak 12', by: 'Ane Dalseth' }]);
    expect(again.map(({ caseId: id }) => id)).toEqual(['y-again']);
  });

  seen('a closed case is nobody’s open work, and has a list of its own', async () => {
    const north = actor('adviser-north');
    expect((await openedBy(ask(), north, { list: 'mine' })).ids).not.toContain('y-sent');
    expect((await openedBy(ask(), north, { list: 'no-mobile' })).ids).not.toContain('y-sent');
    expect((await openedBy(ask(), north, { list: 'closed' })).ids).toEqual(['y-sent']);
    const youth = await ask().youth(north, run, caseId('y-sent'), today);
    expect(youth?.closed).toEqual({ code: 'Feil', on: '2026-09-05' });
  });

  seen('a code that today’s list has not stands in a list of its own', async () => {
    expect((await openedBy(ask(), actor('owner'), { list: 'old-code' })).ids).toEqual(['y-old']);
  });

  seen('what schools owe is counted as it is listed, the longest gap first', async () => {
    for (const who of ['owner', 'adviser-north', 'adviser-south', 'office']) {
      const all = await ask().earlyLeavers(actor(who), run, {}, today);
      for (const { gap, n } of all.counts) {
        const listed = await ask().earlyLeavers(actor(who), run, { gap }, today);
        expect({ who, gap, n }).toEqual({ who, gap, n: listed.rows.length });
      }
    }
    const north = await ask().earlyLeavers(actor('adviser-north'), run, { gap: 'any' }, today);
    expect(north.rows.map(({ caseId: id, days }) => [id, days])).toEqual([['y-left', 20]]);
    expect(north.hidden).toBe(1);
    expect((await ask().earlyLeavers(actor('owner'), run, { unit: unitId('south') }, today)).total).toBe(1);
  });

  seen('a reminder has initials and a year, and none is made for a protected youth', async () => {
    const left = await ask().leaving(actor('adviser-north'), run, caseId('y-left'), today);
    expect(left).toMatchObject({
      gaps: ['notice', 'left-on', 'reason', 'meeting', 'plan'],
      reminder: { initials: 'K.S.', bornIn: '2009' },
    });
    const hidden = await ask().leaving(actor('owner'), run, caseId('y-left-hidden'), today);
    expect(hidden?.reminder).toBeUndefined();
    expect(await ask().leaving(actor('adviser-north'), run, caseId('y-left-hidden'), today)).toBeUndefined();
    expect(await ask().leaving(actor('owner'), run, caseId('y-otuk'), today)).toBeUndefined();
  });

  seen('the list for NAV has the area’s youths with OTUK and what to check, and never a protected one', async () => {
    const list = (who: string, id: string) => ask().navList(actor(who), run, { kind: 'unit', id }, undefined, today);
    const north = await list('owner', 'north');
    expect(north.rows.map(({ caseId: id, toCheck }) => [id, toCheck])).toEqual([
      ['y-twice-1', ['status', 'no-mobile', 'never-contacted']],
      ['y-otuk', ['status']],
    ]);
    expect(north.hidden).toBe(1);
    // Another unit's list is not an adviser's.
    expect((await list('adviser-north', 'south')).area).toBeUndefined();
    expect((await list('adviser-north', 'north')).rows).toHaveLength(2);
    expect((await ask().navList(actor('boss'), run, { kind: 'unit', id: 'north' }, undefined, today)).rows).toEqual([]);
  });

  seen(
    'a pair is shown to those who may see both, the longer history kept, and is gone when they are two',
    async () => {
      const pairs = async (who: string) => {
        const found = await ask().doubles(actor(who), run, today);
        return { pairs: found.pairs.map(({ one, other }) => [one.caseId, other.caseId]), hidden: found.hidden };
      };
      expect((await pairs('owner')).pairs).toHaveLength(2);
      expect(await pairs('adviser-north')).toEqual({ pairs: [['y-twice-2', 'y-twice-1']], hidden: 0 });
      expect(await pairs('super')).toMatchObject({ hidden: 1 });

      await db
        ?.insertInto('not_one_person')
        .values({ one_person: 'p-y-twice-1', other_person: 'p-y-twice-2', recorded_at: 0, by_staff: 'owner' })
        .execute();
      expect((await pairs('adviser-north')).pairs).toEqual([]);
    },
  );
});
