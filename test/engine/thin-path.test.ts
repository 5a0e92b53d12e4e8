import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellOtherCase } from '#activities/tell-other-case.ts';
import { day } from '#domain/calendar/day.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { mergeableOf, mergeFiles } from '#domain/youth/merge.ts';
import type { Database } from '#store/open.ts';
import { standingRow } from '#store/standing-row.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { engineForTests, engineLater } from '../support/engine.ts';

let db: Database;
let house: Awaited<ReturnType<typeof engineForTests>>;
const runId = `run-${randomUUID()}`;
const caseId = randomUUID();
const subject = `youth/${caseId}`;
const at = Date.parse('2026-10-01T08:00:00Z');
const doer = { by: 'staff-1' };

beforeAll(async () => {
  db = await memoryDatabase();
  const engine = engineLater(() => house.engine);
  house = await engineForTests(db, {
    tellMergedAway: tellOtherCase(engine, 'case.mergedAway'),
    tellCameBack: tellOtherCase(engine, 'case.cameBack'),
  });
  const input = newCase({
    caseId,
    runId,
    transfer: 'OSON',
    track: 'oson',
    unitId: null,
    caseworkerId: null,
    deadlines: {},
  });
  await db
    .insertInto('run')
    .values({
      run_id: runId,
      school_year: '2026-2027',
      title: 't',
      template_id: 'x',
      template_version: 1,
      state: 'running',
      plan_version: 1,
      rehearsal_now: null,
      rehearsal_set_at: null,
      inputs: '{}',
      created_at: at,
      created_by: null,
    })
    .execute();
  await db
    .insertInto('person')
    .values({
      person_id: 'p1',
      id_kind: null,
      name: 'Kari Prøve',
      sort_name: '',
      search_name: '',
      born_on: null,
      protection: 'none',
      mobile: null,
      record: '{}',
    })
    .execute();
  await db
    .insertInto('youth_case')
    .values({
      case_id: caseId,
      run_id: runId,
      person_id: 'p1',
      unit_id: null,
      caseworker_id: null,
      transfer_code: 'OSON',
      track: 'oson',
      status_code: null,
      main_group: null,
      target_group: null,
      status_on: null,
      via_ot: null,
      first_contact_on: null,
      choice: null,
      return_state: 'none',
      last_event: null,
      last_on: null,
      attempts: 0,
      on_list: true,
      intake_id: null,
      school: null,
    })
    .execute();
  await db
    .insertInto('standing')
    .values({
      subject,
      kind: 'youth',
      run_id: runId,
      sequence: 0,
      input: JSON.stringify(input),
      snapshot: null,
      rule_version: 1,
      next_deadline: null,
      engine: null,
      clock_ahead: 0,
    })
    .execute();
});
afterAll(async () => {
  await house?.stop();
  await db?.destroy();
});

describe('one youth on the real engine', () => {
  it('is refused a no from silence, with the rule, and takes a code after contact', async () => {
    const set = (to: string) =>
      house.engine.tell({
        subject,
        commandId: randomUUID(),
        event: {
          type: 'status.set',
          at,
          doer,
          on: day('2026-10-01'),
          age: { minor: true, target: 'covered' },
          to,
          override: null,
        } as never,
      });

    const early = await set('OTNO');
    const contact = await house.engine.tell({
      subject,
      commandId: randomUUID(),
      event: {
        type: 'contact.registered',
        at,
        doer,
        on: day('2026-10-01'),
        channel: 'phone',
        direction: 'out',
        answeredBy: 'youth',
        says: null,
      } as never,
    });
    const late = await set('OTOV');

    expect(early).toMatchObject({
      ok: false,
      refusals: [expect.objectContaining({ code: expect.stringContaining('coding.') })],
    });
    expect(contact).toMatchObject({ ok: true, value: { sequence: 1 } });
    expect(late).toMatchObject({ ok: true, value: { sequence: 2 } });
    expect(
      await db.selectFrom('youth_case').select(['status_code', 'first_contact_on', 'transfer_code']).executeTakeFirst(),
    ).toEqual({ status_code: 'OTOV', first_contact_on: '2026-10-01', transfer_code: 'OSON' });
  });

  it('takes over the history of another case of the same person, and the other case hears of it', async () => {
    const other = newCase({
      ...{ caseId: randomUUID(), runId, transfer: 'OESL', track: 'oson', unitId: 'north' },
      ...{ caseworkerId: null, deadlines: {} },
    });
    const away = `youth/${other.caseId}`;
    const person = { person_id: 'p2', name: 'Kari Prøve', sort_name: '', search_name: '', protection: 'none' };
    await db
      .insertInto('person')
      .values({ ...person, record: '{"name":{"first":"Kari","last":"Prøve"}}' })
      .execute();
    await db
      .updateTable('person')
      .set({ record: '{"name":{"first":"Kari","last":"Prøve"}}' })
      .where('person_id', '=', 'p1')
      .execute();
    await db
      .insertInto('youth_case')
      .values({
        ...{ case_id: other.caseId, run_id: runId, person_id: 'p2', track: 'oson' },
        ...{ return_state: 'none', attempts: 0, on_list: true },
      })
      .execute();
    await db
      .insertInto('standing')
      .values(standingRow('youth', away, runId, other))
      .execute();
    const there = await stepBook(db).reopen(subject);
    // `as`: a youth's standing holds a case file.
    const file = there?.standing.snapshot?.context as unknown as CaseFile;
    const more = { before: mergeableOf(file), now: mergeFiles(file, other).now };

    const merged = await house.engine.tell({
      subject,
      commandId: randomUUID(),
      event: {
        type: 'case.merged',
        at,
        doer,
        ...{ on: day('2026-10-02'), mergeId: 'merge-1', away: other.caseId, ...more },
      },
    });

    expect(merged).toMatchObject({ ok: true, value: { sequence: 3 } });
    expect(await db.selectFrom('youth_case').select(['case_id', 'unit_id', 'status_code']).execute()).toEqual([
      { case_id: caseId, unit_id: 'north', status_code: 'OTOV' },
    ]);
    await expect
      .poll(() => db.selectFrom('journal').select('event_type').where('subject', '=', away).execute(), {
        timeout: 10_000,
      })
      .toEqual([{ event_type: 'case.mergedAway' }]);
  });
});
