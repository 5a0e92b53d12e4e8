import type { EarlyLeavers } from '#ports/early-leavers.ts';
import type { Database } from '../open.ts';

/** What of an early leaver stands in no event, on our database. */
export const earlyLeavers = (db: Database): EarlyLeavers => ({
  keepSchool: async (caseId, school) => {
    await db
      .updateTable('leaving')
      .set({ school: school.trim() === '' ? null : school.trim() })
      .where('case_id', '=', caseId)
      .execute();
  },
});
