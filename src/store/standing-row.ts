import { type Deadlines, earliest } from '#domain/standing.ts';

/** The rules that new subjects are run by. */
const ruleVersion = 1;

/** Where a new subject stands: before its first step, and not yet open in any engine. */
export const standingRow = (kind: string, subject: string, runId: string, file: { readonly deadlines: Deadlines }) => ({
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
