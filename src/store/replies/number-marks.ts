import type { NumberMark } from '#ports/inbox.ts';
import type { Database } from '../open.ts';

/** Marks a number of the case's person, and reserves the person against SMS where that was said. Again is the same. */
export async function markNumber(
  db: Database,
  caseId: string,
  number: string,
  mark: NumberMark,
  at: number,
  inboundId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const of = await tx.selectFrom('youth_case').select('person_id').where('case_id', '=', caseId).executeTakeFirst();
    if (!of) return;
    const { person_id } = of;
    await tx
      .insertInto('number_mark')
      .values({ person_id, number, mark, since: at, inbound_id: inboundId })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'number']).doUpdateSet({ mark, since: at, inbound_id: inboundId }),
      )
      .execute();
    if (mark === 'stop')
      await tx
        .insertInto('channel_reservation')
        .values({ person_id, channel: 'sms', since: at, why: 'said-stop' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    // The database chooses the next number that may be used; writing the row makes it look.
    await tx
      .updateTable('person')
      .set(({ ref }) => ({ mobile: ref('mobile') }))
      .where('person_id', '=', person_id)
      .execute();
  });
}
