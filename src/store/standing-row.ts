import type { CampaignFile } from '#domain/campaign/campaign-file.ts';
import type { ActFile, IntakeFile, PhaseFile, TaskFile, YearFile } from '#domain/run/files.ts';
import { earliest } from '#domain/standing.ts';
import type { CaseFile } from '#domain/youth/case-file.ts';

/** The rules that new subjects are run by. */
const ruleVersion = 1;

/** Where a new subject stands: before its first step, and not yet open in any engine. */
export const standingRow = (
  kind: string,
  subject: string,
  runId: string,
  file: CaseFile | TaskFile | PhaseFile | YearFile | IntakeFile | ActFile | CampaignFile,
) => ({
  subject,
  kind,
  run_id: runId,
  sequence: 0,
  input: JSON.stringify(file),
  snapshot: null,
  rule_version: ruleVersion,
  next_deadline: earliest(file.deadlines)?.at ?? null,
  engine: null,
  clock_ahead: 0,
});
