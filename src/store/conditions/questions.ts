import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Answered } from '#domain/plan/condition.ts';
import { isCounted } from '../counting.ts';
import type { Tables } from '../schema.ts';

type Where = ExpressionBuilder<Tables, 'youth_case'>;

/** What is left of a condition: youths of the register, or rows of `case_id, staff_id, unit_id, track` from any other table. */
export type Question =
  | { readonly about: 'youths'; readonly rule: (where: Where) => Expression<SqlBool> }
  | { readonly about: 'others'; readonly rows: (runId: string) => RawBuilder<unknown> };

const youths = (rule: (where: Where) => Expression<SqlBool>): Question => ({ about: 'youths', rule });

/** One question for each condition the register answers: number and list both come of it. A new one is an entry here. */
export const questions: Readonly<Record<Answered, Question>> = {
  'transfer-list-applied': {
    about: 'others',
    rows: (runId) => sql`
      select null::text as case_id, null::text as staff_id, null::text as unit_id, listed ->> 'id' as track
      from run, jsonb_array_elements(inputs -> 'template' -> 'tracks') as listed
      where run_id = ${runId} and not exists (select from youth_case where youth_case.run_id = ${runId}
        and youth_case.track = listed ->> 'id' and on_list and intake_id is not null)`,
  },
  'no-youth-without-choice': youths((where) =>
    where.and([isCounted('transferCode')(where), where('choice', 'is', null)]),
  ),
  'no-own-contact-without-status': youths((where) =>
    where.and([isCounted('transferCode')(where), where('choice', '=', 'own-contact')]),
  ),
  // Chosen to go back and not yet coded, or coded and not yet sent.
  'every-return-sent': youths((where) =>
    where.or([
      where.and([isCounted('transferCode')(where), where('choice', '=', 'return')]),
      where('return_state', '=', 'queued'),
    ]),
  ),
  'no-transfer-code-uncoded': youths((where) => isCounted('transferCode')(where)),
  // Protected persons get no automatic letter at all: they are their caseworker's, and on no list of faults.
  'no-address-fault': youths((where) =>
    where.and([
      isCounted('transferCode')(where),
      where('choice', '=', 'standard-letter'),
      where('is_protected', '=', false),
      where('person_id', 'in', withoutAddress),
    ]),
  ),
  'every-letter-coded': youths((where) =>
    where.and([isCounted('transferCode')(where), isCounted('standardLetters')(where)]),
  ),
};

/** As `letterObstacle` has it, but for protection. */
const withoutAddress = sql<string>`(select person_id from person where record -> 'address' is null
  or coalesce(jsonb_array_length(record -> 'address' -> 'lines'), 0) = 0
  or record -> 'address' -> 'country' is not null or record -> 'emigrated' = 'true'::jsonb
  or coalesce(record -> 'address' ->> 'postcode', '') !~ '^[0-9]{4}$' or record -> 'address' ->> 'postcode' = '9999')`;
