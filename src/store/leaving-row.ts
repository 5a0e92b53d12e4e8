import type { CaseFile } from '#domain/youth/case-file.ts';
import { gapsOf, type LeavingFile } from '#domain/youth/leaving.ts';
import type { Asking, Row } from './steps/projection.ts';

/** What is known of a leaving, by the columns that lists ask for. */
const columnsOf = (leaving: LeavingFile) => ({
  left_on: leaving.leftOn,
  notice_on: leaving.noticeOn,
  meeting_on: leaving.meetingHeldOn,
  plan_on: leaving.planMadeOn,
  reason: leaving.reason ?? null,
  meeting_not_held: leaving.meetingNotHeld ?? null,
  plan_not_made: leaving.planNotMade ?? null,
  took_part: JSON.stringify(leaving.tookPart ?? []),
  reminded_on: leaving.remindedOn ?? null,
  gaps: JSON.stringify(gapsOf(leaving)),
});

/** The row of an early leaver who comes with a list. */
export const leavingRow = (file: CaseFile, leaving: LeavingFile, since: string) => ({
  case_id: file.caseId,
  run_id: file.runId,
  since,
  ...columnsOf(leaving),
});

/** Brings the row in line with the case; one that is no early leaver any more, as when a merge is undone, has none. */
export function leavingWritten(ask: Asking, file: CaseFile, on: string): Row {
  if (file.leaving === null) return ask.deleteFrom('leaving').where('case_id', '=', file.caseId);
  const columns = columnsOf(file.leaving);
  return ask
    .insertInto('leaving')
    .values(leavingRow(file, file.leaving, on))
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(columns));
}
