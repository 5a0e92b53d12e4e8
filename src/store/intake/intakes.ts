import type { Intakes, ListReader } from '#ports/intakes.ts';
import type { Database } from '../open.ts';
import type { Sealing } from '../sealing.ts';
import { applyIntake } from './apply.ts';
import { readPreview } from './preview.ts';
import { receive, replan } from './receive.ts';
import { undoIntake } from './undo.ts';

/** Intakes on our database; what reads a file is given, so that no format is known here. */
export const intakes = (db: Database, sealing: Sealing, readList: ListReader): Intakes => ({
  receive: (file) => receive(db, sealing, readList, file),
  runOf: async (intakeId) =>
    (await db.selectFrom('intake').select('run_id').where('intake_id', '=', intakeId).executeTakeFirst())?.run_id,
  replan: (intakeId) => replan(db, sealing, intakeId),
  apply: (application) => applyIntake(db, sealing, application),
  undo: (intakeId) => undoIntake(db, sealing, intakeId),
  preview: (intakeId, kind, page) => readPreview(db, sealing, intakeId, kind, page),
});
