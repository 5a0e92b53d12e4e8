import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { NationalIdKind } from '#domain/person/national-id.ts';
import type { Happening, Step } from '#domain/standing.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { mergeableOf, mergeFiles, partFiles } from '#domain/youth/merge.ts';
import { plain, resume, step as takeStep } from '#machines/chart.ts';
import { youthChart } from '#machines/youth/machine.ts';
import { doubles } from '#store/queues/doubles.ts';
import { earlyLeavers } from '#store/queues/early-leavers.ts';
import { navMeetings } from '#store/queues/nav-meetings.ts';
import { returns } from '#store/queues/returns.ts';
import { knownIn } from '#store/register/known.ts';
import { numberRow, personRow } from '#store/register/person-rows.ts';
import { register } from '#store/register/register.ts';
import { standingRow } from '#store/standing-row.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { aRun, onBothDatabases, sealing } from './store-house.ts';

const at = Date.parse('2026-10-01T08:00:00Z');
const on = day('2026-10-01');

await onBothDatabases('the queues', (db) => {
  let runId: string;
  beforeEach(async () => {
    runId = await aRun(db());
  });

  /** A youth with a number of that kind, as an intake would have written it. */
  async function aYouth(kind: NationalIdKind, text: string, given: Partial<CaseFile> = {}, mobile = '+4790000001') {
    const caseId = randomUUID();
    const personId = randomUUID();
    const nationalId = { text, kind, born: day('2008-05-12'), notes: [] } as never;
    const record = {
      name: { first: 'Ada', last: 'Prøve' },
      born: day('2008-05-12'),
      nationalId,
      mobiles: [mobile],
      address: { lines: ['Storgata 1'], postcode: '7600', place: 'Levanger' },
    };
    const file = {
      ...newCase({
        ...{ caseId, runId, transfer: 'OSON', track: 'oson', unitId: null, caseworkerId: null, deadlines: {} },
      }),
      ...given,
    } satisfies CaseFile;
    await db()
      .insertInto('person')
      .values(personRow(personId, record, null, sealing))
      .execute();
    await db()
      .insertInto('person_number')
      .values(numberRow(personId, sealing.blindIndex(text), nationalId, sealing))
      .execute();
    await db()
      .insertInto('youth_case')
      .values({
        ...{ case_id: caseId, run_id: runId, person_id: personId, track: 'oson' },
        ...{ return_state: 'none', attempts: 0, on_list: true },
      })
      .execute();
    await db()
      .insertInto('standing')
      .values(standingRow('youth', `youth/${caseId}`, runId, file))
      .execute();
    return { caseId, personId, text };
  }

  /** One step of the youth's own machine, written as the engine writes it. */
  async function tell(caseId: string, type: string, more: object = {}): Promise<CaseFile> {
    const subject = `youth/${caseId}`;
    const there = await stepBook(db()).reopen(subject);
    if (!there) throw new Error('no such youth');
    const event = { type, at, doer: { by: 'adviser' }, on, ...more } as Happening;
    const snapshot = resume(youthChart, there.standing);
    expect(snapshot.can(event as never), type).toBe(true);
    const [next] = takeStep(youthChart, snapshot, event);
    const sequence = there.standing.sequence + 1;
    const written: Step = {
      ...{ subject, sequence, event, commandId: null, snapshot: plain(next), orders: [] },
      ...{ settles: null, nextDeadline: null, ruleVersion: 1 },
    };
    expect(await stepBook(db()).write(written)).toEqual({ outcome: 'written' });
    return next.context as CaseFile;
  }
  const fileOf = async (caseId: string): Promise<CaseFile> => {
    const there = await stepBook(db()).reopen(`youth/${caseId}`);
    return (there?.standing.snapshot?.context ?? there?.standing.input) as unknown as CaseFile;
  };
  const casesHere = async () =>
    (await db().selectFrom('youth_case').select('case_id').where('run_id', '=', runId).execute()).map(
      (row) => row.case_id,
    );
  const contactsOf = async (caseId: string) =>
    (await db().selectFrom('contact').select(['sequence', 'channel']).where('case_id', '=', caseId).execute()).length;

  async function merge(kept: string, away: string): Promise<string> {
    const [one, other] = [await fileOf(kept), await fileOf(away)];
    const mergeId = randomUUID();
    const { now } = mergeFiles(one, other);
    await tell(kept, 'case.merged', { mergeId, away, before: mergeableOf(one), now });
    return mergeId;
  }
  async function part(mergeId: string): Promise<void> {
    const made = await doubles(db(), sealing).merge(mergeId);
    if (!made) throw new Error('no merge');
    const now = partFiles(await fileOf(made.keptCase), made.before, made.now);
    await tell(made.keptCase, 'case.parted', { mergeId, away: made.awayCase, now });
  }
  const call = { channel: 'phone', direction: 'out', answeredBy: 'youth', says: 'wants-follow-up' };
  const letter = { channel: 'letter', direction: 'out', answeredBy: 'none', says: null };

  describe('one person with two numbers', () => {
    it('is one case with both histories, and both numbers lead there', async () => {
      const fictive = await aYouth('vigo-fictive', '52050899204', {}, '+4790000001');
      const real = await aYouth('ordinary', '12050850001', {}, '+4790000002');
      await tell(fictive.caseId, 'contact.registered', call);
      await tell(real.caseId, 'contact.registered', letter);
      await tell(real.caseId, 'status.set', { to: 'OTUK', age: { minor: true, target: 'covered' }, override: null });

      await merge(fictive.caseId, real.caseId);

      expect(await casesHere()).toEqual([fictive.caseId]);
      expect(await contactsOf(fictive.caseId)).toBe(2);
      const file = await fileOf(fictive.caseId);
      expect(file).toMatchObject({ status: 'OTUK', firstContactOn: on, contacts: [{}, {}] });
      for (const text of [fictive.text, real.text])
        expect(await register(db(), sealing).findPerson({ text })).toBe(fictive.personId);
      const person = await register(db(), sealing).readPersonOf(fictive.caseId);
      // The real number is in force, and what its holder was known by.
      expect(person?.record.nationalId?.text).toBe(real.text);
      expect(person?.mobile).toBe('+4790000002');
    });

    it('is known to the next list by either number', async () => {
      const fictive = await aYouth('d-number', '52050812345');
      const real = await aYouth('ordinary', '12050850002');
      await merge(fictive.caseId, real.caseId);

      const known = await knownIn(db(), sealing, runId);

      expect(known).toHaveLength(1);
      expect(known[0]).toMatchObject({
        caseId: fictive.caseId,
        key: sealing.blindIndex(real.text),
        olderKeys: [sealing.blindIndex(fictive.text)],
      });
    });

    it('is two again when the merge is undone, with what was done since left where it was done', async () => {
      const one = await aYouth('vigo-fictive', '52050899301');
      const other = await aYouth('ordinary', '12050850003');
      await tell(other.caseId, 'contact.registered', letter);
      const before = { one: await fileOf(one.caseId), other: await fileOf(other.caseId) };
      const mergeId = await merge(one.caseId, other.caseId);
      await tell(one.caseId, 'contact.registered', call);

      await part(mergeId);

      expect((await casesHere()).sort()).toEqual([one.caseId, other.caseId].sort());
      expect([await contactsOf(one.caseId), await contactsOf(other.caseId)]).toEqual([1, 1]);
      expect(await fileOf(other.caseId)).toEqual(before.other);
      expect(await fileOf(one.caseId)).toMatchObject({ contacts: [{ answeredBy: 'youth' }], firstContactOn: on });
      const find = register(db(), sealing).findPerson;
      expect([await find({ text: one.text }), await find({ text: other.text })]).toEqual([
        one.personId,
        other.personId,
      ]);
      const person = await register(db(), sealing).readPersonOf(one.caseId);
      expect(person?.record.nationalId?.text).toBe(one.text);
      expect(await doubles(db(), sealing).merge(mergeId)).toMatchObject({ isUndone: true });
    });

    it('with three numbers is merged twice, and each merge is undone by itself', async () => {
      const [one, two, three] = [
        await aYouth('vigo-fictive', '52050899402'),
        await aYouth('d-number', '52050812346'),
        await aYouth('ordinary', '12050850004'),
      ];
      await tell(two.caseId, 'contact.registered', letter);
      await tell(three.caseId, 'contact.registered', call);
      const first = await merge(one.caseId, two.caseId);
      const second = await merge(one.caseId, three.caseId);
      expect(await contactsOf(one.caseId)).toBe(2);

      await part(second);
      await part(first);

      expect([await contactsOf(one.caseId), await contactsOf(two.caseId), await contactsOf(three.caseId)]).toEqual([
        0, 1, 1,
      ]);
      expect(await fileOf(one.caseId)).toMatchObject({ contacts: [], firstContactOn: null });
    });

    it('keeps a protection that either has', async () => {
      const one = await aYouth('vigo-fictive', '52050899503');
      const other = await aYouth('ordinary', '12050850005');
      await db()
        .updateTable('person')
        .set({ protection: 'strictly-confidential', mobile: null })
        .where('person_id', '=', one.personId)
        .execute();

      await merge(one.caseId, other.caseId);

      const person = await register(db(), sealing).readPersonOf(one.caseId);
      expect(person).toMatchObject({ protection: 'strictly-confidential', mobile: null });
    });

    it('is found among all, and not shown again once somebody has said that they are two', async () => {
      const one = await aYouth('vigo-fictive', '52050899606');
      const other = await aYouth('ordinary', '12050850006');
      const book = doubles(db(), sealing);

      expect(await book.search(runId, at)).toEqual({ youths: 2, pairs: 1 });
      await book.keepApart({ oneCase: one.caseId, otherCase: other.caseId, at, by: 'adviser' });

      const pair = await db().selectFrom('likely_double').selectAll().where('run_id', '=', runId).executeTakeFirst();
      expect([pair?.one_case, pair?.other_case].sort()).toEqual([one.caseId, other.caseId].sort());
      expect(pair?.agrees).toEqual(expect.arrayContaining(['firstName', 'lastName', 'birthDate']));
      const apart = await db().selectFrom('not_one_person').selectAll().execute();
      expect(apart.map((row) => [row.one_person, row.other_person])).toContainEqual(
        [one.personId, other.personId].sort(),
      );
    });
  });

  it('a return is a row with its receiver, and its proof is kept sealed, once', async () => {
    const youth = await aYouth('ordinary', '12050850007');
    await tell(youth.caseId, 'status.set', {
      ...{ to: 'Feil', age: { minor: true, target: 'covered' }, override: null, reasons: ['registered-by-mistake'] },
    });
    await tell(youth.caseId, 'return.sent');

    const book = returns(db(), sealing.seal);
    await book.keepReference({ caseId: youth.caseId, sequence: 2, text: 'sak 2026/12' });
    await book.keepReference({ caseId: youth.caseId, sequence: 2, text: 'something else' });

    const row = await db().selectFrom('return_sent').selectAll().where('case_id', '=', youth.caseId).executeTakeFirst();
    expect(row).toMatchObject({ code: 'Feil', receiver: 'vigo-and-admissions', sent_on: on, by_staff: 'adviser' });
    expect(sealing.open(row?.reference_sealed ?? '')).toBe('sak 2026/12');
  });

  it('an early leaver has a row that follows the case, with what is missing', async () => {
    const youth = await aYouth('ordinary', '12050850008');
    const gaps = async () =>
      (await db().selectFrom('leaving').select('gaps').where('case_id', '=', youth.caseId).executeTakeFirst())?.gaps;
    await tell(youth.caseId, 'transfer.received', { transfer: 'OESL' });
    expect(await gaps()).toEqual(['notice', 'left-on', 'reason', 'meeting', 'plan']);

    const leaving = {
      leftOn: on,
      noticeOn: on,
      reason: 'FV',
      meetingHeldOn: null,
      meetingNotHeld: 'not-yet',
      planMadeOn: on,
    };
    await tell(youth.caseId, 'leaving.noted', { leaving });
    await earlyLeavers(db()).keepSchool(youth.caseId, ' Fjord videregående ');

    expect(await gaps()).toEqual(['meeting']);
    const row = await db().selectFrom('leaving').selectAll().where('case_id', '=', youth.caseId).executeTakeFirst();
    expect(row).toMatchObject({ school: 'Fjord videregående', reason: 'FV', since: on });
  });

  it('a phone mended in the meeting with NAV stands against the list that still says the old one', async () => {
    const youth = await aYouth('ordinary', '12050850009');
    const book = navMeetings(db());
    const meeting = {
      meetingId: randomUUID(),
      runId,
      area: { kind: 'unit', id: 'north' },
      on,
      tookPart: ['ot'],
    } as const;
    await book.open({ ...meeting, at, by: 'adviser' });
    await book.open({ ...meeting, at, by: 'somebody else' });
    const entry = {
      meetingId: meeting.meetingId,
      caseId: youth.caseId,
      found: 'in-work',
      runBy: [],
      at,
      by: 'adviser',
    } as const;
    await book.enter({ ...entry, contact: { mobile: '+4791111111' } });
    await book.enter({ ...entry, found: 'in-measure', runBy: ['nav'], contact: {} });

    const person = await register(db(), sealing).readPersonOf(youth.caseId);
    expect(person).toMatchObject({ mobile: '+4791111111', record: { mobiles: ['+4791111111', '+4790000001'] } });
    const [known] = await knownIn(db(), sealing, runId);
    expect(known?.mended).toEqual({ mobiles: { listSaid: ['+4790000001'] } });
    const rows = await db().selectFrom('nav_entry').selectAll().where('case_id', '=', youth.caseId).execute();
    expect(rows).toMatchObject([{ found: 'in-measure', run_by: ['nav'], changed: ['mobile'] }]);
    expect(await book.find(meeting.meetingId)).toEqual(meeting);
  });
});
