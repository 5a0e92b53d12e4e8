import type { SmsRecipients } from '#ports/sms-recipients.ts';
import { among } from '../intake/case-rows.ts';
import type { Database } from '../open.ts';

/** Numbers on our database, read when they are needed. */
export const smsNumbers =
  (db: Database): SmsRecipients['numbers'] =>
  async (cases) => {
    const rows = await db
      .selectFrom('youth_case')
      .innerJoin('person', 'person.person_id', 'youth_case.person_id')
      .select(['case_id', 'mobile'])
      .where('case_id', 'in', among([...new Set(cases)]))
      .where('mobile', 'is not', null)
      .execute();
    return new Map(rows.flatMap(({ case_id, mobile }) => (mobile === null ? [] : [[case_id, mobile] as const])));
  };
