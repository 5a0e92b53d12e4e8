import type { PlannedChange, UndoPlan } from './import-plan.ts';

/** What must be remembered of a plan that was applied. */
export interface AppliedPlan {
  readonly create: readonly { readonly key: string }[];
  readonly change: readonly Pick<PlannedChange, 'key' | 'before'>[];
  readonly gone: readonly { readonly key: string }[];
}

/** How to take an applied plan back; whoever was edited since (by key) is kept as they now are. */
export function undoImport(plan: AppliedPlan, editedSince: ReadonlySet<string>): UndoPlan {
  const untouched = ({ key }: { readonly key: string }): boolean => !editedSince.has(key);
  const touched = [...plan.create, ...plan.change, ...plan.gone].map(({ key }) => key);
  return {
    remove: plan.create.filter(untouched).map(({ key }) => key),
    restore: plan.change.filter(untouched).map(({ key, before }) => ({ key, record: before })),
    unmark: plan.gone.filter(untouched).map(({ key }) => key),
    kept: touched.filter((key) => editedSince.has(key)),
  };
}
