import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { letterChannel, letterPreview } from '#adapters/channels/letter-channel.ts';
import { makeCounty } from '#demo/county.ts';
import { type LetterDeskPorts, letterDesk } from '#desk/letters.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, day } from '#domain/calendar/day.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { runId as runIdOf } from '#domain/ids.ts';
import { readKey, writtenKey } from '#domain/letter/letter-key.ts';
import type { YouthRecord } from '#domain/person/youth-record.ts';
import { newCase } from '#domain/youth/case-file.ts';
import { readPostcodeRegister } from '#intake/postcodes/read-register.ts';
import { startRegister } from '#intake/postcodes/start-register.ts';
import { letterPress } from '#letters/press.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import { messageWriter } from '#letters/writer.ts';
import type { Piece } from '#ports/channel.ts';
import { messageFacts } from '#store/letters/facts.ts';
import { letterKeys } from '#store/letters/keys.ts';
import { mailRoom } from '#store/letters/mail-room.ts';
import { letterPost } from '#store/letters/post.ts';
import { keepStandardTemplates, templates } from '#store/letters/templates.ts';
import { personRow } from '#store/register/person-rows.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { standingRow } from '#store/standing-row.ts';
import { rowsEngine } from '#test/support/rows-engine.ts';
import { letterViews } from '#views/letter-views.ts';
import type { ViewPorts } from '#views/ports.ts';
import { aRun, onBothDatabases, sealing } from './store-house.ts';

const county = makeCounty({ seed: 3, youths: 60, schoolYear: '2026-2027' });
const on = day('2026-09-10');
const at = Date.parse('2026-09-10T08:00:00Z');
const press = letterPress();
const template = { templateId: 'standard-letter', version: 1 };

await onBothDatabases('letters', (db) => {
  let runId: string;
  let count = 0;
  const house = () => ({
    facts: messageFacts(db(), sealing, startRegister()),
    templates: templates(db()),
    keys: letterKeys(db(), sealing),
    press,
    post: letterPost(db(), sealing),
    writer: messageWriter,
    now: () => at,
  });
  beforeEach(async () => {
    await keepStandardTemplates(db(), standardTemplates);
    await staffBook(db()).writeCounty(county);
    runId = await aRun(db());
  });

  /** A youth of 17 at home with the mother, in the unit, unless the test says otherwise. */
  async function aCase(given: Partial<YouthRecord> = {}, unit = county.units[0]): Promise<string> {
    count += 1;
    const [personId, caseId] = [`${runId}-person-${count}`, `${runId}-case-${count}`];
    const address = {
      lines: [`Storgata ${count}`],
      postcode: unit?.posts[0]?.code ?? '',
      place: unit?.posts[0]?.place ?? '',
    };
    const record: YouthRecord = {
      name: { first: 'Ane', last: `Test${'dal'.repeat(count % 3)}` },
      born: day('2009-03-02'),
      address,
      addressProtection: 'none',
      guardians: [{ name: { first: 'Mona', last: 'Test' }, hasParentalResponsibility: true, address }],
      ...given,
    };
    await db()
      .insertInto('person')
      .values(personRow(personId, record, null, sealing))
      .execute();
    const standing = { transfer_code: 'OSON', track: 'oson', return_state: 'none', attempts: 0, on_list: true };
    await db()
      .insertInto('youth_case')
      .values({ case_id: caseId, run_id: runId, person_id: personId, unit_id: unit?.id ?? null, ...standing })
      .execute();
    return caseId;
  }
  const rewrite = async (caseId: string, change: (record: YouthRecord) => YouthRecord) => {
    const row = await db()
      .selectFrom('person')
      .innerJoin('youth_case', 'youth_case.person_id', 'person.person_id')
      .select(['person.person_id', 'record'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    const { person_id, ...set } = personRow(row.person_id, change(row.record as YouthRecord), null, sealing);
    await db().updateTable('person').set(set).where('person_id', '=', person_id).execute();
  };
  const piece = (caseId: string, addressee: Piece['addressee'] = 'youth', more: Partial<Piece> = {}): Piece => ({
    ...{ key: `${caseId}/${addressee}`, runId, caseId, addressee, language: 'nn', template, on },
    ...more,
  });
  const outcomes = async (pieces: readonly Piece[]) =>
    (await letterChannel(house()).handOver(pieces)).map((one) => (one.outcome === 'refused' ? one.why : one.outcome));
  const returnKeyOf = async (caseId: string) => {
    const wanted = {
      purpose: 'returned',
      letterKey: `${caseId}/youth`,
      runId,
      caseId,
      addressee: 'youth',
      expiresAt: at,
    } as const;
    return (await house().keys.make([wanted]))[0] ?? '';
  };

  it('are kept once, sealed, and are there when asked for', async () => {
    const caseId = await aCase();
    const both = [piece(caseId), piece(caseId, 'guardian-1')];

    expect(await outcomes(both)).toEqual(['accepted', 'accepted']);
    const before = await house().post.pdf(`${caseId}/youth`);
    expect(await outcomes(both)).toEqual(['accepted', 'accepted']);

    expect(await house().post.pdf(`${caseId}/youth`)).toEqual(before);
    expect(
      Buffer.from(before ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect([...(await letterChannel(house()).ask([`${caseId}/youth`, 'no-such'])).values()]).toEqual([
      { answer: 'taken', reference: null },
      { answer: 'not-taken' },
    ]);
    const row = await db()
      .selectFrom('letter_post')
      .selectAll()
      .where('letter_key', '=', `${caseId}/youth`)
      .executeTakeFirstOrThrow();
    expect(Buffer.from(row.pdf_sealed).includes('%PDF')).toBe(false);
    const { pdf_sealed: _, ...open } = row;
    expect(JSON.stringify(open)).not.toMatch(/Storgata|Ane|Test/);
  });

  it('are not made for a household that has changed since the list was frozen, and the receipt says no more', async () => {
    const [hidden, dead, grown, moved] = [await aCase(), await aCase(), await aCase(), await aCase()];
    await rewrite(hidden, (record) => ({ ...record, addressProtection: 'confidential' }));
    await rewrite(dead, (record) => ({ ...record, deceased: true }));
    await rewrite(grown, (record) => ({ ...record, born: day('2008-09-10') }));
    await rewrite(moved, (record) => ({ ...record, address: { lines: ['Nyvegen 1'], postcode: '9999' } }));

    expect(
      await outcomes([
        piece(hidden),
        piece(hidden, 'guardian-1'),
        piece(dead),
        piece(grown, 'guardian-1'),
        piece(moved),
      ]),
    ).toEqual(new Array(5).fill('household-changed'));
    expect(await house().post.kept([`${hidden}/youth`, `${hidden}/guardian-1`])).toEqual(new Set());
    expect(await letterChannel(house()).preview([piece(hidden), piece(hidden, 'guardian-1')])).toEqual(new Map());
  });

  it('need a template of their own language and channel', async () => {
    const caseId = await aCase();
    const wrong = [
      piece(caseId, 'youth', { template: { templateId: 'sms', version: 1 } }),
      piece(caseId, 'youth', { template: { templateId: 'standard-letter', version: 99 } }),
    ];

    expect(await outcomes(wrong)).toEqual(['no-template', 'no-template']);
  });

  it('carry keys that open one thing, until a day, and are kept as a hash', async () => {
    const caseId = await aCase();
    await outcomes([piece(caseId)]);
    const { keys } = house();
    const wanted = {
      purpose: 'reply',
      letterKey: `${caseId}/youth`,
      runId,
      caseId,
      addressee: 'youth',
      expiresAt: 0,
    } as const;
    const [key = ''] = await keys.make([wanted]);
    const typed = `https://svar.example/r/${key.toLowerCase().replace(/0/g, 'o')}`;

    expect(readKey(key)).toBe(key);
    expect(await keys.open(typed, 'reply', at)).toEqual({
      outcome: 'opened',
      letterKey: `${caseId}/youth`,
      runId,
      caseId,
      addressee: 'youth',
    });
    expect(await keys.open(key, 'returned', at)).toEqual({ outcome: 'unknown' });
    expect(await keys.open(key.slice(1), 'reply', at)).toEqual({ outcome: 'mistyped' });
    expect(await keys.open(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`, 'reply', at)).toEqual({
      outcome: 'mistyped',
    });
    expect(await keys.open(key, 'reply', Date.parse('2026-12-10T12:00:00Z'))).toEqual({ outcome: 'expired' });
    const rows = await db().selectFrom('letter_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('are gathered into a batch once, by unit and postcode, without those withdrawn', async () => {
    const [north, south] = [county.units[0], county.units[1]];
    const late = await aCase({}, south);
    const early = await aCase({}, north);
    const other = await aCase({ address: { lines: ['Prøvevegen 1'], postcode: '6403', place: 'Molde' } }, north);
    const gone = await aCase({}, north);
    await outcomes([piece(late), piece(other), piece(early), piece(gone)]);
    await house().post.discard([`${gone}/youth`]);
    const wish = { batchId: `${runId}-batch`, runId, units: 'all', at, by: 'staff-001' } as const;

    const batch = await house().post.gather(wish);

    expect(batch.letters.map(({ caseId }) => caseId)).toEqual([early, other, late]);
    expect(batch.letters[0]).toMatchObject({ unit: north?.name, postcode: north?.posts[0]?.code, pages: 2, on });
    const after = await aCase();
    await outcomes([piece(after)]);
    expect(await house().post.gather(wish)).toEqual(batch);
    expect(
      (await house().post.gather({ ...wish, batchId: `${runId}-next` })).letters.map(({ caseId }) => caseId),
    ).toEqual([after]);
  });

  it('that come back are a fault on the address, and the case goes by SMS and phone until another address is known', async () => {
    const caseId = await aCase();
    await outcomes([piece(caseId)]);
    const opened = await house().keys.open(await returnKeyOf(caseId), 'returned', at);
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    const note = { letterKey: opened.letterKey, at, by: 'staff-001' };
    const fact = async () =>
      (
        await db()
          .selectFrom('youth_case')
          .select('post_returned')
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow()
      ).post_returned;
    const pieces = async () => {
      const facts = (await house().facts.readMany([caseId])).get(caseId);
      return facts ? lettersFor(facts.youth, on as Day, await house().facts.knowledge()) : undefined;
    };

    expect([await house().post.noteReturned(note), await house().post.noteReturned(note)]).toEqual([true, false]);
    expect(await fact()).toBe(true);
    expect((await pieces())?.holds).toMatchObject([
      { addressee: 'youth', list: 'work', why: 'address', faults: [{ code: 'returned' }] },
    ]);
    expect((await pieces())?.pieces.map(({ addressee }) => addressee)).toEqual(['guardian-1']);

    await rewrite(caseId, (record) => ({ ...record, email: 'ny@test.example' }));
    expect(await fact()).toBe(true);
    await rewrite(caseId, (record) => ({
      ...record,
      address: { lines: ['Nyvegen 2'], postcode: '6403', place: 'Molde' },
    }));
    expect(await fact()).toBe(false);
    expect((await pieces())?.holds).toEqual([]);
  });

  it('have templates in versions: the same wish is one, and what was sent can be read as it was', async () => {
    const { templates: book } = house();
    const first = await book.find(template);
    const next = {
      templateId: 'standard-letter',
      channel: 'letter',
      name: 'Nytt',
      texts: first?.texts ?? {},
      at,
      by: 'staff-001',
    } as const;

    const versions = [
      await book.keep({ ...next, key: `${runId}-a` }),
      await book.keep({ ...next, key: `${runId}-a` }),
      await book.keep({ ...next, key: `${runId}-b` }),
    ];

    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).toBe((versions[0] ?? 0) + 1);
    expect(await book.find(template)).toEqual(first);
    expect(await book.newest('standard-letter')).toMatchObject({ version: versions[2], name: 'Nytt' });
    expect(await book.newest('no-such')).toBeUndefined();
  });

  it('have the county’s own head, and its postcodes when it has brought some', async () => {
    const caseId = await aCase();
    const room = mailRoom(db());
    await room.writeCountyHead({
      postAddress: ['Postboks 1'],
      organisationNumber: '999 999 999',
      web: '',
      replyAt: '',
    });
    await room.writeOfficeHead(county.units[0]?.id ?? '', { visit: [], phone: '68 05 00 01', email: '' });

    expect((await house().facts.readMany([caseId])).get(caseId)?.sender).toEqual({
      county: county.name,
      head: { postAddress: ['Postboks 1'], organisationNumber: '999 999 999', web: '', replyAt: '' },
      office: { name: county.units[0]?.name, visit: [], phone: '68 05 00 01', email: '' },
    });
    expect((await house().facts.knowledge()).placeOf('6001')).toBe('ÅLESUND');
    await room.replacePostcodes([{ code: '6001', place: 'NYSTAD' }]);
    expect((await house().facts.knowledge()).placeOf('6001')).toBe('NYSTAD');
    expect((await house().facts.knowledge()).placeOf('0150')).toBeUndefined();
    await sql`delete from postcode`.execute(db());
  });

  describe('before and after', () => {
    const systemOwner: Actor = { staffId: 'staff-001', grants: [{ role: 'system_owner', unitId: null }] };
    const inUnit = (unit: number): Actor => ({
      staffId: 'staff-002',
      grants: [{ role: 'office_staff', unitId: county.units[unit]?.id ?? '' }],
    });
    const views = () => {
      const { facts: messageFacts, writer: messageWriter } = house();
      // `as`: what letters ask of.
      return letterViews({ db: db(), ports: { messageFacts, messageWriter } as unknown as ViewPorts });
    };
    /** The desk's letters, over the rows; whoever acts may see the case if the row says so. */
    const desk = () => {
      const { facts: messageFacts, writer: messageWriter, templates: book, keys, post } = house();
      const find = async (caseId: string) => {
        const row = await db().selectFrom('youth_case').selectAll().where('case_id', '=', caseId).executeTakeFirst();
        return (
          row && {
            runId: row.run_id,
            unitId: row.unit_id,
            caseworkerId: row.caseworker_id,
            isProtected: row.is_protected,
          }
        );
      };
      const ports = {
        messageFacts,
        messageWriter,
        templates: book,
        letterKeys: keys,
        letterPost: post,
        letterPress: press,
      };
      return letterDesk({
        ...ports,
        ...{
          engine: rowsEngine(db(), {}),
          cases: { find },
          runs: { clock: async () => ({ now: at, today: on, isRehearsal: true }) },
        },
        ...{
          letterPreview: letterPreview({ ...house() }),
          mailRoom: mailRoom(db()),
          readPostcodes: readPostcodeRegister,
        },
      } as unknown as LetterDeskPorts);
    };

    it('faults are a list with the person; protected youths are on no list but the manual one, for those with the right', async () => {
      const faulty = await aCase({ address: { lines: ['Storgata 1'], postcode: '6001', place: 'Volda' } });
      const hidden = await aCase({
        name: { first: 'Skjult', last: 'Person' },
        addressProtection: 'strictly-confidential',
      });
      const abroad = await aCase({ address: { lines: ['12 Example Street'], country: 'GB' } });

      const check = await views().check(systemOwner, runIdOf(runId), on, 'standard-letter');
      const manual = await views().manual(systemOwner, runIdOf(runId), on);

      expect(check.faults).toMatchObject([
        {
          caseId: faulty,
          addressee: 'youth',
          why: 'address',
          faults: [{ code: 'place-differs', facts: { expected: 'ÅLESUND' } }],
        },
      ]);
      expect([check.letters, check.copies]).toEqual([0, 2]);
      expect(JSON.stringify(check)).not.toContain(hidden);
      expect(manual.rows.map(({ caseId }) => caseId).sort()).toEqual([hidden, abroad].sort());
      expect(JSON.stringify(manual)).not.toMatch(/protect|confidential|gradert|reason|why|abroad/);
      expect((await views().manual(inUnit(0), runIdOf(runId), on)).rows.map(({ caseId }) => caseId)).toEqual([abroad]);
      expect((await views().check(inUnit(1), runIdOf(runId), on, undefined)).faults).toEqual([]);
    });

    it('nothing of a protected youth is previewed, not even for those who may see them', async () => {
      const [open, hidden] = [await aCase(), await aCase({ addressProtection: 'client' })];
      const wish = { runId, templateId: 'standard-letter', addressee: 'youth' } as const;

      expect(await desk().preview(systemOwner, { ...wish, caseId: open })).toMatchObject({
        ok: true,
        value: { pages: 2 },
      });
      expect(await desk().preview(systemOwner, { ...wish, caseId: open, templateId: 'sms' })).toMatchObject({
        ok: true,
        value: { channel: 'sms' },
      });
      for (const templateId of ['standard-letter', 'sms'])
        expect(await desk().preview(systemOwner, { ...wish, caseId: hidden, templateId })).toMatchObject({
          ok: false,
          refusals: [{ code: 'letter.byHand' }],
        });
      expect(await desk().preview(inUnit(0), { ...wish, caseId: hidden })).toMatchObject({
        refusals: [{ code: 'access.notFound' }],
      });
    });

    it('who was protected between the making and the printing is not printed', async () => {
      const [stays, hidden] = [await aCase(), await aCase()];
      await outcomes([piece(stays), piece(hidden), piece(hidden, 'guardian-1')]);
      await rewrite(hidden, (record) => ({ ...record, addressProtection: 'confidential' }));

      const printed = await desk().print(systemOwner, { commandId: `${runId}-p`, runId, language: 'nn' });

      expect(printed).toMatchObject({ ok: true, value: { letters: 1, pages: 2, withdrawn: 2, cases: [stays] } });
      const again = await desk().print(systemOwner, {
        commandId: 'other',
        batchId: `${runId}-p`,
        runId,
        language: 'nn',
      });
      expect(again).toMatchObject({ ok: true, value: { letters: 1, withdrawn: 0 } });
      expect(await desk().print(systemOwner, { commandId: `${runId}-q`, runId, language: 'nn' })).toMatchObject({
        refusals: [{ code: 'letter.nothingToPrint' }],
      });
      expect(
        await desk().print(inUnit(1), { commandId: 'x', batchId: `${runId}-p`, runId, language: 'nn' }),
      ).toMatchObject({ refusals: [{ code: 'access.notFound' }] });
    });

    it('a letter that came back is registered by its key, once, by those who may see the youth', async () => {
      const caseId = await aCase();
      await outcomes([piece(caseId)]);
      const key = await returnKeyOf(caseId);
      const wish = { commandId: 'a-wish', key: writtenKey(key) };
      const file = newCase({
        ...{ caseId, runId, transfer: 'OSON', track: 'oson', caseworkerId: null, deadlines: {} },
        unitId: county.units[0]?.id ?? null,
      });
      await db()
        .insertInto('standing')
        .values(standingRow('youth', `youth/${caseId}`, runId, file))
        .execute();
      const owner = { ...inUnit(0), grants: [{ role: 'manager', unitId: null }] } as Actor;

      expect(await desk().returned(owner, wish)).toMatchObject({ refusals: [{ code: 'access.notAllowed' }] });
      expect(await desk().returned(inUnit(1), wish)).toMatchObject({ refusals: [{ code: 'access.notFound' }] });
      expect(await desk().returned(inUnit(0), { ...wish, key: key.slice(1) })).toMatchObject({
        refusals: [{ code: 'letter.key.mistyped' }],
      });
      expect(await desk().returned(inUnit(0), wish)).toEqual({
        ok: true,
        value: { caseId, addressee: 'youth', isNew: true },
      });
      expect(await desk().returned(inUnit(0), wish)).toMatchObject({ value: { isNew: false } });
      const told = await db()
        .selectFrom('journal')
        .select(['event_type', 'event', 'by_staff', 'effective_on'])
        .where('subject', '=', `youth/${caseId}`)
        .where('event_type', '=', 'letter.cameBack')
        .execute();
      expect(told).toMatchObject([{ event: { addressee: 'youth' }, by_staff: inUnit(0).staffId, effective_on: on }]);
      const contacts = await db().selectFrom('contact').select('case_id').where('case_id', '=', caseId).execute();
      expect(contacts).toEqual([]);
    });

    it('a template with a fault is not kept, and an odd register of postcodes is not taken', async () => {
      const texts = {
        nb: { title: 'Hei', body: 'Hei {fornvn}', copyIntro: 'Kopi' },
        nn: { title: 'Hei', body: 'Du er OTUK', copyIntro: 'Kopi' },
      };
      const wish = {
        commandId: `${runId}-t`,
        templateId: `${runId}-new`,
        channel: 'letter',
        name: 'Nytt',
        texts,
      } as const;

      expect(await desk().keepTemplate(systemOwner, wish)).toMatchObject({
        refusals: [{ code: 'template.unknown-field' }],
      });
      const mended = { ...wish, texts: { ...texts, nb: { ...texts.nb, body: 'Hei {fornavn}' } } };
      expect(await desk().keepTemplate(systemOwner, mended)).toMatchObject({
        value: { version: 1, warnings: [{ code: 'revealing', found: 'OTUK' }] },
      });
      expect(await desk().keepTemplate(inUnit(0), mended)).toMatchObject({ refusals: [{ code: 'access.notAllowed' }] });
      const odd = new TextEncoder().encode('0150\tOSLO\n6001\tÅLESUND\n');
      expect(await desk().replacePostcodes(systemOwner, { commandId: 'c', bytes: odd })).toMatchObject({
        refusals: [{ code: 'postcode.tooFew' }],
      });
    });
  });
});
