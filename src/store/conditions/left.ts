import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Condition } from '#domain/plan/condition.ts';
import type { Left, Part } from '#domain/run/conditions.ts';
import type { Database } from '../open.ts';
import type { Tables } from '../schema.ts';
import type { CaseRule, OfRun, Question } from './question.ts';
import { questions } from './questions.ts';

/** A sum, and how much of it the one who asks may see. */
export interface LeftSeen extends Left {
  readonly seen: number;
}

/** What is left of some conditions, in one question; `isSeen` tells which cases the one who asks may see. */
export async function leftOf(
  db: Pick<Database, 'getExecutor'>,
  asked: OfRun,
  conditions: readonly Condition[],
  isSeen: CaseRule = () => sql<boolean>`true`,
): Promise<readonly LeftSeen[]> {
  if (conditions.length === 0) return [];
  const parts = conditions.map((name) => sumOf(name, questions[name], asked, isSeen));
  const { rows } = await sql<LeftSeen>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

/** The cases on a condition's list; of rows that have their own window and owner, perhaps only some of them. */
export const isLeft =
  (condition: Condition, asked: OfRun, some?: { readonly window: string | null; readonly part: Part }): CaseRule =>
  (where) => {
    const question = questions[condition];
    if (question.about === 'youths') return question.rule(where);
    return sql<boolean>`case_id in (select case_id from (${question.rows(asked)}) as left_over
      where ${some ? isOf(some) : sql`true`})`;
  };

function isOf({ window, part }: { readonly window: string | null; readonly part: Part }): RawBuilder<unknown> {
  const inWindow = window === null ? sql`true` : sql`coalesce(plan_window, ${window}) = ${window}`;
  if (part.whose === 'everybody') return inWindow;
  const isTheirs =
    part.whose === 'person'
      ? sql`staff_id is not distinct from ${part.staffId}`
      : sql`unit_id is not distinct from ${part.unitId}`;
  return sql`${inWindow} and ${isTheirs}`;
}

function sumOf(name: string, question: Question, asked: OfRun, isSeen: CaseRule): RawBuilder<unknown> {
  const where = expressionBuilder<Tables, 'youth_case'>();
  const sums = sql`select ${name}::text as condition, staff_id as "staffId", unit_id as "unitId", track, of_window as "window",
    count(*)::int as n, (count(*) filter (where is_seen))::int as seen`;
  return sql`(${sums} from (${
    question.about === 'youths'
      ? sql`select caseworker_id as staff_id, unit_id, track, null::text as of_window, (${isSeen(where)}) as is_seen
          from youth_case where run_id = ${asked.runId} and ${question.rule(where)}`
      : sql`select staff_id, unit_id, track, ${question.hasWindow ? sql`plan_window` : sql`null::text`} as of_window,
          ${question.isSeen ? question.isSeen(isSeen) : seesTheCase(isSeen)} as is_seen from (${question.rows(asked)}) as others`
  }) as left_over group by staff_id, unit_id, track, of_window)`;
}

/** What is nobody's case is told to everybody. */
const seesTheCase = (isSeen: CaseRule) => sql<boolean>`case_id is null or exists (select from youth_case
  where youth_case.case_id = others.case_id and ${isSeen(expressionBuilder<Tables, 'youth_case'>())})`;
