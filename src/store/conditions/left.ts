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

/** What is left of some conditions, in one question; `isSeen` tells which cases the one who asks may see: all of them where it is left out. */
export async function leftOf(
  db: Pick<Database, 'getExecutor'>,
  asked: OfRun,
  conditions: readonly Condition[],
  isSeen?: CaseRule,
): Promise<readonly LeftSeen[]> {
  if (conditions.length === 0) return [];
  const rules: NamedRule[] = [];
  const parts: RawBuilder<unknown>[] = [];
  for (const name of conditions) {
    const question = questions[name];
    if (question.about === 'youths') rules.push([name, question.rule]);
    else parts.push(sumOfOthers(name, question, asked, isSeen));
  }
  if (rules.length > 0) parts.push(sumsOfYouths(rules, asked, isSeen));
  const { rows } = await sql<LeftSeen>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

type NamedRule = readonly [Condition, CaseRule];

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

const everything = sql<boolean>`true`;

/** All that is asked of the register's own youths, in one look at them. Those who are seen and those who are not are rows apart. */
function sumsOfYouths(rules: readonly NamedRule[], { runId }: OfRun, isSeen: CaseRule | undefined) {
  const where = expressionBuilder<Tables, 'youth_case'>();
  const counts = rules.map(
    ([, rule], at) => sql`(count(*) filter (where ${rule(where)}))::int as ${sql.ref(`n${at}`)}`,
  );
  const named = rules.map(([name], at) => sql`(${name}::text, ${sql.ref(`n${at}`)})`);
  return sql`(select condition, staff_id as "staffId", unit_id as "unitId", track, null::text as "window", n,
      case when is_seen then n else 0 end as seen
    from (select caseworker_id as staff_id, unit_id, track, ${isSeen?.(where) ?? everything} as is_seen, ${sql.join(counts)}
      from youth_case where run_id = ${runId} and (${sql.join(
        rules.map(([, rule]) => rule(where)),
        sql` or `,
      )}) group by 1, 2, 3, 4) as counted,
      lateral (values ${sql.join(named)}) as each (condition, n) where n > 0)`;
}

function sumOfOthers(
  name: Condition,
  question: Extract<Question, { about: 'others' }>,
  asked: OfRun,
  isSeen: CaseRule | undefined,
): RawBuilder<unknown> {
  const seen = isSeen ? (question.isSeen ?? seesTheCase)(isSeen) : everything;
  return sql`(select ${name}::text as condition, staff_id as "staffId", unit_id as "unitId", track, of_window as "window",
      count(*)::int as n, (count(*) filter (where is_seen))::int as seen
    from (select staff_id, unit_id, track, ${question.hasWindow ? sql`plan_window` : sql`null::text`} as of_window,
      ${seen} as is_seen from (${question.rows(asked)}) as others) as left_over
    group by staff_id, unit_id, track, of_window)`;
}

/** What is nobody's case is told to everybody. As a set, which is made once: a look for each row costs more than all the rest. */
const seesTheCase = (
  isSeen: CaseRule,
) => sql<boolean>`case_id is null or case_id in (select youth_case.case_id from youth_case
  where ${isSeen(expressionBuilder<Tables, 'youth_case'>())})`;
