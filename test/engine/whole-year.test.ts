import { randomUUID } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import { fullName } from '#domain/person/name.ts';
import type { RunningHouse } from '#runtime/embedded.ts';
import {
  caseIds,
  demoIn,
  processOwner,
  removeHome,
  startHome,
  systemOwner,
  temporaryHome,
  until,
} from '../support/embedded-county.ts';

let home: string;
let running: RunningHouse;
let runId: string;

/** What the process says, and what the engine's worker says of what went wrong. */
const said: string[] = [];
const heard = (line: unknown) => {
  said.push(String(line));
  return true;
};

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation(heard);
  home = await temporaryHome();
  running = await startHome(home, heard);
  ({ runId } = await demoIn(running, home, 20));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await running?.stop();
  await removeHome(home);
});

const phases = async () => {
  const rows = await running.house.db.selectFrom('phase').select(['phase_id', 'state']).orderBy('position').execute();
  return Object.fromEntries(rows.map(({ phase_id, state }) => [phase_id, state]));
};
const forward = (to: string) =>
  running.house.desk.rehearsal.forward(processOwner, { commandId: `forward-${to}`, runId, to: day(to) });
const readyIn = async (phaseId: string) =>
  (
    await running.house.db
      .selectFrom('task')
      .select('task_id')
      .where('phase_id', '=', phaseId)
      .where('state', '=', 'ready')
      .execute()
  ).map(({ task_id }) => task_id);
/** Some tasks close themselves, and would wait for youths that nobody codes here. */
const reason = 'rehearsed without caseworkers';
/** Does what can be done in a phase until nothing is ready; what waits is let go as it goes. */
const finish = async (phaseId: string) => {
  for (let ready = await readyIn(phaseId); ready.length > 0; ready = await readyIn(phaseId)) {
    for (const taskId of ready)
      await running.house.desk.tasks.complete(processOwner, { commandId: randomUUID(), runId, taskId, reason });
    await until(
      'those who waited are told',
      async () =>
        (await running.house.db.selectFrom('orders').select('order_key').where('state', '<>', 'settled').execute())
          .length === 0,
    );
  }
};

const settled = () =>
  until(
    'every order is settled',
    async () =>
      (await running.house.db.selectFrom('orders').select('order_key').where('state', '<>', 'settled').execute())
        .length === 0,
  );

/** Everything that a year may hold beside its lists: a call with a note, many at once, a sending, a reply. */
async function liveOn(note: string): Promise<void> {
  const { desk, inbox, register, runs } = running.house;
  const [one = '', ...others] = await caseIds(running);
  const wish = () => ({ commandId: randomUUID(), runId });
  const { today, now } = await runs.clock(runId);
  const contact = { channel: 'phone', direction: 'out', answeredBy: 'youth', says: null } as const;
  await desk.youths.registerContact(systemOwner, { ...wish(), caseId: one, ...contact, note });
  await desk.youths.code(systemOwner, { ...wish(), caseId: one, to: 'OTUK' });
  const event = { type: 'choice.made', choice: 'standard-letter' } as const;
  const parts = others.slice(0, 5).map((caseId) => ({ caseId, event }));
  await desk.acts.begin(systemOwner, { ...wish(), kind: 'choice', because: { choice: 'standard-letter' }, parts });
  const template = { templateId: 'sms', version: 1 };
  const about = { title: 'Runde', channel: 'sms', purpose: 'other', filter: {}, template } as const;
  const planned = await desk.campaigns.plan(systemOwner, { ...wish(), ...about, taskId: null });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals));
  await desk.campaigns.preview(systemOwner, { ...wish(), campaignId: planned.value.campaignId });
  const callers = [{ staffId: systemOwner.staffId, units: null, share: 1 }];
  const started = await desk.phone.start(systemOwner, { ...wish(), opensOn: today, closesOn: today, goal: 8, callers });
  if (!started.ok) throw new Error(JSON.stringify(started.refusals));
  const { driveId } = started.value;
  await desk.phone.take(systemOwner, { ...wish(), driveId, caseId: one });
  await desk.phone.outcome(systemOwner, { ...wish(), driveId, caseId: one, outcome: 'busy', says: null, note });
  const from = (await register.readPersonOf(one))?.record.mobiles?.[0] ?? null;
  const reply = { channel: 'sms', externalId: 'reply-1', from, text: note, at: now, runId } as const;
  const { inboundId } = await inbox.receive({ ...reply, caseId: one });
  const answer = { answeredBy: 'youth', says: 'in-work', note } as const;
  await desk.replies.register(systemOwner, { ...wish(), inboundId, caseId: one, ...answer });
  await settled();
}

/** Everything that is somebody's alone: names, streets, numbers, addresses. */
async function marksOfPersons(): Promise<readonly string[]> {
  const { register } = running.house;
  const persons = await Promise.all((await caseIds(running)).map((id) => register.readPersonOf(id)));
  const marks = persons.flatMap((person) => {
    if (!person) return [];
    const { nationalId, address, mobiles = [], phones = [], email, guardians = [] } = person.record;
    const own = [person.name, nationalId?.text, email, ...(address?.lines ?? []), ...mobiles, ...phones];
    return [...own, ...guardians.flatMap((each) => [fullName(each.name), each.email, ...(each.mobiles ?? [])])];
  });
  return [...new Set(marks.flatMap((mark) => (mark === undefined || mark.length < 5 ? [] : [mark])))];
}

/** What the engine keeps of one workflow, opened: its history with ids, memo and attributes. */
async function keptOf(workflowId: string): Promise<string> {
  const { client, codec } = running.house;
  const handle = client.workflow.getHandle(workflowId);
  const payloads: Payload[] = [];
  const plain: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') plain.push(value);
    else if (value instanceof Uint8Array) plain.push(Buffer.from(value).toString());
    else if (typeof value === 'object' && value !== null) {
      if ('metadata' in value && 'data' in value) payloads.push(value as Payload);
      else for (const each of Object.values(value)) walk(each);
    }
  };
  walk(await handle.fetchHistory());
  walk((await handle.describe()).raw);
  const opened = await codec.decode(payloads);
  return [...plain, ...opened.map(({ data }) => Buffer.from(data ?? []).toString())].join('\n');
}

describe('a whole year as a rehearsal on the real server', () => {
  it('opens its phases by their dates, closes those whose work is done, and is late where it is not', async () => {
    await finish('planning');
    await forward('2026-08-26');
    const inAugust = await phases();
    await finish('transfer');
    await forward('2026-09-15');
    const inSeptember = await phases();
    await forward('2026-12-01');
    const inDecember = await phases();
    await forward('2027-07-01');
    const inSummer = await phases();

    expect(inAugust).toMatchObject({
      planning: 'done',
      transfer: expect.stringMatching(/open|dueSoon/),
      sms: 'planned',
    });
    expect(inSeptember).toMatchObject({ transfer: 'done', review: expect.stringMatching(/open|dueSoon/) });
    expect(inDecember).toMatchObject({ review: 'overdue', letters: 'overdue', evaluation: 'planned' });
    expect(inSummer).toMatchObject({ planning: 'done', transfer: 'done', evaluation: 'overdue', phone: 'overdue' });
  }, 580_000);

  it('records every deadline at its own time, in order, and nothing after the last day', async () => {
    const late = Date.parse('2027-07-01T23:00:00Z');
    const rows = await running.house.db
      .selectFrom('journal')
      .select(['subject', 'sequence', 'recorded_at', 'event_type'])
      .where('event_type', '=', 'deadline.passed')
      .orderBy('subject')
      .orderBy('sequence')
      .execute();

    expect(rows.length).toBeGreaterThan(100);
    expect(rows.every((row) => row.recorded_at <= late)).toBe(true);
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before?.subject === row.subject) expect(row.recorded_at).toBeGreaterThanOrEqual(before.recorded_at);
    }
  });

  it('leaves nothing of a person with the engine, in journal and orders, or in what the process says', async () => {
    const { client, db } = running.house;
    await liveOn('Merkenotat om heimen');
    const found = new Map<string, string>();
    await until('the engine lists every kind of workflow', async () => {
      for await (const { workflowId, type } of client.workflow.list()) found.set(workflowId, type);
      return new Set(found.values()).size === 7;
    });
    const kept: string[] = [...found.keys()];
    for (const workflowId of found.keys()) kept.push(await keptOf(workflowId));
    const journal = await db.selectFrom('journal').selectAll().execute();
    const orders = await db.selectFrom('orders').selectAll().execute();
    const everything = [...kept, JSON.stringify([journal, orders]), ...said].join('\n');

    expect(everything).toContain('contact.registered');
    expect(kept.join('\n')).toContain('standard-letter');
    const marks = ['Merkenotat', ...(await marksOfPersons())];
    expect(marks.length).toBeGreaterThan(30);
    expect(marks.filter((mark) => everything.includes(mark))).toEqual([]);
  }, 120_000);
});
