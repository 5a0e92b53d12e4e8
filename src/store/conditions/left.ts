import { type Expression, type ExpressionBuilder, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Answered } from '#domain/plan/condition.ts';
import type { Left } from '#domain/run/conditions.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import { type Question, questions } from './questions.ts';

type Where = ExpressionBuilder<Tables, 'youth_case'>;
export type CaseRule = (where: Where) => Expression<SqlBool>;

/** A sum, and how much of it the one who asks may see. */
export interface LeftSeen extends Left {
  readonly seen: number;
}

/** What is left of some conditions, in one question; `isSeen` tells which cases the one who asks may see. */
export async function leftOf(
  db: Pick<Database, 'getExecutor'>,
  runId: string,
  conditions: readonly Answered[],
  isSeen: CaseRule = () => sql<boolean>`true`,
): Promise<readonly LeftSeen[]> {
  if (conditions.length === 0) return [];
  const parts = conditions.map((name) => sumOf(name, questions[name], runId, isSeen));
  const { rows } = await sql<LeftSeen>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

/** The cases on a condition's list. */
export const isLeft =
  (condition: Answered, runId: string): CaseRule =>
  (where) => {
    const question = questions[condition];
    if (question.about === 'youths') return question.rule(where);
    return sql<boolean>`case_id in (select case_id from (${question.rows(runId)}) as left_over)`;
  };

function sumOf(name: string, question: Question, runId: string, isSeen: CaseRule): RawBuilder<unknown> {
  const where = expressionBuilder<Tables, 'youth_case'>();
  const sums = sql`select ${name}::text as condition, staff_id as "staffId", unit_id as "unitId", track,
    count(*)::int as n, (count(*) filter (where is_seen))::int as seen`;
  const rows =
    question.about === 'youths'
      ? sql`select caseworker_id as staff_id, unit_id, track, (${isSeen(where)}) as is_seen from youth_case
          where run_id = ${runId} and ${question.rule(where)}`
      : sql`select staff_id, unit_id, track, case_id is null or exists (select from youth_case
          where youth_case.case_id = others.case_id and ${isSeen(where)}) as is_seen from (${question.rows(runId)}) as others`;
  return sql`(${sums} from (${rows}) as left_over group by staff_id, unit_id, track)`;
}
