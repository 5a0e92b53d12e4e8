import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../schema.ts';

/** A case somebody must have an eye on: on the list and not sent back, without a code or in one of main groups 1–3. */
export const isOpenCase = (where: ExpressionBuilder<Tables, 'youth_case'>): Expression<SqlBool> =>
  where.and([
    where('youth_case.on_list', '=', true),
    where('youth_case.return_state', '<>', 'sent'),
    where.or([where('youth_case.status_code', 'is', null), where('youth_case.main_group', 'in', [1, 2, 3])]),
  ]);
