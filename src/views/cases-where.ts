import type { CaseRule, Tabled } from './ports.ts';
import { every } from './youth-filter.ts';

/** The cases that rules name, for a question whose own tables have columns of the same names. */
export const casesWhere = (db: Tabled, rules: readonly CaseRule[]) =>
  db.selectFrom('youth_case').select('case_id').where(every(rules));
