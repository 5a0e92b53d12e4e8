import type { Returns } from '#ports/returns.ts';
import type { Database } from '../open.ts';

/** Proofs of returns on our database; `sealText` keeps them unreadable at rest. */
export const returns = (db: Database, sealText: (text: string) => string): Returns => ({
  keepReference: async ({ caseId, sequence, text }) => {
    await db
      .updateTable('return_sent')
      .set({ reference_sealed: sealText(text) })
      .where('case_id', '=', caseId)
      .where('sequence', '=', sequence)
      .where('reference_sealed', 'is', null)
      .execute();
  },
});
