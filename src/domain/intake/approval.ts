import type { Refusal } from '#domain/outcome.ts';
import { isProtected } from '#domain/person/reach.ts';
import type { ImportPlan, PlannedChange, ReadYouth } from './import-plan.ts';

const source = 'issue 3, store and intake; domain notes §7, item 22';

/** Why a person must look at a plan before it is applied; `known` is how many people the list should have covered. */
export function approvalReasons(
  plan: Omit<ImportPlan, 'approval'>,
  known: number,
  goneWithoutApproval: number,
): readonly Refusal[] {
  const { counts, duplicates, renumbered, change } = plan;
  const lifted = change.filter(liftsProtection).map(({ row }) => row);
  const codeless = plan.create.filter(hasNoCode);
  const disagreeing = duplicates.filter(({ agree }) => !agree);
  const reasons: readonly (Refusal | false)[] = [
    counts.gone > known * goneWithoutApproval && {
      code: 'intake.approve.shrinks',
      facts: { gone: counts.gone, known, percent: Math.round((counts.gone / known) * 100) },
    },
    counts.declared !== undefined &&
      counts.declared !== counts.rows && {
        code: 'intake.approve.count',
        facts: { declared: counts.declared, rows: counts.rows },
      },
    duplicates.length > 0 && {
      code: 'intake.approve.duplicates',
      facts: {
        people: duplicates.length,
        rows: duplicates
          .flatMap(({ rows }) => rows)
          .slice(0, shownRows)
          .map(String),
        disagreeing: disagreeing.length,
      },
    },
    counts.faulty > 0 && {
      code: 'intake.approve.faultyRows',
      facts: { count: counts.faulty, rows: plan.faulty.slice(0, shownRows).map(({ row }) => String(row)) },
    },
    renumbered.length > 0 && {
      code: 'intake.approve.renumbered',
      facts: { count: renumbered.length, rows: renumbered.slice(0, shownRows).map(({ row }) => String(row)) },
    },
    codeless.length > 0 && {
      code: 'intake.approve.withoutCode',
      facts: { count: codeless.length, rows: codeless.slice(0, shownRows).map(({ row }) => String(row)) },
    },
    lifted.length > 0 && {
      code: 'intake.approve.protectionLifted',
      facts: { count: lifted.length, rows: lifted.slice(0, shownRows).map(String) },
    },
  ];
  return reasons.flatMap((reason) => (reason ? { ...reason, source } : []));
}

const shownRows = 20;

/** Somebody new without a code is in no track: no choice is asked for, and no letter goes. */
const hasNoCode = ({ record }: ReadYouth): boolean =>
  record.transferCode === undefined && record.activityCode === undefined;

/** A list that takes protection away may be right, but being wrong once is too often (domain notes §4.1). */
function liftsProtection({ before, after }: PlannedChange): boolean {
  return isProtected(before.addressProtection) && !isProtected(after.addressProtection);
}
