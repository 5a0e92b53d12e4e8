import { randomUUID } from 'node:crypto';
import { day } from '#domain/calendar/day.ts';
import { type CallOutcome, contactOf } from '#domain/phone/outcome.ts';
import type { CallTold } from '#domain/phone/phone-call.ts';
import { type CaseFile, newCase } from '#domain/youth/case-file.ts';
import { insertMany } from '#store/insert-many.ts';
import type { Database } from '#store/open.ts';
import { phoneDrives } from '#store/phone/phone-drives.ts';
import { standingRow } from '#store/standing-row.ts';
import { stepBook } from '#store/steps/step-book.ts';
import { aRun } from './store-house.ts';

/** A Wednesday at ten. */
export const ten = Date.parse('2026-11-04T09:00:00Z');

export interface PhoneYouth {
  readonly id: string;
  readonly unit?: string;
  readonly caseworker?: string;
  readonly code?: string | null;
  readonly isProtected?: boolean;
  readonly language?: string;
}

const fileOf = (runId: string, { id, unit = 'north', caseworker }: PhoneYouth): CaseFile => ({
  ...newCase({
    caseId: id,
    runId,
    transfer: 'OSON',
    track: 'oson',
    unitId: unit,
    caseworkerId: caseworker ?? null,
    deadlines: {},
  }),
  status: 'OTUK',
  statusOn: day('2026-09-10'),
});

/** A run with an open drive: youths with their standings, people who ring, everything dealt. */
export async function aDrive(db: Database, youths: readonly PhoneYouth[], callers: readonly string[]) {
  const runId = await aRun(db);
  const driveId = randomUUID();
  await db.transaction().execute(async (tx) => {
    await insertMany(
      tx,
      'staff',
      callers.map((id) => ({
        staff_id: id,
        login: id,
        name: id,
        email: null,
        password_hash: null,
        language: 'nn',
        active: true,
      })),
    );
    await insertMany(
      tx,
      'staff_role',
      callers.map((id) => ({ staff_id: id, role: 'super_user', run_id: null, unit_id: null })),
    );
    await insertMany(
      tx,
      'person',
      youths.map(({ id, isProtected = false, language = 'nb' }) => ({
        person_id: `person-${id}`,
        name: 'Ada Prøve',
        sort_name: '',
        search_name: '',
        protection: isProtected ? 'confidential' : 'none',
        record: JSON.stringify({ languageForm: language }),
      })),
    );
    await insertMany(
      tx,
      'youth_case',
      youths.map(({ id, unit = 'north', caseworker = null, code = 'OTUK' }) => ({
        case_id: id,
        run_id: runId,
        person_id: `person-${id}`,
        unit_id: unit,
        caseworker_id: caseworker,
        status_code: code,
        track: 'oson',
        return_state: 'none',
        attempts: 0,
        on_list: true,
      })),
    );
    await insertMany(
      tx,
      'standing',
      youths.map((youth) => standingRow('youth', `youth/${youth.id}`, runId, fileOf(runId, youth))),
    );
  });
  const book = phoneDrives(db);
  await book.begin({
    driveId,
    runId,
    window: null,
    opensAt: ten,
    closesAt: ten + 10 * 86_400_000,
    reportOn: '2026-11-13',
    goal: 8,
    units: null,
    callers: callers.map((staffId) => ({ staffId, units: null, share: 1 })),
    at: ten,
    by: null,
  });
  await db.updateTable('phone_drive').set({ state: 'open' }).where('drive_id', '=', driveId).execute();
  await book.deal({ driveId, how: 'new', at: ten });
  const sequences = new Map<string, number>();
  const step = (
    caseId: string,
    event: object & { readonly type: string },
    by: string,
    at: number,
    commandId: string,
  ) => {
    const sequence = (sequences.get(caseId) ?? 0) + 1;
    sequences.set(caseId, sequence);
    const youth = youths.find(({ id }) => id === caseId);
    return stepBook(db).write({
      subject: `youth/${caseId}`,
      sequence,
      event: { ...event, at, doer: { by } },
      commandId,
      snapshot: {
        value: { returned: 'none' },
        context: { ...fileOf(runId, youth ?? { id: caseId }) },
        status: 'active',
      },
      orders: [],
      settles: null,
      nextDeadline: null,
      ruleVersion: 1,
    });
  };
  return {
    runId,
    driveId,
    book,
    claim: (staffId: string, now: number) => book.claim({ driveId, staffId, units: 'all', now }),
    /** As the youth's case hears of it, by its own step. */
    call: async (
      caseId: string,
      staffId: string,
      outcome: CallOutcome,
      at: number,
      callBackAt: number | null = null,
    ) => {
      const call: CallTold = { driveId, outcome, says: null, callBackAt };
      const event = { type: 'contact.registered', on: day('2026-11-04'), ...contactOf(outcome, null, 'out'), call };
      const commandId = randomUUID();
      await step(caseId, event, staffId, at, commandId);
      return { commandId, sequence: sequences.get(caseId) ?? 0 };
    },
    withdraw: (caseId: string, staffId: string, of: number, at: number) =>
      step(
        caseId,
        { type: 'contact.withdrawn', on: day('2026-11-04'), of, entry: {}, call: { driveId, callId: '' } } as never,
        staffId,
        at,
        randomUUID(),
      ),
    card: (caseId: string) =>
      db
        .selectFrom('phone_card')
        .selectAll()
        .where('drive_id', '=', driveId)
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow(),
  };
}
