import type { ImportPlan, UndoPlan } from './import-plan.ts';

/** How to take an applied plan back; whoever was edited since (by key) is kept as they now are. */
export function undoImport(plan: ImportPlan, editedSince: ReadonlySet<string>): UndoPlan {
  const untouched = ({ key }: { readonly key: string }): boolean => !editedSince.has(key);
  const touched = [...plan.create, ...plan.change, ...plan.gone].map(({ key }) => key);
  return {
    remove: plan.create.filter(untouched).map(({ key }) => key),
    restore: plan.change.filter(untouched).map(({ key, before }) => ({ key, record: before })),
    unmark: plan.gone.filter(untouched).map(({ key }) => key),
    kept: touched.filter((key) => editedSince.has(key)),
  };
}
