import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#domain/calendar/day.ts';
import type { CampaignPurpose } from '#domain/campaign/campaign-file.ts';
import { runId as runIdOf } from '#domain/ids.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { ReplyChannel, ReplyStatement } from '#domain/reply/statement.ts';
import type { RunningHouse } from '#runtime/embedded.ts';
import { viewsOf } from '#runtime/house-views.ts';
import {
  demoIn,
  processOwner,
  removeHome,
  startHome,
  systemOwner,
  temporaryHome,
  until,
} from '../support/embedded-county.ts';

const office = { staffId: 'staff-off', grants: [{ role: 'office_staff' as const, unitId: null }] };

let home: string;
let running: RunningHouse;
let runId: string;
const kept = { oson: '', others: '', sms: '', silent: '', returned: '', smsDay: '' };

beforeAll(async () => {
  home = await temporaryHome();
  running = await startHome(home);
  ({ runId } = await demoIn(running, home, 30, 2));
});
afterAll(async () => {
  await running?.stop();
  await removeHome(home);
});

const desk = () => running.house.desk;
const views = () => viewsOf(running.house, []);
const wish = () => ({ commandId: randomUUID(), runId });
function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
const forward = async (to: string) =>
  sure(await desk().rehearsal.forward(processOwner, { commandId: `forward-${to}`, runId, to: day(to) }));
const today = async () => (await running.house.runs.clock(runId)).today;

interface CaseRow {
  readonly case_id: string;
  readonly track: string;
  readonly status_code: string | null;
  readonly choice: string | null;
  readonly is_protected: boolean;
  readonly has_mobile: boolean;
}
const cases = (): Promise<readonly CaseRow[]> =>
  running.house.db
    .selectFrom('youth_case')
    .select(['case_id', 'track', 'status_code', 'choice', 'is_protected', 'has_mobile'])
    .orderBy('case_id')
    .execute() as Promise<readonly CaseRow[]>;
const codeOf = async (id: string) => (await cases()).find(({ case_id }) => case_id === id)?.status_code;
const sending = async (id: string) => {
  const found = await views().sending(systemOwner, runIdOf(runId), id);
  if (!found) throw new Error('no such sending');
  return found;
};
const to = async (id: string) =>
  running.house.db
    .selectFrom('campaign_recipient')
    .select(['case_id', 'recipient_key', 'addressee', 'state', 'reason'])
    .where('campaign_id', '=', id)
    .orderBy('place')
    .execute();

async function bring(fileName: string): Promise<void> {
  const bytes = new Uint8Array(await readFile(join(home, 'lists', fileName)));
  const received = sure(await desk().intakes.receive(systemOwner, { runId, fileName, bytes }));
  const { intakeId } = received;
  await desk().intakes.approve(systemOwner, { ...wish(), intakeId });
  const before = (await cases()).length;
  sure(await desk().intakes.apply(systemOwner, { ...wish(), intakeId }));
  await until('the list is applied', async () => (await cases()).length > before);
}

/** The standard letter for everybody of a track but the first, whom the adviser contacts. */
async function choose(track: string): Promise<void> {
  const chosen = (await cases()).filter((one) => one.track === track && one.choice === null);
  const parts = chosen.map(({ case_id }) => ({
    caseId: case_id,
    event: { type: 'choice.made' as const, choice: 'standard-letter' },
  }));
  sure(await desk().acts.begin(systemOwner, { ...wish(), kind: 'choice', because: {}, parts }));
}

async function planned(purpose: CampaignPurpose, track?: string): Promise<string> {
  const { campaignId } = sure(
    await desk().campaigns.plan(office, {
      ...{
        ...wish(),
        title: `${purpose} ${track ?? ''}`,
        purpose,
        channel: purpose === 'sms-round' ? 'sms' : 'letter',
      },
      ...{ filter: track === undefined ? { status: 'OTUK' } : { tracks: [track] } },
      template: { templateId: purpose === 'sms-round' ? 'sms' : 'standard-letter' },
    }),
  );
  await listed(campaignId);
  return campaignId;
}
async function listed(campaignId: string): Promise<void> {
  sure(await desk().campaigns.preview(office, { ...wish(), campaignId }));
  await until('the list is made', async () => (await sending(campaignId)).state === 'previewed');
}
async function approve(campaignId: string, who = systemOwner) {
  const { list, fingerprint = '' } = await sending(campaignId);
  return desk().campaigns.approve(who, { ...wish(), campaignId, list, fingerprint });
}

/** What stands in the plan before letters go, each when it is its turn. */
async function letterWork(track: string): Promise<void> {
  const once = ['planning.update-letter-template', 'planning.update-sms-template', 'letters.make-template'];
  const of = ['print', 'guardian-copies', 'check-addresses', 'fold'].map((task) => `letters.${task}-${track}`);
  for (const taskId of [...once, ...of])
    await until(`${taskId} is done`, async () => {
      const told = await desk().tasks.complete(processOwner, { ...wish(), taskId, reason: 'rehearsed' });
      return told.ok || codes(told).includes('task.notNow');
    });
}

async function reply(channel: ReplyChannel, caseId: string, says: ReplyStatement, code?: string) {
  const taken = { ...wish(), channel, caseId, text: `Svar på ${channel}` };
  const { inboundId } = sure(await desk().replies.takeDown(office, taken));
  return register(inboundId, caseId, says, code);
}
const register = async (inboundId: string, caseId: string, says: ReplyStatement, code?: string) =>
  sure(
    await desk().replies.register(systemOwner, {
      ...{ commandId: randomUUID(), inboundId, caseId, answeredBy: 'youth', says },
      ...(code === undefined ? {} : { code }),
    }),
  );

describe('a demo year on the real engine', () => {
  it('takes the lists in, and each youth is chosen for', async () => {
    await choose('oson');
    await forward('2026-08-27');
    await bring('transfer-other-codes.xlsx');
    await choose('others');
    await forward('2026-09-22');

    const chosen = (await cases()).filter(({ track }) => track === 'oson' || track === 'others');
    expect(new Set(chosen.map(({ choice }) => choice))).toEqual(new Set(['standard-letter']));
    const { templates } = await views().letters.templates(systemOwner);
    expect(templates.map(({ templateId }) => templateId)).toEqual(['sms', 'sms-2', 'standard-letter']);
  }, 240_000);

  it('hands the OSON letters over the day after a second person has approved them, and codes who got one OTUK', async () => {
    await letterWork('oson');
    kept.sms = await planned('sms-round');
    kept.oson = await planned('standard-letter', 'oson');
    const own = await approve(kept.oson, { ...systemOwner, staffId: office.staffId });
    sure(await approve(kept.oson));
    await forward('2026-09-23');

    expect(codes(own)).toEqual(['campaign.ownApproval']);
    const { state, counts, pile, acts } = await sending(kept.oson);
    expect(state).toBe('settled');
    expect(pile).toEqual({ waiting: counts['handed-over'], printed: 0 });
    const rows = await to(kept.oson);
    const got = rows.filter((row) => row.state === 'handed-over' && row.addressee === 'youth');
    expect(got.length).toBeGreaterThan(5);
    for (const { case_id } of got) expect(await codeOf(case_id)).toBe('OTUK');
    expect(acts).toHaveLength(1);
    const hidden = (await cases()).filter(({ is_protected }) => is_protected).map(({ case_id }) => case_id);
    expect(rows.filter((row) => hidden.includes(row.case_id) && row.state !== 'manual')).toEqual([]);
    // The day of SMS 1 hangs on the letters that have not gone.
    await listed(kept.sms);
    expect((await sending(kept.sms)).planDay).toMatchObject({ forecast: true });
    expect(codes(await approve(kept.sms))).toEqual(['campaign.dayIsForecast']);
  });

  it('prints them once, and the same batch as often as the printer fails', async () => {
    const printed = sure(await desk().letters.print(office, { ...wish(), language: 'nn' }));
    const none = await desk().letters.print(office, { ...wish(), language: 'nn' });
    const { waiting, batches } = await views().letters.printPile(office, runIdOf(runId));
    const again = await desk().letters.print(office, { ...wish(), batchId: printed.batchId, language: 'nn' });

    expect(codes(none)).toEqual(['letter.nothingToPrint']);
    expect(waiting).toBe(0);
    expect(batches).toMatchObject([{ batchId: printed.batchId, letters: printed.letters }]);
    expect(sure(again).letters).toBe(printed.letters);
    expect(Buffer.from(printed.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('stops the other letters, loses its engine’s process, and hands over what is left when it is resumed', async () => {
    await forward('2026-10-01');
    await letterWork('others');
    kept.others = await planned('standard-letter', 'others');
    sure(await approve(kept.others));
    sure(await desk().campaigns.stop(office, { ...wish(), campaignId: kept.others }));
    await running.stop();
    running = await startHome(home);
    const stopped = await sending(kept.others);
    sure(await desk().campaigns.resume(systemOwner, { ...wish(), campaignId: kept.others }));
    await forward('2026-10-02');

    expect(stopped.state).toBe('stopped');
    const { state, counts } = await sending(kept.others);
    expect([state, counts.planned]).toEqual(['settled', 0]);
    expect(counts['handed-over']).toBeGreaterThan(5);
  });

  it('takes the coding back as one act, and does it again', async () => {
    const [actId = ''] = (await sending(kept.others)).acts;
    const got = (await to(kept.others)).filter((row) => row.state === 'handed-over' && row.addressee === 'youth');
    const standing = async () => new Set(await Promise.all(got.map(({ case_id }) => codeOf(case_id))));
    const before = await standing();
    sure(await desk().acts.undo(systemOwner, { commandId: randomUUID(), actId }));
    await until('the act is undone', async () => !(await standing()).has('OTUK'));
    const parts = got.map(({ case_id }) => ({ caseId: case_id, event: { type: 'status.set' as const, to: 'OTUK' } }));
    sure(await desk().acts.begin(systemOwner, { ...wish(), kind: 'coding', because: {}, parts }));
    await until('it is done again', async () => (await standing()).has('OTUK'));

    expect(before).toEqual(new Set(['OTUK']));
    await until('all of them', async () => (await standing()).size === 1);
  });

  it('takes a letter that came back as a fault on the address', async () => {
    const [first] = (await to(kept.oson)).filter((row) => row.state === 'handed-over' && row.addressee === 'youth');
    kept.returned = first?.case_id ?? '';
    const letter = { letterKey: first?.recipient_key ?? '', runId, caseId: kept.returned, addressee: 'youth' as const };
    const [key = ''] = await running.house.letterKeys.make([{ ...letter, purpose: 'returned', expiresAt: 0 }]);
    sure(await desk().letters.returned(office, { commandId: randomUUID(), key }));
    const { faults } = await views().letters.check(systemOwner, runIdOf(runId), await today(), undefined);

    expect(faults.find(({ caseId }) => caseId === kept.returned)).toMatchObject({ faults: [{ code: 'returned' }] });
  });

  it('registers replies of all five channels; the rules set the code, and who has answered gets no SMS', async () => {
    const open = (await cases()).filter((one) => one.status_code === 'OTUK' && one.case_id !== kept.returned);
    const [form, phone, mail, walked, texted] = open
      .filter(({ has_mobile }) => has_mobile)
      .map(({ case_id }) => case_id);
    if (!form || !phone || !mail || !walked || !texted) throw new Error('too few youths');
    const row = (await to(kept.oson)).concat(await to(kept.others)).find(({ case_id }) => case_id === form);
    const letter = { letterKey: row?.recipient_key ?? '', runId, caseId: form, addressee: 'youth' as const };
    const [key = ''] = await running.house.letterKeys.make([{ ...letter, purpose: 'reply', expiresAt: 0 }]);
    const filled = { commandId: randomUUID(), key, says: 'in-work' as const, text: 'Eg har jobb', phone: '' };
    const byForm = sure(await desk().replies.hear.form(filled));
    const coded = await register(byForm.inboundId, form, 'in-work', 'OTAR');
    await reply('phone', phone, 'wants-contact', 'OTOV');
    await reply('email', mail, 'in-school', 'OTEV');
    await reply('drop-in', walked, 'other');
    const { mobile } = await running.house.db
      .selectFrom('person')
      .innerJoin('youth_case', 'youth_case.person_id', 'person.person_id')
      .select('mobile')
      .where('case_id', '=', texted)
      .executeTakeFirstOrThrow();
    const incoming = [{ externalId: 'from-the-provider', from: mobile ?? '', text: 'Hei, kven er dette?' }];
    sure(await desk().replies.hear.news({ reports: [], incoming }));

    expect(coded.codeRefused).toEqual([]);
    const short = async (id: string) => (await codeOf(id))?.slice(0, 4);
    expect(await Promise.all([form, phone, mail, walked].map(short))).toEqual(['OTAR', 'OTOV', 'OTEV', 'OTUK']);
    await listed(kept.sms);
    const left = await to(kept.sms);
    const why = (id: string) => left.find(({ case_id }) => case_id === id)?.reason ?? null;
    // The one who wrote an SMS waits for somebody to read it.
    expect([why(walked), why(texted)]).toEqual(['replied', 'replied']);
    expect(left.map(({ case_id }) => case_id)).not.toContain(form);
    kept.silent = left.find(({ state }) => state === 'planned')?.case_id ?? '';
  });

  it('sends SMS 1 two weeks after the last letter, to those who are OTUK in that hour and to nobody else', async () => {
    await forward('2026-10-05');
    const { planDay } = await sending(kept.sms);
    sure(await approve(kept.sms));
    const listedBefore = (await to(kept.sms)).filter(({ state }) => state === 'planned');
    const late = listedBefore.find(({ case_id }) => case_id !== kept.silent)?.case_id ?? '';
    await reply('phone', late, 'in-work', 'OTAR');
    await forward('2026-10-14');
    const before = (await sending(kept.sms)).state;
    await forward('2026-10-17');

    // That the last letter has gone is seen the same day, or as the rehearsal's clock is set to the next morning.
    expect(planDay?.forecast).toBe(false);
    expect(['2026-10-15', '2026-10-16']).toContain(planDay?.day);
    expect(before).toBe('waiting');
    const rows = await to(kept.sms);
    expect((await sending(kept.sms)).state).toBe('settled');
    expect(rows.find(({ case_id }) => case_id === late)).toMatchObject({ state: 'taken-out', reason: 'not-otuk' });
    const got = rows.filter(({ state }) => state === 'handed-over' || state === 'delivered');
    expect(got).toHaveLength(listedBefore.length - 1);
    const contacts = await running.house.db
      .selectFrom('contact')
      .select(['case_id', 'on_day'])
      .where('channel', '=', 'sms')
      .where('direction', '=', 'out')
      .execute();
    expect(contacts).toHaveLength(got.length);
    const second = await planned('sms-round');
    expect((await sending(second)).writtenToLately).toBe(got.length);
  });

  it('rings those who have not answered, those without a mobile too, and the line goes down', async () => {
    await forward('2026-11-02');
    const noMobile = (await to(kept.sms)).filter(({ reason }) => reason === 'no-mobile').map(({ case_id }) => case_id);
    const { driveId } = sure(
      await desk().phone.start(systemOwner, {
        ...{ ...wish(), goal: 10 },
        callers: [{ staffId: systemOwner.staffId, share: 1, units: null }],
      }),
    );
    await until('the cards are dealt', async () => {
      const { units } = await views().phone.overview({
        actor: systemOwner,
        runId: runIdOf(runId),
        today: await today(),
      });
      return units.some(({ toRing }) => toRing > 0);
    });
    const before = (await cases()).filter(({ status_code }) => status_code === 'OTUK');
    const rung: string[] = [];
    for (;;) {
      const { caseId } = sure(await desk().phone.next(systemOwner, { commandId: randomUUID(), driveId }));
      if (caseId === undefined) break;
      rung.push(caseId);
      const said = rung.length % 2 === 0 ? ({ outcome: 'no-answer', says: null } as const) : reached;
      sure(await desk().phone.outcome(systemOwner, { commandId: randomUUID(), driveId, caseId, ...said }));
      if (said === reached)
        sure(await desk().youths.code(systemOwner, { commandId: randomUUID(), caseId, to: 'OTOV' }));
    }

    const open = before.filter(({ is_protected }) => !is_protected).map(({ case_id }) => case_id);
    expect(new Set(rung)).toEqual(new Set(open));
    expect(rung).toHaveLength(open.length);
    expect(noMobile.filter((id) => open.includes(id) && !rung.includes(id))).toEqual([]);
    const left = (await cases()).filter(({ status_code }) => status_code === 'OTUK').length;
    const line = await views().phone.burnDown({ actor: systemOwner, runId: runIdOf(runId), today: await today() });
    expect(line?.whole.days.at(-1)?.left).toBe(left);
    expect(left).toBe(before.length - Math.ceil(rung.length / 2));
    expect(line?.units.reduce((sum, { days }) => sum + (days.at(-1)?.left ?? 0), 0)).toBe(left);
  });
});

const reached = { outcome: 'reached', says: 'wants-follow-up' } as const;
