import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { makeCounty } from '#demo/county.ts';
import { day } from '#domain/calendar/day.ts';
import type { ReadList } from '#domain/intake/import-plan.ts';
import { fullName } from '#domain/person/name.ts';
import type { RecordField, YouthRecord } from '#domain/person/youth-record.ts';
import type { Step } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import type { Intakes, ListReader } from '#ports/intakes.ts';
import { intakes } from '#store/intake/intakes.ts';
import { register } from '#store/register/register.ts';
import { staffBook } from '#store/staff/staff-book.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { aRun, onBothDatabases, sealing } from './store-house.ts';

const county = makeCounty({ seed: 11, youths: 220, schoolYear: '2026-2027' });
const people = county.youths.map(({ record }) => record).filter(({ transferCode }) => transferCode === 'OSON');
const [first, second, third, fourth] = people;
if (!first || !second || !third || !fourth) throw new Error('the county is too small');

const at = Date.parse('2026-08-24T08:00:00Z');
const by = 'staff-001';
const choice = Date.parse('2026-10-01T22:00:00Z');
const carries: readonly RecordField[] = [
  ...['nationalId', 'name', 'born', 'transferCode', 'address', 'mobiles', 'email', 'guardians', 'school'],
  ...['unitNumber', 'unitName', 'municipalityNumber', 'caseworkerLogin'],
] as readonly RecordField[];

/** A reader whose files are JSON: what formats there are is not the store's to know. */
const readList: ListReader = async (bytes) => {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith('[')) return { ok: false, refusals: [{ code: 'intake.feed.json' }] };
  const records = JSON.parse(text) as readonly YouthRecord[];
  const rows = records.map((record, index) => ({
    row: index + 2,
    key: sealing.blindIndex(record.nationalId?.text ?? ''),
    record,
  }));
  const list: ReadList = { rows, faulty: [], carries };
  return { ok: true, format: 'json', list };
};
const fileOf = (records: readonly YouthRecord[]) => new TextEncoder().encode(JSON.stringify(records));

await onBothDatabases('an intake', (db) => {
  let runId: string;
  let lists: Intakes;
  beforeEach(async () => {
    lists = intakes(db(), sealing, readList);
    await staffBook(db()).writeCounty(county);
    runId = await aRun(db());
  });

  const receive = (records: readonly YouthRecord[]) =>
    lists.receive({ runId, fileName: 'list.json', bytes: fileOf(records), by, at });
  const application = (intakeId: string) => ({ intakeId, by, at, deadlines: { oson: { choice } } });
  const takeIn = async (records: readonly YouthRecord[]) => {
    const received = await receive(records);
    if (received.outcome !== 'received') throw new Error(`not received: ${received.outcome}`);
    const applied = await lists.apply(application(received.intakeId));
    if (applied.outcome !== 'applied') throw new Error(`not applied: ${applied.outcome}`);
    return { ...received, ...applied };
  };
  const caseOf = async (record: YouthRecord) => {
    const personId = await register(db(), sealing).findPerson(record.nationalId ?? { text: '' });
    return db()
      .selectFrom('youth_case')
      .selectAll()
      .where('run_id', '=', runId)
      .where('person_id', '=', personId ?? '')
      .executeTakeFirstOrThrow();
  };
  const standingOf = (caseId: string) =>
    db().selectFrom('standing').selectAll().where('subject', '=', `youth/${caseId}`).executeTakeFirst();
  /** A step as the youth's workflow would record it. */
  const stepOn = async (
    caseId: string,
    change: Partial<CaseFile>,
    type = 'status.set',
    commandId: string = randomUUID(),
  ) => {
    const standing = await standingOf(caseId);
    const before = (standing?.snapshot ?? null) as { readonly context: CaseFile } | null;
    const file = before?.context ?? (standing?.input as unknown as CaseFile);
    const step: Step = {
      subject: `youth/${caseId}`,
      sequence: (standing?.sequence ?? 0) + 1,
      event: { type, at, doer: { by } },
      commandId,
      snapshot: { value: { returned: 'none' }, context: { ...file, ...change }, status: 'active' },
      orders: [],
      settles: null,
      nextDeadline: null,
      ruleVersion: 1,
    };
    return stepBook(db()).write(step);
  };
  const coded = { status: 'OTUK', statusOn: day('2026-09-01') } as const;

  it('makes a person, a case and a place to begin from for every youth', async () => {
    const { counts, opened } = await takeIn(people);

    expect(counts).toMatchObject({ rows: people.length, create: people.length, change: 0, gone: 0 });
    expect(new Set(opened).size).toBe(people.length);
    const row = await caseOf(first);
    expect(row).toMatchObject({ transfer_code: 'OSON', track: 'oson', status_code: null, on_list: true });
    expect(row).toMatchObject({ attempts: 0, last_event: 'transfer.received', last_on: '2026-08-24' });
    const standing = await standingOf(row.case_id);
    expect(standing).toMatchObject({ kind: 'youth', sequence: 0, next_deadline: choice, snapshot: null, engine: null });
    expect(standing?.input).toMatchObject({ caseId: row.case_id, track: 'oson', deadlines: { choice } });
    const journal = await db()
      .selectFrom('journal')
      .selectAll()
      .where('subject', '=', `youth/${row.case_id}`)
      .executeTakeFirst();
    expect(journal).toMatchObject({ sequence: 0, event_type: 'transfer.received', effective_on: '2026-08-24' });
  });

  it('is another list where the same file is to be read in another way, and the same again where not', async () => {
    const file = { runId, fileName: 'list.json', bytes: fileOf([first]), by, at };
    const readAs = { sheet: 'Ark2', columns: { Elev: 'fullName', Kode: 'ignore' } };

    const outcomes = [
      await lists.receive(file),
      await lists.receive({ ...file, readAs: { columns: {} } }),
      await lists.receive({ ...file, readAs }),
      await lists.receive({ ...file, readAs: { ...readAs, columns: { Kode: 'ignore', Elev: 'fullName' } } }),
      await lists.receive({ ...file, readAs: { ...readAs, sheet: 'Ark3' } }),
    ].map(({ outcome }) => outcome);

    expect(outcomes).toEqual(['received', 'already', 'received', 'already', 'received']);
  });

  it('must be approved where the sender says another number than there are', async () => {
    const told = (records: readonly YouthRecord[]) =>
      lists.receive({ runId, fileName: 'list.json', bytes: fileOf(records), by, at, declared: people.length });

    const right = await told(people);
    const wrong = await told(people.slice(1));

    expect(right).toMatchObject({ outcome: 'received', counts: { declared: people.length }, approval: [] });
    expect(wrong).toMatchObject({ outcome: 'received', approval: ['intake.approve.count'] });
  });

  it('places a youth in the unit the list names, with the caseworker it names', async () => {
    const youth = county.youths.find(({ record }) => record === first);
    await takeIn(people);

    expect(await caseOf(first)).toMatchObject({ unit_id: youth?.unit, caseworker_id: youth?.caseworker });
  });

  it('places by municipality where no unit is named, and leaves an unknown caseworker out', async () => {
    const { unitNumber: _, unitName: __, ...rest } = first;
    const youth = county.youths.find(({ record }) => record === first);
    await takeIn([{ ...rest, caseworkerLogin: 'nobody.here' }]);

    expect(await caseOf(first)).toMatchObject({ unit_id: youth?.unit, caseworker_id: null });
  });

  it('says of the very same file that it is known, and does nothing', async () => {
    const { intakeId } = await takeIn([first, second]);

    expect(await receive([first, second])).toEqual({ outcome: 'already', intakeId, state: 'planned' });
  });

  it.each(['undone', 'rejected'])('reads the very same file anew where it was %s', async (state) => {
    const { intakeId } = await takeIn([first, second]);
    await db().updateTable('intake').set({ state }).where('intake_id', '=', intakeId).execute();

    const again = await receive([first, second]);

    expect(again).toMatchObject({ outcome: 'received', counts: { create: 0, same: 2 } });
    expect(await receive([first, second])).toMatchObject({ outcome: 'already', state: 'planned' });
  });

  it('refuses a file that is no list, and keeps nothing of it', async () => {
    const bytes = new TextEncoder().encode('%PDF');

    expect(await lists.receive({ runId, fileName: 'list.pdf', bytes, by, at })).toMatchObject({
      outcome: 'unreadable',
    });
    expect(await db().selectFrom('intake').selectAll().where('run_id', '=', runId).execute()).toEqual([]);
  });

  it('received twice at once is received once', async () => {
    const both = await Promise.all([receive([first]), receive([first])]);

    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['already', 'received']);
  });

  it('applied again gives the first answer and writes nothing', async () => {
    const received = await receive(people);
    if (received.outcome !== 'received') throw new Error('not received');
    const once = await lists.apply(application(received.intakeId));

    expect(await lists.apply(application(received.intakeId))).toEqual(once);
    const { n } = await db()
      .selectFrom('youth_case')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('run_id', '=', runId)
      .executeTakeFirstOrThrow();
    expect(n).toBe(people.length);
  });

  it('never writes over status, notes or caseworker', async () => {
    await takeIn([first, second]);
    const { case_id } = await caseOf(first);
    await db()
      .insertInto('note')
      .values({ note_id: randomUUID(), case_id, text_sealed: sealing.seal('note'), recorded_at: at, by_staff: by })
      .execute();
    await stepOn(case_id, { ...coded, caseworkerId: 'staff-007' });

    const { counts, tell } = await takeIn([
      { ...first, caseworkerLogin: 'other', email: 'new@vestfjord.example' },
      second,
    ]);

    expect(counts).toMatchObject({ create: 0, change: 1, same: 1, gone: 0 });
    expect(tell).toEqual([]);
    expect(await caseOf(first)).toMatchObject({ case_id, status_code: 'OTUK', caseworker_id: 'staff-007' });
    const person = await register(db(), sealing).readPersonOf(case_id);
    expect(person?.record.email).toBe('new@vestfjord.example');
    expect(await db().selectFrom('note').selectAll().where('case_id', '=', case_id).execute()).toHaveLength(1);
  });

  it('tells a case of its new transfer code instead of writing it', async () => {
    await takeIn([first, second]);
    const { case_id } = await caseOf(first);

    const { intakeId, tell } = await takeIn([{ ...first, transferCode: 'OSNP' }, second]);

    expect(tell).toEqual([
      {
        subject: `youth/${case_id}`,
        commandId: `intake/${intakeId}/apply/transfer.received`,
        event: { type: 'transfer.received', transfer: 'OSNP' },
      },
    ]);
    expect(await caseOf(first)).toMatchObject({ transfer_code: 'OSON' });
  });

  it('moves a youth to the unit a new list names, unless a person has said otherwise', async () => {
    const [one, other] = county.units;
    if (!one || !other) throw new Error('too few units');
    const inUnit = (record: YouthRecord, unit: typeof one) => ({
      ...record,
      unitNumber: unit.number,
      unitName: unit.name,
    });
    await takeIn([inUnit(first, one), inUnit(second, one)]);
    const [byList, byHand] = [await caseOf(first), await caseOf(second)];
    await stepOn(byHand.case_id, { unitId: one.id }, 'case.assigned');

    const { tell } = await takeIn([inUnit(first, other), inUnit(second, other)]);

    expect(tell.map(({ subject, event }) => ({ subject, event }))).toEqual([
      {
        subject: `youth/${byList.case_id}`,
        event: { type: 'case.assigned', unitId: other.id, caseworkerId: byList.caseworker_id },
      },
    ]);
  });

  it('marks those who are gone, and does not count them gone again', async () => {
    await takeIn(people);
    const fewer = people.slice(1);
    const { counts, tell, approval } = await takeIn(fewer);

    expect(counts).toMatchObject({ gone: 1 });
    expect(approval).toEqual([]);
    expect(tell.map(({ event }) => event)).toEqual([{ type: 'transfer.withdrawn' }]);
    expect(await caseOf(first)).toMatchObject({ on_list: false });
    const { counts: later } = await takeIn([...fewer].reverse());
    expect(later).toMatchObject({ gone: 0, same: fewer.length });
  });

  it('takes one who comes back as the one who was gone', async () => {
    await takeIn(people);
    const { case_id } = await caseOf(first);
    await takeIn(people.slice(1));

    const { counts, tell } = await takeIn([...people].reverse());

    expect(counts).toMatchObject({ create: 0, same: people.length });
    expect(tell.map(({ subject, event }) => ({ subject, event }))).toEqual([
      { subject: `youth/${case_id}`, event: { type: 'transfer.received', transfer: 'OSON' } },
    ]);
    expect(await caseOf(first)).toMatchObject({ case_id, on_list: true });
  });

  it('asks for approval of a shrinking list', async () => {
    await takeIn(people);

    expect(await receive(people.slice(0, 5))).toMatchObject({ approval: ['intake.approve.shrinks'] });
  });

  it('is outdated when the register would no longer take it as it was looked at', async () => {
    const received = await receive([first, second]);
    await takeIn([first]);
    if (received.outcome !== 'received') throw new Error('not received');

    expect(await lists.apply(application(received.intakeId))).toEqual({ outcome: 'outdated' });
    expect(await lists.replan(received.intakeId)).toMatchObject({ counts: { create: 1, same: 1 } });
    expect(await lists.apply(application(received.intakeId))).toMatchObject({ outcome: 'applied' });
  });

  it('knows a person from another run, and makes one person and two cases', async () => {
    await takeIn([first]);
    const earlier = await caseOf(first);
    runId = await aRun(db());

    const { counts } = await takeIn([{ ...first, email: 'later@vestfjord.example' }]);

    const now = await caseOf(first);
    expect(counts).toMatchObject({ create: 1 });
    expect(now.person_id).toBe(earlier.person_id);
    expect(now.case_id).not.toBe(earlier.case_id);
    expect((await register(db(), sealing).readPerson(now.person_id))?.record.email).toBe('later@vestfjord.example');
  });

  it('finds a person by a number from before, and lets the number in force stand', async () => {
    const older = second.nationalId ?? { text: '' };
    await takeIn([first]);
    const { person_id, case_id } = await caseOf(first);
    await db().deleteFrom('person_number').where('number_index', '=', sealing.blindIndex(older.text)).execute();
    await db()
      .insertInto('person_number')
      .values({
        number_index: sealing.blindIndex(older.text),
        person_id,
        number_sealed: sealing.seal(JSON.stringify(older)),
        kind: 'd-number',
        current: false,
      })
      .execute();
    const nationalId = second.nationalId;

    const { counts } = await takeIn([{ ...first, ...(nationalId && { nationalId }), email: 'x@vestfjord.example' }]);

    expect(counts).toMatchObject({ create: 0, change: 1, gone: 0 });
    const person = await register(db(), sealing).readPersonOf(case_id);
    expect(person?.record).toMatchObject({ nationalId: first.nationalId, email: 'x@vestfjord.example' });
    await db().deleteFrom('person_number').where('number_index', '=', sealing.blindIndex(older.text)).execute();
  });

  it('undone, it takes new cases away, puts records back and the gone on the list', async () => {
    await takeIn(people.slice(0, 20));
    const gone = people.slice(1, 20);
    const { intakeId } = await takeIn([
      { ...second, email: 'new@vestfjord.example' },
      ...gone.slice(1),
      ...people.slice(20),
    ]);
    const made = await caseOf(people[20] ?? first);

    const undone = await lists.undo(intakeId);

    expect(undone).toMatchObject({ undone: people.length - 20 + 2, kept: 0 });
    expect(undone.removed).toContain(`youth/${made.case_id}`);
    expect(undone.tell.map(({ event }) => event)).toEqual([{ type: 'transfer.received', transfer: 'OSON' }]);
    expect(await standingOf(made.case_id)).toBeUndefined();
    const row = await caseOf(second);
    expect((await register(db(), sealing).readPersonOf(row.case_id))?.record.email).toBe(second.email);
    expect(await caseOf(first)).toMatchObject({ on_list: true });
    expect(await lists.undo(intakeId)).toEqual(undone);
  });

  it('undone, it keeps a case that somebody has worked on since', async () => {
    const { intakeId } = await takeIn([first, second, third]);
    const [coding, noted] = [await caseOf(first), await caseOf(second)];
    await stepOn(coding.case_id, coded);
    await db()
      .insertInto('note')
      .values({
        note_id: randomUUID(),
        case_id: noted.case_id,
        text_sealed: sealing.seal('x'),
        recorded_at: at,
        by_staff: by,
      })
      .execute();

    expect(await lists.undo(intakeId)).toMatchObject({ undone: 1, kept: 2 });
    expect(await caseOf(first)).toMatchObject({ status_code: 'OTUK' });
    expect(await register(db(), sealing).findPerson(first.nationalId ?? { text: '' })).toBeDefined();
  });

  it('undone, it does not take back what a later list has confirmed, unless that one is undone too', async () => {
    const one = await takeIn([first, second]);
    const later = await takeIn([first, second, third]);

    expect(await lists.undo(later.intakeId)).toMatchObject({ undone: 1, kept: 0 });
    const again = await takeIn([second, first]);
    expect(await lists.undo(one.intakeId)).toMatchObject({ undone: 0, kept: 2 });
    expect(await lists.undo(again.intakeId)).toMatchObject({ undone: 0, kept: 0 });
  });

  it('what an intake told a case itself is no edit', async () => {
    await takeIn([first, second]);
    const { case_id } = await caseOf(first);
    const { intakeId, tell } = await takeIn([{ ...first, transferCode: 'OSNP' }, second]);
    await stepOn(case_id, { transfer: 'OSNP' }, 'transfer.received', tell[0]?.commandId);

    const undone = await lists.undo(intakeId);

    expect(undone).toMatchObject({ undone: 1, kept: 0 });
    expect(undone.tell.map(({ event }) => event)).toEqual([{ type: 'transfer.received', transfer: 'OSON' }]);
  });

  it('shows who would be made, changed and gone, with what changes', async () => {
    await takeIn(people.slice(0, 60));
    const moved = { ...second, address: { lines: ['Nyveien 1'], postcode: '8001', place: 'Bodø' } };
    const received = await receive([moved, ...people.slice(2, 60), ...people.slice(60, 62)]);
    if (received.outcome !== 'received') throw new Error('not received');

    const change = await lists.preview(received.intakeId, 'change', 0);
    const gone = await lists.preview(received.intakeId, 'gone', 0);
    const same = await lists.preview(received.intakeId, 'same', 1);

    expect(change).toMatchObject({ format: 'json', fileName: 'list.json', state: 'planned', counts: { change: 1 } });
    expect(change?.rows).toMatchObject([{ row: 2, name: fullName(second.name), fields: [{ field: 'address' }] }]);
    expect(gone?.rows.map(({ name }) => name)).toEqual([fullName(first.name)]);
    expect(same?.rows).toHaveLength(8);
    expect(await lists.preview('unknown', 'gone', 0)).toBeUndefined();
  });

  it('keeps no national id in the clear anywhere, and no name where the engine and its history look', async () => {
    await takeIn(people);
    const texts = await everyText(db());
    const ids = people.flatMap(({ nationalId, guardians = [] }) =>
      [nationalId, ...guardians.map((guardian) => guardian.nationalId)].flatMap((id) => id?.text ?? []),
    );
    const names = people.map(({ name }) => fullName(name));

    expect(texts.size).toBeGreaterThan(20);
    for (const [table, text] of texts) {
      expect(
        ids.filter((id) => text.includes(id)),
        table,
      ).toEqual([]);
      if (!['person', 'staff'].includes(table))
        expect(
          names.filter((name) => text.includes(name)),
          table,
        ).toEqual([]);
    }
  });
});

/** Every row of every table as text, bytes included. */
async function everyText(db: ReturnType<Parameters<Parameters<typeof onBothDatabases>[1]>[0]>) {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
  const texts = new Map<string, string>();
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(db);
    texts.set(name, rows.rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}
