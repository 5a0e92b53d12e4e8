import { createHash } from 'node:crypto';
import type { ImportPlan, KnownYouth, ReadList } from '#domain/intake/import-plan.ts';
import { planImport } from '#domain/intake/plan-import.ts';
import type { Refusal } from '#domain/outcome.ts';
import type { PlanCounts, PlannedList } from '#ports/intakes.ts';
import type { KnownInRun } from '#ports/register.ts';

/** What the intake's row keeps of a plan: numbers, reasons and a digest, no person. */
export interface PlanSummary {
  readonly counts: PlanCounts;
  readonly concerns: readonly Refusal[];
  /** Two plans with the same digest do the same to the same people. */
  readonly digest: string;
}

/** Plans a read list against the youths of a run. */
export const planAgainst = (known: readonly KnownInRun[], list: ReadList): ImportPlan =>
  planImport(asListed(known, list), list);

export const summaryOf = (plan: ImportPlan): PlanSummary => ({
  counts: { ...plan.counts },
  concerns: plan.approval,
  digest: digestOf(plan),
});

export const plannedList = ({ counts, concerns }: PlanSummary): PlannedList => ({
  counts,
  approval: concerns.map(({ code }) => code),
});

/**
 * The youths a list is compared with. One who is off the list already cannot be gone once more, but is known when the list has
 * them again; and one whom the list names by a number from before is that person, not a new one.
 */
function asListed(known: readonly KnownInRun[], { rows, faulty }: ReadList): readonly KnownYouth[] {
  const idByKey = new Map(rows.map(({ key, record }) => [key, record.nationalId]));
  const faultyKeys = new Set(faulty.map(({ key }) => key));
  const isListed = (key: string) => idByKey.has(key) || faultyKeys.has(key);
  return known.flatMap((youth) => {
    const { key, record, onList, olderKeys } = youth;
    const mended = youth.mended && { mended: youth.mended };
    const before = olderKeys.filter(isListed).map((older) => {
      const nationalId = idByKey.get(older);
      return { key: older, record: { ...record, ...(nationalId && { nationalId }) }, ...mended };
    });
    const isNow = isListed(key) || (onList && before.length === 0);
    return isNow ? [{ key, record, ...mended }, ...before] : before;
  });
}

// The keys are blind indexes, and changed fields are taken in by their names only: nothing of a person is in the digest.
function digestOf({ create, change, gone }: ImportPlan): string {
  const hash = createHash('sha256');
  const add = (kind: string, keys: readonly string[]) => hash.update(`${kind} ${[...keys].sort().join(' ')}\n`);
  add(
    'create',
    create.map(({ key }) => key),
  );
  add(
    'change',
    change.map(({ key, fields }) => [key, ...fields.map(({ field }) => field)].join('/')),
  );
  add(
    'gone',
    gone.map(({ key }) => key),
  );
  return hash.digest('base64url');
}
