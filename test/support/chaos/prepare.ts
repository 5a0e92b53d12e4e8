import type { Outcome } from '#domain/outcome.ts';
import type { House } from '#src/wiring.ts';
import type { Database } from '#store/open.ts';
import { writeYouths } from '../campaign-rows.ts';
import { writeYear } from '../rows.ts';

const [runId, campaignId] = ['run', 'sms-1'];
const maker = { staffId: 'office', grants: [{ role: 'office_staff' as const, unitId: null }] };
const approver = { staffId: 'owner', grants: [{ role: 'system_owner' as const, unitId: null }] };
/** The last of them, some without a number: each row must have its reason. */
const without = 5;

export const stateOf = async (db: Database): Promise<string | undefined> =>
  (await db.selectFrom('campaign').select('state').executeTakeFirst())?.state;

/** Youths, a campaign, its list and its approval: from here on everything may be killed. */
export async function prepare({ db, desk }: House, recipients: number): Promise<string> {
  await writeYear(db, runId);
  const all = Array.from({ length: recipients }, (_, n) => ({ caseId: `youth-${String(n).padStart(5, '0')}` }));
  const silent = Array.from({ length: without }, (_, n) => ({ caseId: `without-${n}`, record: { mobiles: [] } }));
  await writeYouths(db, runId, [...all, ...silent]);
  const hours = { from: '00:00', to: '24:00', workingDaysOnly: false };
  const value = JSON.stringify({ regretMinutes: 0, hours });
  await db.insertInto('setting').values({ name: 'sending', value }).execute();
  const of = (commandId: string) => ({ commandId, runId, campaignId });
  sure(
    await desk.campaigns.plan(maker, {
      commandId: campaignId,
      runId,
      title: 'SMS 1',
      channel: 'sms',
      purpose: 'sms-round',
      filter: { status: 'OTUK' },
      template: { templateId: 'sms', version: 1 },
      sendAt: 0,
    }),
  );
  sure(await desk.campaigns.preview(maker, of('preview')));
  while ((await stateOf(db)) !== 'previewed') await new Promise((resolve) => setTimeout(resolve, 50));
  const { fingerprint } = await db.selectFrom('campaign_list').select('fingerprint').executeTakeFirstOrThrow();
  sure(await desk.campaigns.approve(approver, { ...of('approve'), list: 1, fingerprint }));
  return campaignId;
}

function sure(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
}
