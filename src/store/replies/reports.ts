import type { DeliveryReport } from '#ports/sms-gateway.ts';
import type { Database } from '../open.ts';

/** Keeps what providers said, once each: the same word on the same message again is no news. */
export async function noteReports(db: Database, reports: readonly DeliveryReport[], at: number): Promise<void> {
  if (reports.length === 0) return;
  await db
    .insertInto('sms_report')
    .values(
      reports.map(({ key, reference, state, why }) => ({
        report_key: JSON.stringify([key, reference, state]),
        message_key: key,
        reference,
        state,
        why,
        heard_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
