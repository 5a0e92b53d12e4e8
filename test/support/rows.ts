import { day } from '#domain/calendar/day.ts';
import { rollForward } from '#domain/plan/roll-forward.ts';
import { type Deadlines, earliest, type Step } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';
import { newCase } from '#domain/youth/case-file.ts';
import type { Database } from '#store/open.ts';
import { runs } from '#store/runs/runs.ts';
import { inputs } from './virtual-county.ts';

const start = Date.parse('2026-05-04T07:00:00Z');

/** The virtual county's year as rows of a real database; with a moment, a rehearsal that begins there. */
export async function writeYear(db: Database, runId: string, rehearsalNow: number | null = null): Promise<void> {
  const plan = rollForward(inputs());
  const run = {
    runId,
    title: 'Prøveåret',
    inputs: inputs(),
    plan,
    rehearsalNow,
    realNow: rehearsalNow === null ? start : Date.now(),
    at: rehearsalNow ?? start,
    by: null,
  };
  await runs(db, () => Date.now()).start(run);
}

/** A youth's rows, transferred as OSON and not yet anybody's; gives the subject. */
export async function writeYouth(
  db: Database,
  runId: string,
  caseId: string,
  deadlines: Deadlines = {},
): Promise<string> {
  const subject = `youth/${caseId}`;
  const file: CaseFile = newCase({
    caseId,
    runId,
    transfer: 'OSON',
    track: 'oson',
    unitId: null,
    caseworkerId: null,
    deadlines,
  });
  await db
    .insertInto('person')
    .values({
      person_id: `person-${caseId}`,
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
      person_id: `person-${caseId}`,
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
      input: JSON.stringify(file),
      snapshot: null,
      rule_version: 1,
      next_deadline: earliest(deadlines)?.at ?? null,
      engine: null,
      clock_ahead: 0,
    })
    .execute();
  return subject;
}

/** A step that codes a youth as OTUK, as its machine would write it from that case file; with what is different in it. */
export const otukStep = (
  subject: string,
  file: object,
  sequence: number,
  at: number,
  change: Partial<Step> = {},
): Step => ({
  subject,
  sequence,
  event: { type: 'status.set', at: at + sequence, doer: { by: 'staff-1' } },
  commandId: null,
  snapshot: {
    value: { returned: 'none' },
    context: { ...file, status: 'OTUK', statusOn: day('2026-09-01') },
    status: 'active',
  },
  orders: [],
  settles: null,
  nextDeadline: null,
  ruleVersion: 1,
  ...change,
});
