import { sql } from 'kysely';
import type { Tabled } from './ports.ts';

interface LapsedApproval {
  readonly campaignId: string;
  /** The plan's task that it does. */
  readonly taskId: string | null;
}

/** Sendings whose approval the system took back, because the plan's day for them is no longer the one they were approved for. */
export async function lapsedApprovals(db: Tabled, runId: string): Promise<readonly LapsedApproval[]> {
  const rows = await db
    .selectFrom('campaign')
    .select(['campaign_id', 'task_id'])
    .where('run_id', '=', runId)
    .where('state', '=', 'previewed')
    .where(sql<boolean>`exists (select from journal last where last.subject = 'campaign/' || campaign_id
      and event_type = 'approval.withdrawn' and by_staff is null and not exists (select from journal later
        where later.subject = last.subject and later.sequence > last.sequence
          and later.event_type in ('campaign.approved', 'campaign.changed')))`)
    .execute();
  return rows.map((row) => ({ campaignId: row.campaign_id, taskId: row.task_id }));
}
