import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerformers } from '#activities/performers.ts';
import { createPhonePerformers } from '#activities/phone-performers.ts';
import { day } from '#domain/calendar/day.ts';
import { newCampaign } from '#domain/campaign/campaign-file.ts';
import type { IntakeFile } from '#domain/run/files.ts';
import type { Happening } from '#domain/standing.ts';
import type { Intakes } from '#ports/intakes.ts';
import { acts } from '#store/acts/acts.ts';
import { assignments } from '#store/assignment/assignments.ts';
import { campaigns } from '#store/campaigns/campaigns.ts';
import { engineMarks } from '#store/engine-marks.ts';
import type { Database } from '#store/open.ts';
import { phoneDrives } from '#store/phone/phone-drives.ts';
import { runs } from '#store/runs/runs.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { engineForTests, engineLater } from '../support/engine.ts';
import { households } from '../support/households.ts';
import { writeYear, writeYouth } from '../support/rows.ts';
import { type History, keep } from './kept.ts';

const at = Date.parse('2026-10-01T08:00:00Z');
const on = day('2026-10-01');
const happened = (type: string, more: object = {}): Happening => ({ type, at, doer: { by: 'somebody' }, ...more });
const heard = (says: string | null) =>
  happened('contact.registered', { on, channel: 'phone', direction: 'out', answeredBy: 'youth', says });
const coded = (to: string) =>
  happened('status.set', { on, age: { minor: true, target: 'covered' }, to, override: null });

/** Lives each kind of workflow through its year in a few seconds, on a real server, and keeps what the server wrote. */
describe.runIf(process.env.AARSHJUL_RECORD)('the kept histories are made anew', () => {
  let db: Database;
  let house: Awaited<ReturnType<typeof engineForTests>>;
  /** For those with few steps in a year: begins anew every other one. */
  let restless: Awaited<ReturnType<typeof engineForTests>>;
  const runId = 'run';
  const task = (id: string) => `task/${runId}/${id}`;

  const later = engineLater(() => house.engine);
  const fact = (type: string, more: object) => async () => happened(type, more);

  beforeAll(async () => {
    db = await memoryDatabase();
    await writeYear(db, runId);
    const none = () => Promise.reject(new Error('no lists arrive here'));
    const intakes: Intakes = { receive: none, runOf: none, replan: none, apply: none, undo: none, preview: none };
    const kept = runs(db, () => Date.now());
    const ours = createPerformers({
      engine: later,
      runs: kept,
      counting: { freeze: async () => {} },
      intakes,
      acts: acts(db),
      assignments: assignments(db),
      campaigns: { waitingIn: async () => [] },
    });
    const lists = {
      readList: fact('list.planned', { counts: { create: 2 }, approval: [] }),
      applyList: fact('list.applied', { counts: { create: 2 } }),
      openCases: async () => null,
      undoList: fact('list.undone', { kept: 0 }),
    };
    let page = 0;
    const sendings = {
      freezeRecipients: fact('recipients.frozen', { list: 1, fingerprint: 'mark', recipients: 3 }),
      handOverPage: async () => {
        page += 1;
        return happened('page.handedOver', { page, left: page < 4 });
      },
      noteContacts: fact('contacts.noted', { left: false, uncertain: 0 }),
      codeRecipients: async () => null,
    };
    const performers = { ...ours, ...lists, ...sendings, ...createPhonePerformers(phoneDrives(db)) };
    house = await engineForTests(db, performers, 6);
    restless = await engineForTests(db, performers, 2);
  });
  afterAll(async () => {
    await house?.stop();
    await restless?.stop();
    await db?.destroy();
  });

  const tell = (subject: string, event: Happening, on = house) =>
    on.engine.tell({ subject, commandId: randomUUID(), event });

  it('a youth: attempts, answers, codes, a refusal, a deadline that passes, and a new run', async () => {
    const subject = await writeYouth(db, runId, 'youth', { choice: Date.now() + 3000 });
    await house.engine.openMany([subject]);
    await eventually(async () => (await engineMarks(db).unopenedAmong('test', [subject])).length === 0);
    await tell(subject, coded('OTUK'));
    await tell(subject, coded('OTNO'));
    await house.engine.hear({ subject, commandId: randomUUID(), event: heard(null) });
    await tell(subject, coded('OTOV'));
    await house.engine.lookAgain([subject]);
    await eventually(async () => (await steps(subject)).includes('deadline.passed'));
    await tell(subject, happened('choice.made', { on, choice: 'own-contact' }));
    await Promise.all([heard('other'), heard('no-to-ot'), heard(null)].map((event) => tell(subject, event)));
    await tell(subject, coded('OTNO'));
    await keepRuns('youth', subject);
  });

  it('a year: a completion, the plan it moves, and its end', async () => {
    const subject = `year/${runId}`;
    const anchor = 'letters.last-sent';
    await tell(subject, happened('anchor.completed', { anchor, on: day('2026-10-20') }));
    await eventually(async () => (await steps(subject)).includes('plan.changed'));
    await tell(subject, happened('anchor.withdrawn', { anchor }));
    await eventually(async () => (await steps(subject)).filter((type) => type === 'plan.changed').length === 2);
    await tell(subject, happened('year.closed', { openPhases: ['sms'], reason: 'a trial' }));
    await tell(subject, happened('year.reopened', { reason: 'a trial' }));
    await keepRuns('year', subject);
  });

  it('a phase with its tasks: released, ticked at once, done, and open again', async () => {
    const subject = `phase/${runId}/planning`;
    await tell(task('planning.meeting-spring'), happened('task.completed'));
    await eventually(async () => (await steps(task('planning.meeting-autumn'))).includes('task.released'));
    // Some tasks close themselves, and would wait for youths that nobody codes here.
    const reason = 'recorded without caseworkers';
    const ready = () =>
      db
        .selectFrom('task')
        .select('task_id')
        .where('run_id', '=', runId)
        .where('phase_id', '=', 'planning')
        .where('state', '=', 'ready')
        .execute();
    await eventually(async () => {
      const open = await ready();
      await Promise.all(open.map(({ task_id }) => tell(task(task_id), happened('task.completed', { reason }))));
      return (await steps(subject)).includes('work.finished');
    });
    await tell(task('planning.agree-lists'), happened('task.reopened'));
    await house.engine.lookAgain([subject]);
    await eventually(async () => (await steps(subject)).includes('work.resumed'));
    await keepRuns('phase', subject);
  });

  it.each([
    ['an intake', 'intake', 'list'],
    ['an intake that begins anew', 'intake-anew', 'other-list'],
  ])('%s: applied and undone', async (_, kept, intakeId) => {
    const subject = `intake/${intakeId}`;
    const on = kept === 'intake' ? house : restless;
    const file: IntakeFile = {
      intakeId,
      runId,
      counts: { create: 2 },
      approval: ['shrinking'],
      approvedBy: null,
      kept: 0,
      deadlines: {},
    };
    await db
      .insertInto('standing')
      .values({
        subject,
        kind: 'intake',
        run_id: runId,
        sequence: 0,
        input: JSON.stringify(file),
        snapshot: null,
        rule_version: 1,
        next_deadline: null,
        engine: null,
        clock_ahead: 0,
      })
      .execute();
    await tell(subject, happened('intake.approved'), on);
    await tell(subject, happened('intake.applied'), on);
    await eventually(async () => (await steps(subject)).includes('list.applied'));
    await tell(subject, happened('intake.undone'), on);
    await eventually(async () => (await steps(subject)).includes('list.undone'));
    await keepRuns(kept, subject);
  });

  it('a campaign: listed, approved, its regret window over, handed over in pages, and a row settled by a person', async () => {
    const subject = 'campaign/sms-1';
    const template = { templateId: 'sms', version: 1 };
    const given = { campaignId: 'sms-1', runId, channel: 'sms', purpose: 'sms-round', template, sendAt: at } as const;
    const file = newCampaign({ ...given, by: 'maker' });
    const made = { title: 'SMS 1', filter: {}, taskId: null, at, by: 'maker' };
    await campaigns(db, households).plan({ file, ...made });
    await tell(subject, happened('preview.asked'));
    await eventually(async () => (await steps(subject)).includes('recipients.frozen'));
    const soon = Date.now() + 2000;
    const looked = { list: 1, fingerprint: 'mark', regretUntil: soon, handOverAt: soon + 1000 };
    await tell(subject, { ...happened('campaign.approved', looked), doer: { by: 'approver' } });
    await eventually(async () => (await steps(subject)).includes('contacts.noted'));
    await tell(subject, happened('uncertain.settled', { key: 'sms-1.1.0', as: 'sent', handOverAt: at }));
    await eventually(async () => (await steps(subject)).filter((type) => type === 'contacts.noted').length === 2);
    await keepRuns('campaign', subject);
  });

  it.each([
    ['a bulk act', 'act', 'many'],
    ['a bulk act that begins anew', 'act-anew', 'others'],
  ])('%s: carried out with one refused, and undone with one kept', async (_, kept, actId) => {
    const subject = `act/${actId}`;
    const on = kept === 'act' ? house : restless;
    const youths = ['first', 'second', 'third'].map((id) => `${id}-${actId}`);
    for (const id of youths) await writeYouth(db, runId, id);
    const moved = { type: 'case.assigned', unitId: null, caseworkerId: 'adviser' } as const;
    const refused = { ...coded('OTNO'), type: 'status.set' } as const;
    const parts = youths.map((caseId, index) => ({ caseId, event: index === 2 ? refused : moved }));
    const act = { actId, runId, kind: 'assignment', by: null, at: Date.now(), because: {} } as const;
    await acts(db).begin({ ...act, parts });
    await tell(subject, happened('act.ordered'), on);
    await eventually(async () => (await steps(subject)).includes('act.carriedOut'));
    await tell(`youth/second-${actId}`, happened('case.assigned', { unitId: null, caseworkerId: 'another' }));
    await tell(subject, happened('act.undone'), on);
    await eventually(async () => (await steps(subject)).includes('act.takenBack'));
    expect(await acts(db).counts(actId)).toEqual({ waiting: 0, done: 0, refused: 1, undone: 1, kept: 1 });
    await keepRuns(kept, subject);
  });

  it('a phone drive: opened, shared out, one who rings leaves, moved, closed and opened again', async () => {
    const subject = 'drive/autumn';
    const caller = (staffId: string) => ({ staffId, units: null, share: 1 });
    const [opensAt, closesAt] = [Date.now() + 86_400_000, Date.now() + 10 * 86_400_000];
    await phoneDrives(db).begin({
      ...{ driveId: 'autumn', runId, window: null, reportOn: on, goal: 8, units: null, at: Date.now(), by: null },
      ...{ opensAt, closesAt, callers: [caller('one'), caller('two')] },
    });
    // New youths are looked for every working day: the drive's days are the real ones.
    const now = (type: string, more: object = {}) => ({ ...happened(type, more), at: Date.now() });
    const dealt = async (times: number) =>
      (await steps(subject)).filter((type) => type === 'cards.dealt').length === times;
    await tell(subject, now('drive.opened'));
    await eventually(() => dealt(1));
    await tell(subject, now('callers.left', { staffIds: ['two'] }));
    await eventually(() => dealt(2));
    const soon = Date.now() + 2000;
    await tell(subject, now('drive.moved', { opensAt: soon - 1000, closesAt: soon }));
    await eventually(async () => (await steps(subject)).includes('deadline.passed'));
    await tell(subject, now('drive.reopened', { closesAt: Date.now() + 86_400_000 }));
    await eventually(() => dealt(3));
    await tell(subject, now('drive.closed'));
    await keepRuns('drive', subject);
  });

  async function steps(subject: string): Promise<readonly string[]> {
    const rows = await db.selectFrom('journal').select('event_type').where('subject', '=', subject).execute();
    return rows.map(({ event_type }) => event_type);
  }

  /** A run's history when it has begun and nothing is under way in it. */
  async function restingHistory(workflowId: string, ofRun: string | undefined): Promise<History> {
    let history: History = {};
    await eventually(async () => {
      const handle = house.client.workflow.getHandle(workflowId, ofRun);
      const { raw } = await handle.describe();
      history = await handle.fetchHistory();
      const hasBegun = history.events?.some((one) => one.workflowTaskCompletedEventAttributes) ?? false;
      return hasBegun && !raw.pendingWorkflowTask && !raw.pendingActivities?.length;
    });
    return history;
  }

  /** All runs of a workflow, the first one first. */
  async function keepRuns(name: string, workflowId: string): Promise<void> {
    const histories: History[] = [];
    let runId: string | undefined;
    do {
      const history = await restingHistory(workflowId, runId);
      histories.unshift(history);
      runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    } while (runId !== undefined);
    for (const [index, history] of histories.entries()) keep(`${name}-${index + 1}`, history);
  }
});

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left -= 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}
