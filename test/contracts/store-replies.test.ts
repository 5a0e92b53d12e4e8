import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { receiveAndAct } from '#desk/replies/heard.ts';
import { readPhone } from '#intake/phone.ts';
import type { NewReply } from '#ports/inbox.ts';
import { inbox } from '#store/replies/inbox.ts';
import { openZoneBook } from '#store/replies/open-zone.ts';
import { hasRepliedSince } from '#store/replies/senders.ts';
import { writeYear, writeYouth } from '../support/rows.ts';
import { onBothDatabases, sealing } from './store-house.ts';

const [own, second, mothers, shared] = ['+4790000101', '+4790000102', '+4790000103', '+4790000104'];

await onBothDatabases('the inbox', (db) => {
  let runId: string;
  const book = () =>
    inbox({
      db: db(),
      sealing,
      newId: randomUUID,
      readNumber: (text) => {
        const read = readPhone(text);
        return read.ok ? read.number : undefined;
      },
    });
  const youth = async (name: string, record: object, mobile: string | null = null): Promise<string> => {
    const id = `${name}-${runId}`;
    await writeYouth(db(), runId, id);
    await db()
      .updateTable('person')
      .set({ record: JSON.stringify(record), mobile })
      .where('person_id', '=', `person-${id}`)
      .execute();
    return id;
  };
  const mobileOf = async (id: string) =>
    (await db().selectFrom('person').select('mobile').where('person_id', '=', `person-${id}`).executeTakeFirstOrThrow())
      .mobile;
  const sms = (from: string, text: string, externalId: string = randomUUID()): NewReply => ({
    ...{ channel: 'sms', externalId, from, text, at: 5_000, runId },
  });
  beforeEach(async () => {
    // Everybody of the tests before has the same numbers.
    for (const table of ['inbound', 'number_mark', 'channel_reservation'])
      await sql`delete from ${sql.table(table)}`.execute(db());
    await sql`update person set record = '{}', mobile = null`.execute(db());
    runId = randomUUID();
    await writeYear(db(), runId);
  });

  it('receives the same message once, and knows whose number it is', async () => {
    const kari = await youth('kari', { mobiles: [own, second] });
    const first = await book().receive(sms(own, 'Ja', 'x1'));
    const again = await book().receive(sms(own, 'Ja', 'x1'));

    expect(first).toEqual({ inboundId: expect.any(String), isNew: true, sender: { kind: 'certain', caseId: kari } });
    expect(again).toEqual({ ...first, isNew: false });
    expect(await book().find(first.inboundId)).toMatchObject({
      caseId: kari,
      number: own,
      text: 'Ja',
      state: 'waiting',
    });
  });

  it('receives one when the same is posted twice in the same moment', async () => {
    const both = await Promise.all([1, 2].map(() => book().receive(sms(own, 'Ja', 'x2'))));

    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(both[0]?.inboundId).toBe(both[1]?.inboundId);
  });

  it('asks a person where siblings share a phone, or a guardian could be meant', async () => {
    const [ola, per] = [await youth('ola', { mobiles: [shared] }), await youth('per', { phones: [shared] })];
    const liv = await youth('liv', { mobiles: [own], guardians: [{ name: {}, mobiles: [mothers] }] });

    const siblings = await book().receive(sms(shared, 'Ja'));
    const mother = await book().receive(sms(mothers, 'Hun jobber'));

    expect(siblings.sender.kind === 'asked' && [...siblings.sender.cases].sort()).toEqual([ola, per].sort());
    expect(mother.sender).toEqual({ kind: 'asked', cases: [liv] });
    expect((await book().find(mother.inboundId))?.caseId).toBeNull();
  });

  it('finds a sender by e-mail address in any case, and knows nobody of a number nobody has', async () => {
    const kari = await youth('kari', { email: 'Kari@Example.no' });

    const mail = await book().receive({ ...sms('kari@example.NO', 'Hei'), channel: 'email' });
    const nobody = await book().receive(sms('+4790000999', 'Hei'));

    expect(mail.sender).toEqual({ kind: 'certain', caseId: kari });
    expect(nobody.sender).toEqual({ kind: 'unknown' });
  });

  it('keeps what was written unreadable at rest', async () => {
    await youth('kari', { mobiles: [own] });
    await book().receive(sms(own, 'Eg er på skule'));

    const [row] = await db().selectFrom('inbound').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('skule');
    expect(JSON.stringify(row)).not.toContain(own.slice(3));
  });

  it('obeys a stop before anybody has read it: the number is left, the next one too, and the person is reserved', async () => {
    const kari = await youth('kari', { mobiles: [own, second] }, own);
    await receiveAndAct({ inbox: book() }, sms(own, 'STOPP!'));

    expect(await mobileOf(kari)).toBe(second);
    expect(await db().selectFrom('channel_reservation').selectAll().execute()).toEqual([
      { person_id: `person-${kari}`, channel: 'sms', since: 5_000, why: 'said-stop' },
    ]);
  });

  it('obeys a stop from a shared phone for each who has it', async () => {
    const [ola, per] = [
      await youth('ola', { mobiles: [shared] }, shared),
      await youth('per', { mobiles: [shared] }, shared),
    ];
    await receiveAndAct({ inbox: book() }, sms(shared, 'stop'));

    expect([await mobileOf(ola), await mobileOf(per)]).toEqual([null, null]);
  });

  it('believes a wrong number where it was one youth’s, and leaves it to a person where it could be another’s', async () => {
    const kari = await youth('kari', { mobiles: [own] }, own);
    const ola = await youth('ola', { mobiles: [shared] }, shared);
    await youth('per', { mobiles: [shared] }, shared);
    await receiveAndAct({ inbox: book() }, sms(own, 'Feil nummer'));
    await receiveAndAct({ inbox: book() }, sms(shared, 'Feil nummer'));

    expect(await mobileOf(kari)).toBeNull();
    expect(await mobileOf(ola)).toBe(shared);
  });

  it('does not let a new list bring a wrong number back', async () => {
    const kari = await youth('kari', { mobiles: [own] }, own);
    await book().markNumber(kari, own, 'wrong', 1, 'inbound');
    await db()
      .updateTable('person')
      .set({ record: JSON.stringify({ mobiles: [own, second] }), mobile: own })
      .where('person_id', '=', `person-${kari}`)
      .execute();

    expect(await mobileOf(kari)).toBe(second);
  });

  it('tells that somebody may have replied since, until it is set aside', async () => {
    const kari = await youth('kari', { mobiles: [own] });
    const { inboundId } = await book().receive(sms(own, 'Ja'));
    const replied = async (since: number) =>
      (
        await db()
          .selectFrom('youth_case')
          .select('case_id')
          .where('case_id', '=', kari)
          .where(({ ref, val }) => hasRepliedSince(ref('youth_case.case_id'), val(since)))
          .execute()
      ).length;

    expect([await replied(4_000), await replied(6_000)]).toEqual([1, 0]);
    await book().setAside(inboundId, 'staff', 6_000);
    expect(await replied(4_000)).toBe(0);
    await book().bringBack(inboundId);
    expect(await replied(4_000)).toBe(1);
  });

  it('keeps a delivery report once, however often it is told', async () => {
    await sql`delete from sms_report`.execute(db());
    const report = { key: 'k1', reference: null, state: 'delivered', why: 'dlr 1' } as const;
    await book().noteReports([report, { ...report, state: 'buffered' }], 1);
    await book().noteReports([report], 2);

    expect(await db().selectFrom('sms_report').select(['state', 'heard_at']).orderBy('state').execute()).toEqual([
      { state: 'buffered', heard_at: 1 },
      { state: 'delivered', heard_at: 1 },
    ]);
  });

  it('joins the open zone’s report to its message by number, and by name where a number is two messages’', async () => {
    const zone = openZoneBook(db(), sealing);
    const rows = [
      { key: `a${runId}`, name: 'Åse Ås', to: own },
      { key: `b${runId}`, name: 'Ola Å', to: shared },
      { key: `c${runId}`, name: 'Per Å', to: shared },
    ];
    const fileId = `f${runId}`;
    await zone.begin({ fileId, batch: 'b', region: 'Nord', rows, at: 1, expiresAt: 100 });
    await zone.written(fileId);
    const reported = [
      { name: '', to: own, state: 'delivered' },
      { name: 'Å, Per', to: shared, state: 'failed' },
      { name: '', to: shared, state: 'failed' },
      { name: 'Nobody', to: '+4790000888', state: 'failed' },
    ] as const;

    const { reports, leftOver } = await zone.reconcile(reported, 50);

    expect(reports.map(({ key, state }) => [key, state])).toEqual([
      [`a${runId}`, 'delivered'],
      [`c${runId}`, 'failed'],
    ]);
    expect(leftOver).toBe(2);
    expect(await zone.over(99)).not.toContain(fileId);
    expect(await zone.over(100)).toContain(fileId);
    await zone.expired(fileId, 100);
    expect((await zone.filesOf([`a${runId}`])).get(`a${runId}`)).toEqual({ fileId, state: 'expired' });
    expect((await zone.reconcile(reported, 101)).reports).toEqual([]);
  });

  it('belongs to the year that runs, a real one before a rehearsal', async () => {
    expect(await book().runThatRuns()).toBeDefined();
  });
});
