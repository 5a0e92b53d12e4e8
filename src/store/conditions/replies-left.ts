import { expressionBuilder, sql } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Question } from './question.ts';

/** Replies that wait, and those registered on a case that is nobody's: what was said has come to no caseworker. A sender nobody knows is the county's. */
export const repliesLeft: Question = {
  about: 'others',
  rows: ({ runId }) => sql`
    select youth.case_id, null::text as staff_id, youth.unit_id, youth.track, inbound_id from inbound
      left join youth_case youth on youth.case_id = coalesce(inbound.case_id,
        (select min(could.case_id) from inbound_candidate could where could.inbound_id = inbound.inbound_id))
    where inbound.run_id = ${runId} and (inbound.state = 'waiting' or (inbound.state = 'registered' and inbound.done_at is null
      and youth.case_id is not null and youth.caseworker_id is null))`,
  // Shown to those who may see every youth it could be from, as the queue has it.
  isSeen: (mayBeSeen) => sql<boolean>`not exists (select from inbound_candidate could
    join youth_case on youth_case.case_id = could.case_id where could.inbound_id = others.inbound_id
      and (${mayBeSeen(expressionBuilder<Tables, 'youth_case'>())}) is not true)`,
};
