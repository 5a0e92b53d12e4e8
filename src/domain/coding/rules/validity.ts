import { transferCodes } from '../../person/youth-record.ts';
import { isRegisteredCode, reportCode } from '../../status-code/report-code.ts';
import { codeSetOn, entryOn } from '../../status-code/status-code.ts';
import { type Answer, refused, sources } from '../rule.ts';
import type { Situation } from '../situation.ts';

/**
 * A code must be in the list that is in force that day. The register of 2015 still held the merged codes (the briefing's own example is
 * `OTVE_FEIL`); here old rows keep them and are read anew, and new ones are set with the code of the day. (inferred)
 */
export const codeIsValid = {
  id: 'code-is-valid',
  source: sources.list,
  whys: ['no-code', 'transfer-code', 'no-such-code', 'no-list-yet', 'has-another-name', 'not-in-the-list'],
} as const;

/** Why the code asked for is in no list that day. Nothing asked for is nothing to allow; the codes that fit are still listed. */
export function notValid({ to, on }: Situation): Answer<(typeof codeIsValid.whys)[number]> {
  if (to === null) return refused('no-code');
  const facts = { code: to, on };
  if (transferCodes.some((code) => code === to)) return refused('transfer-code', facts);
  if (!isRegisteredCode(to)) return refused('no-such-code', facts);
  if (!codeSetOn(on)) return refused('no-list-yet', facts);
  const today = reportCode(to, on);
  return entryOn(today, on) ? refused('has-another-name', { ...facts, today }) : refused('not-in-the-list', facts);
}
